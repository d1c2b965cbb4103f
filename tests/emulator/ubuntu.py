"""Ubuntu 24.04: the images of Canonical and the public parameters that name the newest. moto's are of 2017, and only Amazon's have parameters."""

from __future__ import annotations

from moto.ec2.models.amis import Ami, AmiBackend
from moto.ssm.models import Parameter, ParameterDict

from emulator.patching import around

_CANONICAL = "099720109477"
_PREFIX = "/aws/service/canonical/ubuntu/server/24.04/stable/current/"

# Canonical's name of the architecture, EC2's, and an image that only the emulator has.
_IMAGES = [("amd64", "x86_64", "ami-0240400000000a64d"), ("arm64", "arm64", "ami-0240400000000a264")]


def patch() -> None:
    """Changes moto's EC2 and Systems Manager."""

    @around(AmiBackend, "_load_amis")
    def load_images(original, self) -> None:
        original(self)
        for name, architecture, image in _IMAGES:
            self.amis[image] = Ami(
                self,
                ami_id=image,
                name=f"ubuntu/images/hvm-ssd-gp3/ubuntu-noble-24.04-{name}-server-20260101",
                description=f"Canonical, Ubuntu, 24.04, {name} noble image",
                owner_id=_CANONICAL,
                architecture=architecture,
                public=True,
                state="available",
                image_type="machine",
                virtualization_type="hvm",
                hypervisor="xen",
                root_device_type="ebs",
                root_device_name="/dev/sda1",
                sriov="simple",
            )

    @around(ParameterDict, "_check_loading_status")
    def load_parameters(original, self, key) -> None:
        original(self, key)
        if str(key or "").startswith(_PREFIX):
            for name, _, image in _IMAGES:
                self.setdefault(f"{_PREFIX}{name}/hvm/ebs-gp3/ami-id", [_parameter(self, f"{_PREFIX}{name}/hvm/ebs-gp3/ami-id", image)])


def _parameter(parameters: ParameterDict, name: str, image: str) -> Parameter:
    return Parameter(
        account_id=parameters.account_id,
        name=name,
        value=image,
        parameter_type="String",
        description=None,
        allowed_pattern=None,
        keyid=None,
        last_modified_date=0.0,
        version=1,
        data_type="aws:ec2:image",
    )
