"""EC2: what a security group's rule says about a group or a prefix list that it names. moto keeps the description of address ranges only, and every plan would say it again."""

from __future__ import annotations

import inspect

from moto.ec2.models.security_groups import SecurityGroupRule

from emulator.patching import around

_signature = inspect.signature(SecurityGroupRule.__init__)


def patch() -> None:
    """Changes moto's EC2."""

    @around(SecurityGroupRule, "__init__")
    def keep_description(original, self, *args, **kwargs) -> None:
        original(self, *args, **kwargs)
        named = _signature.bind(self, *args, **kwargs).arguments.get("prefix_list_id") or {}
        self.prefix_list_description = named.get("Description")

    SecurityGroupRule.description = property(
        lambda rule: rule.ip_range.get("Description") or rule.source_group.get("Description") or getattr(rule, "prefix_list_description", None)
    )
