"""EC2: monitoring, the groups of an instance with a public address, interfaces of tasks."""

from __future__ import annotations

from moto.ec2.models import elastic_network_interfaces, instances, launch_templates, security_groups
from moto.ec2.responses.monitoring import Monitoring

from emulator.patching import around


def patch() -> None:
    """Changes moto's EC2."""
    _monitor_instances()
    _keep_the_groups_of_an_interface()
    _let_go_of_interfaces()
    _keep_a_templates_own_tags_out_of_its_data()

    # moto's ECS reads it of every interface that it makes, and EC2 sets it only in networks with DNS host names: RunTask then answers 500.
    if not hasattr(elastic_network_interfaces.NetworkInterface, "private_dns_name"):
        elastic_network_interfaces.NetworkInterface.private_dns_name = ""


def _monitor_instances() -> None:
    # moto does not implement them; the provider repeats the call until it gives up.
    def answer(operation: str, state: str):
        def method(self) -> str:
            ids = self._get_param("InstanceIds", []) or [values[0] for name, values in self.querystring.items() if name.startswith("InstanceId")]
            for each in ids:
                self.ec2_backend.get_instance(each).monitoring_state = state
            items = "".join(f"<item><instanceId>{each}</instanceId><monitoring><state>{state}</state></monitoring></item>" for each in ids)
            return f'<{operation}Response xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><instancesSet>{items}</instancesSet></{operation}Response>'

        return method

    Monitoring.monitor_instances = answer("MonitorInstances", "enabled")
    Monitoring.unmonitor_instances = answer("UnmonitorInstances", "disabled")


def _keep_the_groups_of_an_interface() -> None:
    # With associate_public_ip_address the groups are named on the interface; moto answers an instance without any, and Terraform wants to set them again.
    @around(instances.Instance, "prep_nics")
    def prep_nics(original, self, *args, **kwargs):
        original(self, *args, **kwargs)
        if not self.security_groups:
            for interface in self.nics.values():
                self.security_groups = list(interface.group_set)


def _keep_a_templates_own_tags_out_of_its_data() -> None:
    # What tags the template is no tag of what it launches; answered as such, every plan removes it.
    @around(launch_templates.LaunchTemplate, "create_version")
    def create_version(original, self, data, description):
        if "TagSpecifications" in data:
            kept = [each for each in data["TagSpecifications"] if each["ResourceType"] != "launch-template"]
            data = {**{name: value for name, value in data.items() if name != "TagSpecifications"}, **({"TagSpecifications": kept} if kept else {})}
        return original(self, data, description)


def _let_go_of_interfaces() -> None:
    # An interface that outlives its instance stays attached in moto, and as the instance's first one it cannot even be detached: nobody can delete it.
    @around(instances.Instance, "terminate")
    def terminate(original, self):
        result = original(self)
        kept = dict(self.nics)
        for interface in kept.values():
            if not interface.delete_on_termination:
                self.detach_eni(interface)
        # moto reads the address of a terminated instance from its first interface.
        self.nics.update(kept)
        return result
