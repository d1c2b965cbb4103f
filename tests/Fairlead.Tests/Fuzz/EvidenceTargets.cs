using System.Text;
using System.Text.Json;
using Amazon.ECS.Model;
using Amazon.Runtime;
using Fairlead.Aws;
using Fairlead.Infrastructure.LocalCloud;
using Fairlead.Infrastructure.Plans.Reading;
using Fairlead.Infrastructure.Plans.Sealing;
using Fairlead.Infrastructure.Terraform;
using Fairlead.Infrastructure.Terraform.Messages;
using Fairlead.Releases;
using Fairlead.Services;
using Fairlead.Services.Ecs;
using Fairlead.Testing.Fuzzing;

namespace Fairlead.Tests.Fuzz;

/// <summary>Texts for people that are looked through for what they mean: errors, events, reasons, lines of logs.</summary>
internal static class EvidenceTargets
{
    private const string LockInfo = """
        Error acquiring the state lock
        Lock Info:
          ID:        49deb70e-f9e4-5dfd-6a4c-e09137e6eb1a
          Path:      state-bucket/flora/terraform.tfstate
          Operation: OperationTypeApply
          Who:       root@build-7
          Version:   1.11.4
          Created:   2026-11-21 07:38:19.856755 +0000 UTC
        """;

    private static readonly ErrorContext Context = new(
        new TerraformTool("/usr/bin/terraform", TerraformProduct.Terraform, new TerraformVersion(1, 11, 4), "named"),
        "plan",
        "/stacks/shop",
        1,
        new Dictionary<string, string> { ["bucket"] = "state" },
        "linux_amd64",
        null);

    public static IReadOnlyList<FuzzTarget> All
    => [
        FuzzTarget.Text(
            "LikelyCause",
            x =>
            {
                var lines = x.Split('\n');
                LikelyCause.Of(new WhyBlock(lines, lines, lines, lines));
            },
            "CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref docker.io/a:b: docker.io/a:b: not found",
            "(service shop) (port 8080) is unhealthy in (target-group a) due to (reason Health checks failed)\nlistening on http://[::]:8081 since noon",
            "Essential container in task exited; api: exit code 139\n(health check: HTTP /api/health on port 8080, healthy when 200)\nCodes: [404]") with
        {
            MemoryPerByte = 1024,
        },
        FuzzTarget.Text(
            "EcsEvents",
            x => _ = EcsEvents.OfDeployment(
                [.. x.Split('\n').Select(y => new ServiceEvent { Message = y })],
                new Service(),
                new Deployment { Id = "ecs-svc/1" },
                [],
                []).ToList(),
            "(service shop) (task 0123) failed container health checks.\n(service shop) (deployment ecs-svc/0123) deployment failed") with
        {
            MemoryPerByte = 1024,
        },
        FuzzTarget.Text("StateLock", x => StateLock.Find(x)?.ToString().ShouldNotBeEmpty(), LockInfo),
        FuzzTarget.Text(
            "TerraformErrors",
            x =>
            {
                var texts = x.Split('\n', 2);
                TerraformDiagnostic[] diagnostics = [new TerraformDiagnostic(true, texts[0], texts[^1], "aws_vpc.a", "main.tf", 3)];
                var why = TerraformErrors.Explain(diagnostics, Context, x);
                why.Message.ShouldNotBeEmpty();
                TerraformErrors.IsCrash(diagnostics, x);
            },
            "Failed to load \"plan.tfplan\" as a plan file\nopen plan.tfplan: no such file",
            "Error refreshing state\nS3 bucket \"state\" does not exist. api error NoSuchBucket: The specified bucket does not exist",
            "Request cancelled\nThe plugin.(*GRPCProvider).PlanResourceChange request was cancelled.",
            LockInfo) with { MemoryPerByte = 1024 },
        FuzzTarget.File(
            "ConfigurationFiles",
            "main.tf",
            x => ConfigurationFiles.Find(Path.GetDirectoryName(x)!, [], null),
            "module \"a\" {\n  source = \"./a\"\n}\n\nmodule \"b\" {\n  source  = \"../b\"\n}\n").RefusesWith<FairleadException>(),
        FuzzTarget.Text("TerraformLocator.ParseVersion", x => TerraformLocator.ParseVersion(x), "Terraform v1.11.4\non linux_amd64", "OpenTofu v1.9.0"),
        FuzzTarget.Text(
            "SecretText",
            x => SecretText.Hide(x),
            "export DB_PASSWORD='x' password: \"x\" --token x",
            "{\"apiKey\":\"x\"}",
            Convert.ToBase64String(Encoding.UTF8.GetBytes("DB_PASSWORD=correct-horse-battery"))) with { MemoryPerByte = 2048 },
        FuzzTarget.Text(
            "AwsErrors",
            x => AwsErrors.Explain(new AmazonServiceException(x) { ErrorCode = "AccessDenied" }, "look").Message.ShouldNotBeEmpty(),
            "User: arn:aws:iam::123456789012:user/mira is not authorized to perform: ecs:DescribeServices on resource: arn:aws:ecs:a:b:c"),
        FuzzTarget.File(
            "LocalCloudAccessKey",
            "access-key.json",
            x => LocalCloudAccessKey.ReadAsync(x, CancellationToken.None).GetAwaiter().GetResult()?.ToString().ShouldNotBeEmpty(),
            JsonSerializer.Serialize(new { accessKeyId = "AKIALOCALCLOUD234567", secretAccessKey = new string('a', 40) })),
    ];
}
