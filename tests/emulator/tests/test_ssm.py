"""Systems Manager's commands."""

from __future__ import annotations

from emulator.tests.support import IMAGE, EmulatorTestCase, also_on_stock_moto, mends


@also_on_stock_moto
class SsmTests(EmulatorTestCase):
    def launch(self, count: int) -> list[str]:
        ec2 = self.client("ec2")
        tags = [{"ResourceType": "instance", "Tags": [{"Key": "Service", "Value": "flora"}]}]
        return [each["InstanceId"] for each in ec2.run_instances(ImageId=IMAGE, MinCount=count, MaxCount=count, TagSpecifications=tags)["Instances"]]

    def send(self, command: str, **more) -> str:
        return self.client("ssm").send_command(
            DocumentName="AWS-RunShellScript", Targets=[{"Key": "tag:Service", "Values": ["flora"]}], Parameters={"commands": [command]}, **more)["Command"]["CommandId"]

    def invocations(self, command: str) -> dict[str, str]:
        listed = self.client("ssm").list_command_invocations(CommandId=command, Details=True)["CommandInvocations"]
        return {each["InstanceId"]: each["Status"] for each in listed}

    @mends
    def test_a_command_goes_from_instance_to_instance(self):
        self.post("/_emulator/ssm", {"slow": 1})
        instances = self.launch(2)
        command = self.send("deploy-release r1", MaxConcurrency="1", MaxErrors="0")
        states = [sorted(self.invocations(command).values()) for _ in range(4)]
        self.assertEqual([["InProgress", "Pending"], ["Pending", "Success"], ["InProgress", "Success"], ["Success", "Success"]], states)
        self.assertEqual(set(instances), set(self.invocations(command)))

    @mends
    def test_a_command_that_fails_stops_the_instances_after_it(self):
        self.post("/_emulator/ssm", {"fail_commands": ["deploy-release bad"], "exit_code": 3, "stderr": "not healthy"})
        self.launch(3)
        command = self.send("deploy-release bad", MaxConcurrency="1", MaxErrors="0")
        states = self.invocations(command)
        self.assertEqual(["Cancelled", "Cancelled", "Failed"], sorted(states.values()))
        failed = next(name for name, state in states.items() if state == "Failed")
        read = self.client("ssm").get_command_invocation(CommandId=command, InstanceId=failed)
        self.assertEqual((3, "not healthy", "Failed"), (read["ResponseCode"], read["StandardErrorContent"], read["Status"]))
        self.assertEqual("Failed", self.client("ssm").list_commands(CommandId=command)["Commands"][0]["Status"])

    @mends
    def test_one_instance_can_fail_where_the_others_do_not(self):
        instances = self.launch(2)
        self.post("/_emulator/ssm", {"fail_instances": [instances[0]]})
        states = self.invocations(self.send("true", MaxErrors="2"))
        self.assertEqual({instances[0]: "Failed", instances[1]: "Success"}, states)

    @mends
    def test_running_instances_are_online(self):
        instances = self.launch(1)
        listed = self.client("ssm").describe_instance_information()["InstanceInformationList"]
        self.assertEqual([(instances[0], "Online")], [(each["InstanceId"], each["PingStatus"]) for each in listed])

    @mends
    def test_an_instance_that_is_not_there_is_refused(self):
        ssm = self.client("ssm")
        self.assertRaises(ssm.exceptions.InvalidInstanceId, ssm.send_command, DocumentName="AWS-RunShellScript", InstanceIds=["i-00000000000000000"])

    def test_a_deploy_that_succeeds_leaves_its_mark(self):
        self.client("s3").create_bucket(Bucket="releases")
        self.post("/_emulator/ssm", {"marker": "s3://releases/api/current", "fail_commands": ["bad"]})
        self.launch(1)
        for release in ("r1", "bad"):
            self.invocations(self.send(f"/usr/local/bin/deploy-release {release}"))
        self.assertEqual(b"r1", self.client("s3").get_object(Bucket="releases", Key="api/current")["Body"].read())
