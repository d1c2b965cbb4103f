using Fairlead.Releases;
using Fairlead.Services;

namespace Fairlead.Tests.Services;

public sealed class LikelyCauseTests
{
    private const string Image = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/shop@sha256:0123abcd";
    private const string Secrets = "ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: ";
    private const string Secret = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:db-AbCdEf";
    private const string Unhealthy = "(service shop) (port 8080) is unhealthy in (target-group "
        + "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/shop/0123456789abcdef) due to ";

    [Theory]
    [InlineData("CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref " + Image + ": not found",
        "The image was not found: there is no " + Image + " in the registry.")]
    [InlineData("CannotPullContainerError: Error response from daemon: manifest for nginx:0f6b3cdf not found",
        "The image was not found: there is no nginx:0f6b3cdf in the registry.")]
    [InlineData("CannotPullContainerError: pull image manifest has been retried 7 time(s): image Manifest does not contain descriptor matching platform "
        + "'linux/amd64'.",
        "The image is not built for the tasks' platform linux/amd64: build it for that, or set another runtime platform in the task definition.")]
    [InlineData("CannotPullContainerError: failed to find a descriptor for platform {linux/amd64}",
        "The image is not built for the tasks' platform linux/amd64: build it for that, or set another runtime platform in the task definition.")]
    [InlineData("CannotPullContainerError: inspect image has been retried 5 time(s): failed to resolve ref \"" + Image + "\": failed to do request: Head "
        + "https://123456789012.dkr.ecr.eu-central-1.amazonaws.com/v2/shop/manifests/x: dial tcp 10.0.0.1:443: i/o timeout",
        "The image cannot be pulled from its registry: the tasks' subnets have no route to it (a public IP, a NAT gateway or VPC endpoints).")]
    [InlineData("CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref " + Image + ": unexpected status from HEAD "
        + "request to "
        + "https://x: 403 Forbidden", "The image cannot be pulled: the task execution role may not read the repository.")]
    [InlineData("CannotPullContainerError: toomanyrequests: You have reached your pull rate limit.",
        "The image cannot be pulled: the registry limits how often this address may pull.")]
    [InlineData("CannotPullContainerError: write /var/lib/containerd/x: no space left on device",
        "The image cannot be pulled: it does not fit the tasks' disk.")]
    [InlineData("CannotPullContainerError: something else", "The image cannot be pulled; the stopped task says why.")]
    [InlineData(Secrets + "unable to retrieve ecr registry auth: service call has been retried 3 time(s): RequestError: send request failed caused by: Post "
        + "\"https://api.ecr.eu-central-1.amazonaws.com/\": dial tcp 10.0.0.1:443: i/o timeout",
        "The image cannot be pulled from ECR: the tasks' subnets have no route to it (a public IP, a NAT gateway or VPC endpoints).")]
    [InlineData("ResourceInitializationError: unable to pull secrets or registry auth: The task cannot pull registry auth from Amazon ECR: There is a "
        + "connection issue "
        + "between the task and Amazon ECR. Check your task network configuration.",
        "The image cannot be pulled from ECR: the tasks' subnets have no route to it (a public IP, a NAT gateway or VPC endpoints).")]
    [InlineData(Secrets + "unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret " + Secret + " from secrets "
        + "manager: "
        + "AccessDeniedException: User: arn:aws:sts::123456789012:assumed-role/shop-execution/0123 is not authorized to perform: "
        + "secretsmanager:GetSecretValue on "
        + "resource: " + Secret + " because no identity-based policy allows the secretsmanager:GetSecretValue action status code: 400, request id: 1",
        "A secret cannot be read: the task execution role may not read " + Secret + ".")]
    [InlineData(Secrets + "unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret " + Secret + " from secrets "
        + "manager: "
        + "AccessDeniedException: Access to KMS is not allowed status code: 400, request id: 1",
        "A secret cannot be read: the task execution role may not decrypt it with its KMS key (kms:Decrypt).")]
    [InlineData(Secrets + "unable to retrieve secret from asm: service call has been retried 5 time(s): failed to fetch secret " + Secret + " from secrets "
        + "manager: "
        + "RequestCanceled: request context canceled caused by: context deadline exceeded. Please check your task network configuration.",
        "A secret cannot be read from Secrets Manager or Parameter Store: the tasks' subnets have no route to it (a public IP, a NAT gateway or VPC "
            + "endpoints).")]
    [InlineData(Secrets + "unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret " + Secret + " from secrets "
        + "manager: "
        + "ResourceNotFoundException: Secrets Manager can't find the specified secret.", "A secret cannot be read: there is no " + Secret + ".")]
    [InlineData(Secrets + "unable to retrieve secrets from ssm: service call has been retried 1 time(s): invalid parameters: /shop/db",
        "A secret cannot be read: there is no /shop/db.")]
    [InlineData(Secrets + "unable to retrieve secret from asm: service call has been retried 1 time(s): retrieved secret from Secrets Manager did not "
        + "contain json key "
        + "password", "A secret cannot be read: it has no JSON key password.")]
    [InlineData("ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed to create Cloudwatch log stream: "
        + "ResourceNotFoundException: The specified log group does not exist.",
        "The log of the tasks cannot be written: the log group that the task definition names does not exist.")]
    [InlineData("OutOfMemoryError: Container killed due to memory usage; api: exit code 137, OutOfMemoryError: Container killed due to memory usage",
        "The container ran out of memory and was killed: it needs more than the task definition gives it.")]
    [InlineData("CannotStartContainerError: ResourceInitializationError: failed to create new container runtime task: failed to create shim task: OCI "
        + "runtime create "
        + "failed: runc create failed: unable to start container process: exec: \"/app/shop\": stat /app/shop: no such file or directory: unknown",
        "The image has no program /app/shop: its command or entry point is wrong.")]
    [InlineData("CannotStartContainerError: Error response from daemon: OCI runtime create failed: exec: \"./start.sh\": permission denied: unknown",
        "The image's program ./start.sh may not be executed (permission denied).")]
    [InlineData("Task failed container health checks", "The container's own health check fails: the command that the task definition names for it.")]
    [InlineData("Essential container in task exited; api: exit code 139", "The program crashes (exit code 139: segmentation fault).")]
    [InlineData("Essential container in task exited; api: exit code 137",
        "The program was killed (exit code 137), as is one that uses more memory than it may.")]
    [InlineData("Essential container in task exited; api: exit code 0", "The program ends by itself (exit code 0): what a service runs must not end.")]
    [InlineData("Essential container in task exited; api: exit code 1", "The program exits at once with exit code 1; it wrote nothing that was kept.")]
    public void A_stopped_task_says_what_is_wrong(string reason, string cause)
        => LikelyCause.Of(new WhyBlock([], [$"Task 0123abcd stopped: {reason}"], [], [])).ShouldBe(cause);

