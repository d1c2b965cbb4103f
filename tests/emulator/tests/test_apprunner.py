"""App Runner."""

from __future__ import annotations

from emulator.tests.support import EmulatorTestCase, also_on_stock_moto, mends


def source(image: str) -> dict:
    return {"ImageRepository": {"ImageIdentifier": image, "ImageRepositoryType": "ECR", "ImageConfiguration": {"Port": "8080"}}, "AutoDeploymentsEnabled": False}


@also_on_stock_moto
class AppRunnerTests(EmulatorTestCase):
    def create(self, image: str = "api:1") -> dict:
        return self.client("apprunner").create_service(ServiceName="quiz", SourceConfiguration=source(image), Tags=[{"Key": "a", "Value": "b"}])["Service"]

    def describe(self, service: dict) -> dict:
        return self.client("apprunner").describe_service(ServiceArn=service["ServiceArn"])["Service"]

    def operation(self, service: dict, name: str) -> dict:
        return next(each for each in self.client("apprunner").list_operations(ServiceArn=service["ServiceArn"])["OperationSummaryList"] if each["Id"] == name)

    @mends
    def test_a_service_is_made_with_defaults_for_what_was_not_asked(self):
        service = self.describe(self.create())
        self.assertEqual(("RUNNING", "1024", "TCP", "DefaultConfiguration"), (
            service["Status"], service["InstanceConfiguration"]["Cpu"], service["HealthCheckConfiguration"]["Protocol"], service["AutoScalingConfigurationSummary"]["AutoScalingConfigurationName"]))
        self.assertEqual([{"Key": "a", "Value": "b"}], self.client("apprunner").list_tags_for_resource(ResourceArn=service["ServiceArn"])["Tags"])

    @mends
    def test_an_update_is_an_operation_that_succeeds(self):
        service = self.create()
        answer = self.client("apprunner").update_service(ServiceArn=service["ServiceArn"], SourceConfiguration=source("api:2"))
        operation = self.operation(service, answer["OperationId"])
        self.assertEqual(("UPDATE_SERVICE", "SUCCEEDED"), (operation["Type"], operation["Status"]))
        self.assertEqual("api:2", self.describe(service)["SourceConfiguration"]["ImageRepository"]["ImageIdentifier"])

    @mends
    def test_an_image_that_fails_is_rolled_back(self):
        service = self.create()
        self.post("/_emulator/apprunner", {"fail_images": ["broken"], "slow": 1})
        name = self.client("apprunner").update_service(ServiceArn=service["ServiceArn"], SourceConfiguration=source("api:broken"))["OperationId"]
        states = [self.operation(service, name)["Status"] for _ in range(2)]
        self.assertEqual(["ROLLBACK_IN_PROGRESS", "ROLLBACK_SUCCEEDED"], states)
        self.assertEqual(("RUNNING", "api:1"), (self.describe(service)["Status"], self.describe(service)["SourceConfiguration"]["ImageRepository"]["ImageIdentifier"]))

    @mends
    def test_a_service_in_an_operation_takes_no_other(self):
        self.post("/_emulator/apprunner", {"slow": 5})
        service = self.create()
        self.assertEqual("OPERATION_IN_PROGRESS", service["Status"])
        apprunner = self.client("apprunner")
        self.assertRaises(apprunner.exceptions.InvalidStateException, apprunner.update_service, ServiceArn=service["ServiceArn"], SourceConfiguration=source("api:2"))

    @mends
    def test_a_service_is_paused_resumed_and_deleted(self):
        service = self.create()
        apprunner = self.client("apprunner")
        self.assertEqual("PAUSED", apprunner.pause_service(ServiceArn=service["ServiceArn"])["Service"]["Status"])
        self.assertEqual("RUNNING", apprunner.resume_service(ServiceArn=service["ServiceArn"])["Service"]["Status"])
        apprunner.delete_service(ServiceArn=service["ServiceArn"])
        self.assertEqual([], apprunner.list_services()["ServiceSummaryList"])
        self.assertEqual("DELETED", self.describe(service)["Status"])

    @mends
    def test_connectors_and_scaling_have_revisions(self):
        apprunner = self.client("apprunner")
        connector = apprunner.create_vpc_connector(VpcConnectorName="connector", Subnets=["subnet-1"], SecurityGroups=["sg-1"])["VpcConnector"]
        self.assertEqual(("ACTIVE", 1), (connector["Status"], connector["VpcConnectorRevision"]))
        scaling = [apprunner.create_auto_scaling_configuration(AutoScalingConfigurationName="scaling", MaxSize=4)["AutoScalingConfiguration"] for _ in range(2)][1]
        self.assertEqual((2, 4, 1, 100), (scaling["AutoScalingConfigurationRevision"], scaling["MaxSize"], scaling["MinSize"], scaling["MaxConcurrency"]))
        apprunner.delete_vpc_connector(VpcConnectorArn=connector["VpcConnectorArn"])
        self.assertEqual("INACTIVE", apprunner.describe_vpc_connector(VpcConnectorArn=connector["VpcConnectorArn"])["VpcConnector"]["Status"])

    @mends
    def test_a_domain_is_associated_described_and_taken_away(self):
        service = self.create()
        apprunner = self.client("apprunner")
        apprunner.associate_custom_domain(ServiceArn=service["ServiceArn"], DomainName="api.example.com", EnableWWWSubdomain=False)
        domain = apprunner.describe_custom_domains(ServiceArn=service["ServiceArn"])["CustomDomains"][0]
        self.assertEqual(("api.example.com", False, "CNAME"), (domain["DomainName"], domain["EnableWWWSubdomain"], domain["CertificateValidationRecords"][0]["Type"]))
        apprunner.disassociate_custom_domain(ServiceArn=service["ServiceArn"], DomainName="api.example.com")
        self.assertEqual([], apprunner.describe_custom_domains(ServiceArn=service["ServiceArn"])["CustomDomains"])
