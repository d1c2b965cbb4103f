"""EC2 and both kinds of auto scaling."""

from __future__ import annotations

from emulator.tests.support import IMAGE, EmulatorTestCase, also_on_stock_moto, mends


@also_on_stock_moto
class ComputeTests(EmulatorTestCase):
    @mends
    def test_monitoring_is_switched_on_and_off(self):
        ec2 = self.client("ec2")
        instance = ec2.run_instances(ImageId=IMAGE, MinCount=1, MaxCount=1)["Instances"][0]["InstanceId"]
        ec2.monitor_instances(InstanceIds=[instance])
        self.assertEqual("enabled", self.describe(instance)["Monitoring"]["State"])
        ec2.unmonitor_instances(InstanceIds=[instance])
        self.assertEqual("disabled", self.describe(instance)["Monitoring"]["State"])

    def describe(self, instance: str) -> dict:
        return self.client("ec2").describe_instances(InstanceIds=[instance])["Reservations"][0]["Instances"][0]

    @mends
    def test_an_instance_with_a_public_address_keeps_its_groups(self):
        subnets, group = self.network()
        interface = {"DeviceIndex": 0, "SubnetId": subnets[0], "Groups": [group], "AssociatePublicIpAddress": True}
        instance = self.client("ec2").run_instances(ImageId=IMAGE, MinCount=1, MaxCount=1, NetworkInterfaces=[interface])["Instances"][0]["InstanceId"]
        self.assertEqual([group], [each["GroupId"] for each in self.describe(instance)["SecurityGroups"]])

    @mends
    def test_an_interface_outlives_its_instance_and_can_then_be_deleted(self):
        ec2 = self.client("ec2")
        subnets, group = self.network()
        interface = ec2.create_network_interface(SubnetId=subnets[0], Groups=[group])["NetworkInterface"]["NetworkInterfaceId"]
        instance = ec2.run_instances(
            ImageId=IMAGE, MinCount=1, MaxCount=1, NetworkInterfaces=[{"DeviceIndex": 0, "NetworkInterfaceId": interface, "DeleteOnTermination": False}]
        )["Instances"][0]["InstanceId"]
        ec2.terminate_instances(InstanceIds=[instance])
        described = ec2.describe_network_interfaces(NetworkInterfaceIds=[interface])["NetworkInterfaces"][0]
        self.assertEqual("available", described["Status"])
        self.assertNotIn("InstanceId", described.get("Attachment", {}))
        ec2.delete_network_interface(NetworkInterfaceId=interface)
        self.assertEqual("terminated", self.describe(instance)["State"]["Name"])

    @mends
    def test_the_tags_of_a_launch_template_are_not_those_of_its_instances(self):
        ec2 = self.client("ec2")
        template = ec2.create_launch_template(
            LaunchTemplateName="tagged",
            LaunchTemplateData={"ImageId": IMAGE, "TagSpecifications": [{"ResourceType": "volume", "Tags": [{"Key": "a", "Value": "b"}]}]},
            TagSpecifications=[{"ResourceType": "launch-template", "Tags": [{"Key": "c", "Value": "d"}]}],
        )["LaunchTemplate"]
        version = ec2.describe_launch_template_versions(LaunchTemplateId=template["LaunchTemplateId"])["LaunchTemplateVersions"][0]
        self.assertEqual(["volume"], [each["ResourceType"] for each in version["LaunchTemplateData"]["TagSpecifications"]])
        self.assertEqual([{"Key": "c", "Value": "d"}], template["Tags"])

    def group(self) -> None:
        subnets, _ = self.network()
        self.client("ec2").create_launch_template(LaunchTemplateName="grouped", LaunchTemplateData={"ImageId": IMAGE, "InstanceType": "t3.micro"})
        self.client("autoscaling").create_auto_scaling_group(
            AutoScalingGroupName="warm", MinSize=0, MaxSize=2, LaunchTemplate={"LaunchTemplateName": "grouped"}, VPCZoneIdentifier=subnets[0], DefaultInstanceWarmup=180
        )

    @mends
    def test_a_group_keeps_the_warmup_of_its_instances(self):
        self.group()
        autoscaling = self.client("autoscaling")
        self.assertEqual(180, autoscaling.describe_auto_scaling_groups()["AutoScalingGroups"][0]["DefaultInstanceWarmup"])
        autoscaling.update_auto_scaling_group(AutoScalingGroupName="warm", DefaultInstanceWarmup=60)
        self.assertEqual(60, autoscaling.describe_auto_scaling_groups()["AutoScalingGroups"][0]["DefaultInstanceWarmup"])

    @mends
    def test_the_instances_of_a_group_are_refreshed(self):
        self.group()
        autoscaling = self.client("autoscaling")
        refresh = autoscaling.start_instance_refresh(AutoScalingGroupName="warm")["InstanceRefreshId"]
        found = autoscaling.describe_instance_refreshes(AutoScalingGroupName="warm")["InstanceRefreshes"]
        self.assertEqual([(refresh, "Successful")], [(each["InstanceRefreshId"], each["Status"]) for each in found])

    @mends
    def test_a_scaling_policy_of_a_group_is_enabled_and_predicts_nothing(self):
        autoscaling, ec2 = self.client("autoscaling"), self.client("ec2")
        subnets, _ = self.network()
        ec2.create_launch_template(LaunchTemplateName="template", LaunchTemplateData={"ImageId": IMAGE, "InstanceType": "t3.micro"})
        autoscaling.create_auto_scaling_group(AutoScalingGroupName="g", MinSize=0, MaxSize=2, LaunchTemplate={"LaunchTemplateName": "template"}, VPCZoneIdentifier=subnets[0])
        autoscaling.put_scaling_policy(AutoScalingGroupName="g", PolicyName="p", AdjustmentType="ChangeInCapacity", ScalingAdjustment=1)
        policy = autoscaling.describe_policies(AutoScalingGroupName="g")["ScalingPolicies"][0]
        self.assertTrue(policy["Enabled"])
        self.assertNotIn("PredictiveScalingConfiguration", policy)

    @mends
    def test_a_scalable_target_keeps_its_tags(self):
        ecs, scaling = self.client("ecs"), self.client("application-autoscaling")
        ecs.create_cluster(clusterName="shop")
        ecs.register_task_definition(family="api", containerDefinitions=[{"name": "api", "image": "api", "memory": 128}])
        ecs.create_service(cluster="shop", serviceName="api", taskDefinition="api", desiredCount=1)
        target = {"ServiceNamespace": "ecs", "ResourceId": "service/shop/api", "ScalableDimension": "ecs:service:DesiredCount"}
        scaling.register_scalable_target(**target, MinCapacity=1, MaxCapacity=2, Tags={"Stack": "cpm"})
        arn = scaling.describe_scalable_targets(ServiceNamespace="ecs", ResourceIds=["service/shop/api"])["ScalableTargets"][0]["ScalableTargetARN"]
        self.assertEqual({"Stack": "cpm"}, scaling.list_tags_for_resource(ResourceARN=arn)["Tags"])
        scaling.tag_resource(ResourceARN=arn, Tags={"Team": "ops"})
        scaling.untag_resource(ResourceARN=arn, TagKeys=["Stack"])
        self.assertEqual({"Team": "ops"}, scaling.list_tags_for_resource(ResourceARN=arn)["Tags"])