    [Theory]
    [InlineData(Unhealthy + "(reason Health checks failed with these codes: [404])",
        "The health check is answered 404: the service has nothing at the path that is asked.")]
    [InlineData(Unhealthy + "(reason Health checks failed with these codes: [503])",
        "The health check is answered 503: the service is up and has an error of its own.")]
    [InlineData(Unhealthy + "(reason Health checks failed with these codes: [302])",
        "The health check is answered 302: the path that is asked redirects, and the load balancer follows no redirects.")]
    [InlineData(Unhealthy + "(reason Request timed out)",
        "The health check is not answered in time: a security group keeps the load balancer out, or the service is slow.")]
    [InlineData(Unhealthy + "(reason Health checks failed)",
        "Nothing answers on port 8080: the service listens on another one, on 127.0.0.1 only, or not yet.")]
    [InlineData("(service shop) was unable to place a task. Reason: Capacity is unavailable at this time. Please try again later or in a different "
        + "availability zone.",
        "AWS has no capacity for the tasks at this time: other subnets, another size, or a later run may find some.")]
    [InlineData("(service shop) was unable to place a task. Reason: You've reached the limit on the number of vCPUs you can run concurrently.",
        "No capacity: the account's quota of vCPUs that run at a time is used up.")]
    [InlineData("(service shop) was unable to place a task because no container instance met all of its requirements. The closest matching "
        + "(container-instance 0123) has "
        + "insufficient CPU units available.", "No capacity: no container instance has enough CPU free for a task.")]
    [InlineData("(service shop) was unable to place a task because no container instance met all of its requirements. Reason: No Container Instances were "
        + "found in your "
        + "capacity provider.", "No capacity: the cluster has no container instance to run the tasks on.")]
    [InlineData("RESOURCE:MEMORY", "No capacity: no container instance has enough memory free for a task.")]
    [InlineData("(service shop) failed to launch a task with (error ECS was unable to assume the role 'arn:aws:iam::123456789012:role/shop-task' that was "
        + "provided for "
        + "this task. Please verify that the role being passed has the proper trust relationship and permissions.)",
        "ECS may not assume the role arn:aws:iam::123456789012:role/shop-task: it does not exist, or does not trust ecs-tasks.amazonaws.com.")]
    [InlineData("(service shop) was unable to place a task. Reason: CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to "
        + "resolve ref "
        + Image + ": not found.", "The image was not found: there is no " + Image + " in the registry.")]
    public void An_event_of_the_service_says_what_is_wrong(string message, string cause)
        => LikelyCause.Of(new WhyBlock([$"12:00:00 {message}"], [], [], [])).ShouldBe(cause);

