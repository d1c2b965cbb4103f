using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Fairlead.Infrastructure.Plans.Costs;
using Fairlead.Infrastructure.Plans.Drift;
using Fairlead.Infrastructure.Plans.Guard;
using Fairlead.Infrastructure.Plans.Policies;
using Fairlead.Infrastructure.Plans.Reading;
using Fairlead.Infrastructure.Plans.Sealing;
using Fairlead.Infrastructure.Plans.Summary;
using Fairlead.Testing.Fuzzing;
using Fairlead.Tests.Infrastructure.Plans;

namespace Fairlead.Tests.Fuzz;

/// <summary>Plans of terraform, what they are judged by, and the artifacts that they travel in.</summary>
internal static class PlanTargets
{
    private const string Secret = "a secret of enough characters";

    private static readonly PriceTable Prices = PlanFixture.Prices();

    private static readonly PlanBinding Binding = new()
    {
        Stack = "shop",
        TerraformVersion = "1.11.4",
        StateLineage = "0a",
        StateSerial = 7,
        PlanFile = "ab",
        Salt = "c2FsdA==",
        Files = new Dictionary<string, string> { ["main.tf"] = "cd" },
        Variables = new Dictionary<string, string>(),
        ConfigurationDigest = "ef",
        Digest = "0123",
    };

    public static IReadOnlyList<FuzzTarget> All
    => [
        FuzzTarget.Utf8("TerraformPlan", Judge, SmallPlan, PlanFixture.Text("drift")).RefusesWith<FairleadException>() with { MemoryPerByte = 2048 },
        FuzzTarget.Utf8(
            "PolicyDocument",
            x => PolicyDocument.Read(new PlannedValue(JsonSerializer.SerializeToElement(Encoding.UTF8.GetString(x)))),
            """{"Version":"2012-10-17","Statement":[{"Sid":"A","Effect":"Allow","Action":["s3:GetObject"],"Resource":"*","Principal":{"AWS":"*"}}]}""",
            """{"Statement":{"Effect":"Deny","NotAction":"*","Condition":{"Bool":{"aws:SecureTransport":false}},"Principal":{"Federated":["a"]}}}"""),
        FuzzTarget.Utf8(
            "PolicyWaivers",
            x => PolicyWaivers.Parse(x, "policy-waivers.json"),
            """{"waivers":[{"check":"FL006","address":"aws_instance.vault","reason":"It is ours.","expires":"2027-01-31"}]}""",
            """{"waivers":[]}""").RefusesWith<FairleadException>(),
        FuzzTarget.File(
            "PriceTable",
            "prices.json",
            x => PriceTable.ReadAsync(x).GetAwaiter().GetResult(),
            """
            {"region":"us-east-1","date":"2026-11-21","currency":"USD","source":"aws","free":["aws_vpc"],
             "prices":[{"resource":"aws_instance","attribute":"instance_type","value":"t3.micro","price":0.0104,"unit":"hour"}]}
            """).RefusesWith<FairleadException>(),
        FuzzTarget.File(
            "PlanBinding",
            "plan.tfplan.binding.json",
            x => PlanBinding.ReadAsync(x[..^".binding.json".Length]).GetAwaiter().GetResult(),
            BindingFile).RefusesWith<FairleadException>() with { RefusesAll = true },
        FuzzTarget.Bytes("PlanArtifact", Open, Artifact).RefusesWith<FairleadException>(),

        // The digest of the header would refuse nearly everything before anybody looks at what is in it.
        FuzzTarget.Bytes(
            "PlanArtifact's header",
            x => Open(WithHeader(x)),
            Artifact[13..(13 + BinaryPrimitives.ReadInt32BigEndian(Artifact.AsSpan(9)))]).RefusesWith<FairleadException>(),
        FuzzTarget.Bytes(
            "PlanArtifact's content",
            x =>
            {
                if (PlanArtifactContent.Unpack(x) is var (plan, binding))
                {
                    PlanArtifactContent.Pack(plan, binding).ShouldBe(x);
                }
            },
            PlanArtifactContent.Pack("plan"u8, "{}"u8)),
    ];

    private static byte[] Artifact { get; } = PlanArtifact.Seal(
        "plan"u8, Binding, Secret, SomeRelease.Noon, new byte[16], new byte[12], iterations: 100_000);

