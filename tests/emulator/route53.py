"""Route 53: private zones."""

from __future__ import annotations

from moto.route53.responses import Route53

from emulator.patching import around


def patch() -> None:
    """A zone that is made with a VPC is private; moto believes only the flag, which Terraform does not send, and forgets the VPC: every plan adds it."""

    @around(Route53, "create_hosted_zone")
    def create_hosted_zone(original, self):
        if self._get_param("VPC.VPCId"):
            ask = self._get_bool_param
            self._get_bool_param = lambda name, default=None: True if name == "HostedZoneConfig.PrivateZone" else ask(name, default)
        return original(self)