    [Fact]
    public void A_program_of_another_architecture_is_found_in_its_log_although_it_exits_at_once()
        => LikelyCause.Of(new WhyBlock([], ["Task t stopped: Essential container in task exited; api: exit code 255"], [], ["exec /app/shop: exec format "
            + "error"]))
            .ShouldBe("The image is built for another CPU architecture than the tasks run on: its program cannot be executed (exec format error).");

    [Fact]
    public void A_program_that_exits_points_to_its_log_only_where_there_is_one()
        => LikelyCause.Of(new WhyBlock([], ["Task t stopped: Essential container in task exited; api: exit code 3"], [], ["no such host: db"]))
            .ShouldBe("The program exits at once with exit code 3; its last lines say why.");

    [Fact]
    public void A_program_that_exits_also_fails_its_health_check_and_the_exit_is_the_cause()
        => LikelyCause.Of(new WhyBlock([Unhealthy + "(reason Health checks failed)"], ["Task t stopped: Essential container in task exited; api: exit code "
            + "1"], [], []))
            .ShouldBe("The program exits at once with exit code 1; it wrote nothing that was kept.");

    [Fact]
    public void A_service_that_listens_on_another_port_than_is_asked_is_told_both()
        => LikelyCause.Of(new WhyBlock([Unhealthy + "(reason Health checks failed)"], [], [], ["Now listening on: http://[::]:5000"]))
            .ShouldBe("The service listens on port 5000, and the load balancer asks port 8080.");

    [Fact]
    public void The_health_check_itself_is_told_where_it_is_known()
        => LikelyCause.Of(new WhyBlock(
            [],
            [],
            ["Target 10.0.0.1:8080 is unhealthy: Target.ResponseCodeMismatch, Health checks failed with these codes: [404] "
                + "(health check: HTTP GET /health on the service's port, healthy when 200)"],
            []))
            .ShouldBe("The health check is answered 404: the service has nothing at the path that is asked. "
                + "The health check is HTTP GET /health on the service's port, healthy when 200.");

    [Fact]
    public void Without_evidence_there_is_no_cause()
        => LikelyCause.Of(new WhyBlock(["12:00:00 (service shop) has started 1 tasks: (task 0123)."], [], ["Target 10.0.0.1:80 is initial: "
            + "Elb.InitialHealthChecking"], []))
            .ShouldBeNull();

    [Fact]
    public void What_a_user_stopped_has_no_cause_of_its_own()
        => LikelyCause.Of(new WhyBlock([], ["Task t stopped: Task stopped by user; api: exit code 143"], [], [])).ShouldBeNull();
}