    // The digest is over the other members, so only what changes nothing of them is read.
    private static string BindingFile => """
        {"version":1,"stack":"shop","terraformVersion":"1.11.4","stateLineage":"0a","stateSerial":7,"planFile":"ab","salt":"c2FsdA==",
         "files":{"main.tf":"cd"},"variables":{},"configurationDigest":"ef","digest":"0123"}
        """;

    private static string SmallPlan => """
        {"format_version":"1.2","terraform_version":"1.11.4","timestamp":"2026-11-21T12:00:00Z","applyable":true,"complete":true,"errored":false,
         "variables":{"size":{"value":"t3.micro"}},
         "resource_changes":[CREATE,REPLACE,UPDATE],
         "resource_drift":[DRIFT],
         "deferred_changes":[{"reason":"resource_config_unknown","resource_change":DEFERRED}],
         "output_changes":{"url":{"actions":["update"],"before":"a","after":"b","after_unknown":false,"before_sensitive":false,"after_sensitive":false}},
         "checks":[{"address":{"to_display":"check.a"},"status":"fail","instances":[{"problems":[{"message":"no"}]}]}],
         "configuration":{"root_module":{
          "resources":[{"address":"aws_instance.web","expressions":{"subnet_id":{"references":["module.data.subnet","module.data"]}}}],
          "outputs":{"url":{"expression":{"references":["aws_instance.web.id","aws_instance.web"]}}},
          "module_calls":{"data":{"expressions":{"size":{"references":["var.size"]}},"module":{
           "resources":[{"address":"aws_db_instance.main","expressions":{"name":{"references":["var.size"]}}}],
           "outputs":{"subnet":{"expression":{"references":["var.size"]}}}}}}}}}
        """
        .Replace("CREATE", PlanFixture.Change(
            "aws_instance.web",
            "\"create\"",
            after: """{"instance_type":"t3.micro","tags":{"a":"b"},"list":[1,{"x":null}]}""",
            marks: """ "after_unknown":{"id":true},"after_sensitive":{"tags":true} """))
        .Replace("REPLACE", PlanFixture.Change(
            "module.data.aws_db_instance.main",
            "\"delete\",\"create\"",
            before: """{"allocated_storage":20,"engine":"postgres"}""",
            after: """{"allocated_storage":30,"engine":"postgres"}""",
            more: """ "action_reason":"replace_because_cannot_update", """))
        .Replace("UPDATE", PlanFixture.Change(
            "aws_iam_role_policy.a",
            "\"update\"",
            before: """{"policy":"{}"}""",
            after: """{"policy":"{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}"}"""))
        .Replace("DRIFT", PlanFixture.Change("aws_s3_bucket.b", "\"update\"", before: """{"tags":{}}""", after: """{"tags":{"c":"d"}}"""))
        .Replace("DEFERRED", PlanFixture.Change("aws_vpc.c", "\"create\""));

    /// <summary>Everything that a plan is read for.</summary>
    private static void Judge(byte[] json)
    {
        var plan = TerraformPlan.Parse(json);
        var summary = PlanSummary.Of(plan);
        summary.ToText();
        summary.ToMarkdown("Plan").Length.ShouldBeLessThanOrEqualTo(PlanSummary.GitHubLimit);
        PlanGuard.Check(plan, new PlanGuardOptions());
        PolicyChecks.Run(plan, [], new DateOnly(2026, 11, 21)).ToMarkdown();
        CostEstimate.Of(plan, Prices).ToMarkdown();
        DriftReport.Of(plan).ToMarkdown("Drift");
        foreach (var resource in plan.Resources)
        {
            plan.References.Of(resource, "subnet_id");
        }
    }

    private static void Open(byte[] artifact) => PlanArtifact.Open(artifact, "shop", Secret);

    private static byte[] WithHeader(byte[] header)
    {
        var head = new byte[13 + header.Length];
        Artifact.AsSpan(0, 9).CopyTo(head);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(9), header.Length);
        header.CopyTo(head, 13);
        var end = 13 + BinaryPrimitives.ReadInt32BigEndian(Artifact.AsSpan(9));
        return [.. head, .. SHA256.HashData(head), .. Artifact.AsSpan(end + SHA256.HashSizeInBytes)];
    }
}
