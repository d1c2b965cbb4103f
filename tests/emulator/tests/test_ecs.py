"""ECS."""

from __future__ import annotations

from emulator.tests.support import EmulatorTestCase, also_on_stock_moto, mends

BREAKER = {"deploymentCircuitBreaker": {"enable": True, "rollback": True}, "maximumPercent": 200, "minimumHealthyPercent": 50}


@also_on_stock_moto
class EcsTests(EmulatorTestCase):
    def register(self, image: str, **more) -> str:
        definition = {"name": "api", "image": image, "memory": 256, **more}
        return self.client("ecs").register_task_definition(family="quiz", containerDefinitions=[definition])["taskDefinition"]["taskDefinitionArn"]

    def create(self, image: str = "quiz:1", count: int = 2, **more) -> dict:
        self.client("ecs").create_cluster(clusterName="quiz")
        definition = self.register(image)
        return self.client("ecs").create_service(cluster="quiz", serviceName="api", taskDefinition=definition, desiredCount=count, deploymentConfiguration=BREAKER, **more)["service"]

    def describe(self) -> dict:
        return self.client("ecs").describe_services(cluster="quiz", services=["api"])["services"][0]

    @mends
    def test_a_service_becomes_stable(self):
        self.create()
        service = self.describe()
        self.assertEqual((2, "COMPLETED"), (service["runningCount"], service["deployments"][0]["rolloutState"]))

    @mends
    def test_settings_are_answered_as_they_were_asked_for(self):
        service = self.create(healthCheckGracePeriodSeconds=60, enableExecuteCommand=True, enableECSManagedTags=True, capacityProviderStrategy=[{"capacityProvider": "FARGATE", "weight": 1}])
        for each in (service, self.describe()):
            self.assertEqual((60, True, True), (each["healthCheckGracePeriodSeconds"], each["enableExecuteCommand"], each["enableECSManagedTags"]))
            self.assertEqual("FARGATE", each["capacityProviderStrategy"][0]["capacityProvider"])
            self.assertEqual(BREAKER, each["deploymentConfiguration"])
            self.assertEqual("DISABLED", each["availabilityZoneRebalancing"])

    @mends
    def test_a_new_task_definition_starts_a_deployment_that_replaces_the_old_one(self):
        self.create()
        old = self.describe()["deployments"][0]["id"]
        new = self.register("quiz:2")
        started = self.client("ecs").update_service(cluster="quiz", service="api", taskDefinition="quiz:2")["service"]["deployments"]
        self.assertEqual([("PRIMARY", new), ("ACTIVE", self.register_arn(1))], [(each["status"], each["taskDefinition"]) for each in started])
        self.assertEqual("IN_PROGRESS", started[0]["rolloutState"])
        ended = self.describe()
        self.assertEqual((1, new, new), (len(ended["deployments"]), ended["deployments"][0]["taskDefinition"], ended["taskDefinition"]))
        self.assertNotEqual(old, ended["deployments"][0]["id"])

    def register_arn(self, revision: int) -> str:
        return f"arn:aws:ecs:us-east-1:123456789012:task-definition/quiz:{revision}"

    @mends
    def test_the_circuit_breaker_goes_back_when_tasks_do_not_start(self):
        self.post("/_emulator/ecs", {"fail_images": ["broken"]})
        self.create()
        self.describe()
        bad = self.register("quiz:broken")
        self.client("ecs").update_service(cluster="quiz", service="api", taskDefinition=bad)
        states = [self.describe() for _ in range(3)]
        self.assertEqual([1, 2], [each["deployments"][0]["failedTasks"] for each in states[:2]])
        primary, failed = states[2]["deployments"]
        self.assertEqual((self.register_arn(1), "COMPLETED"), (primary["taskDefinition"], primary["rolloutState"]))
        self.assertEqual((bad, "FAILED", 3), (failed["taskDefinition"], failed["rolloutState"], failed["failedTasks"]))
        self.assertEqual(self.register_arn(1), states[2]["taskDefinition"])
        self.assertIn("unable to start a task", states[2]["events"][0]["message"])

    def test_a_slow_rollout_takes_as_many_looks_as_it_is_told(self):
        self.post("/_emulator/ecs", {"slow": 2})
        self.create()
        self.assertEqual(["IN_PROGRESS", "IN_PROGRESS", "COMPLETED"], [self.describe()["deployments"][0]["rolloutState"] for _ in range(3)])

    def test_scaling_starts_no_deployment(self):
        self.create()
        before = self.describe()["deployments"][0]["id"]
        self.client("ecs").update_service(cluster="quiz", service="api", desiredCount=5)
        service = self.describe()
        self.assertEqual((5, 5, [before]), (service["desiredCount"], service["runningCount"], [each["id"] for each in service["deployments"]]))

    @mends
    def test_a_fargate_task_runs_all_containers_and_ends_as_told(self):
        self.post("/_emulator/ecs", {"exit_codes": {"migrate": 7}})
        subnets, group = self.network()
        ecs = self.client("ecs")
        ecs.create_cluster(clusterName="quiz")
        ecs.register_task_definition(
            family="migrate", networkMode="awsvpc", requiresCompatibilities=["FARGATE"], cpu="256", memory="512", containerDefinitions=[{"name": "migrate", "image": "quiz:1"}, {"name": "xray", "image": "xray"}])
        task = ecs.run_task(cluster="quiz", taskDefinition="migrate", launchType="FARGATE", networkConfiguration={"awsvpcConfiguration": {"subnets": subnets, "securityGroups": [group]}})["tasks"][0]
        while task["lastStatus"] != "STOPPED":
            task = ecs.describe_tasks(cluster="quiz", tasks=[task["taskArn"]])["tasks"][0]
        self.assertEqual({"migrate": 7, "xray": 0}, {each["name"]: each["exitCode"] for each in task["containers"]})
        self.assertEqual("EssentialContainerExited", task["stopCode"])
        self.assertEqual({"STOPPED"}, {each["lastStatus"] for each in task["containers"]})
