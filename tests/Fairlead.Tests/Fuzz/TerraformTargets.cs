using System.Text;
using Fairlead.Infrastructure;
using Fairlead.Infrastructure.Terraform;
using Fairlead.Infrastructure.Terraform.Configuration;
using Fairlead.Infrastructure.Terraform.Messages;
using Fairlead.Infrastructure.Terraform.Signatures;
using Fairlead.Secrets;
using Fairlead.Testing.Fuzzing;
using Fairlead.Tests.Infrastructure.Terraform.Signatures;

namespace Fairlead.Tests.Fuzz;

/// <summary>Terraform's language, what the program says, and what proves that it is the right one.</summary>
internal static class TerraformTargets
{
    private const string Configuration = """
        terraform {
          required_version = ">= 1.11, < 2.0" # a comment
          backend "s3" {
            bucket = "state-${var.name}"
          }
        }
        /* another */
        variable "size" {
          type      = string
          default   = <<-EOT
            a "text"
          EOT
          sensitive = true
        }
        locals { list = [1, { a = "b" }, "${f("x", "${y}")}"] }
        """;

    public static IReadOnlyList<FuzzTarget> All
    => [
        FuzzTarget.Text("HclReader", x => HclReader.Read(x), Configuration).RefusesWith<HclException>(),
        FuzzTarget.Text("HclReader.Literals", x => _ = HclReader.Literals(x).ToList(), """["a", { b = "c" }, "${d}", "e\n", "$${f}"]""")
            .RefusesWith<HclException>(),
        FuzzTarget.Text("HclReader.Quote", x => HclReader.Literal(HclReader.Quote(x)).ShouldBe(x), "a \"text\" with ${a} %{b} $${c} \\ \n \r \t $"),
        FuzzTarget.File("RootModule", "main.tf", ReadModule, Configuration).RefusesWith<FairleadException>(),
        FuzzTarget.File(
            "RootModule in JSON",
            "main.tf.json",
            ReadModule,
            """{"terraform":[{"required_version":">= 1.11","backend":{"s3":{}}}],"variable":{"size":{"type":"number"},"a":[{"sensitive":true}]}}""")
            .RefusesWith<FairleadException>(),
        FuzzTarget.File(
            "Values of variables in JSON",
            "terraform.tfvars.json",
            x => RootModule.ReadValuesAsync(x, CancellationToken.None).GetAwaiter().GetResult(),
            """{"size":"a","list":[1,"b"],"map":{"c":null}}"""),
        FuzzTarget.Utf8(
            "UiListener",
            x =>
            {
                var listener = new UiListener(new SecretMask(() => ["secret"]), new RecordingReporter());
                listener.ReadAsync(new MemoryStream(x)).GetAwaiter().GetResult();
            },
            """
            {"@level":"info","@message":"Terraform 1.11.4","@module":"terraform.ui","type":"version","ui":"1.2"}
            {"@level":"info","@message":"a","type":"planned_change","change":{"resource":{"addr":"aws_vpc.a"},"action":"create"}}
            {"@level":"info","@message":"a","hook":{"resource":{"addr":"aws_vpc.a"},"action":"create"},"type":"apply_start"}
            {"@level":"info","@message":"a","hook":{"resource":{"addr":"aws_vpc.a"},"action":"create","elapsed_seconds":40},"type":"apply_progress"}
            {"@level":"info","@message":"a","hook":{"resource":{"addr":"aws_vpc.a"},"action":"create","id_value":"vpc-1","elapsed_seconds":2},"type":"apply_complete"}
            {"@level":"info","@message":"a","hook":{"resource":{"addr":"aws_vpc.a"},"action":"create","elapsed_seconds":2},"type":"apply_errored"}
            {"@level":"error","@message":"Error: no","type":"diagnostic","diagnostic":{"severity":"error","summary":"no","detail":"why","address":"aws_vpc.a","range":{"filename":"main.tf","start":{"line":3}}}}
            {"@level":"info","@message":"a","changes":{"add":1,"change":0,"import":0,"remove":0,"operation":"apply"},"type":"change_summary"}
            plain text
            """) with { MemoryPerByte = 2048 },
        FuzzTarget.Text(
            "TransportPolicy",
            x =>
            {
                // With the statement in it there is nothing to add.
                if (TransportPolicy.Add(x, "state", "aws") is { } policy)
                {
                    TransportPolicy.Add(policy, "state", "aws").ShouldBeNull();
                }
            },
            """{"Version":"2012-10-17","Statement":[{"Sid":"A","Effect":"Allow","Action":"*"},{"Sid":"DenyInsecureTransport"}]}""",
            """{"Statement":{"Sid":"A"}}""").RefusesWith<System.Text.Json.JsonException>(),
        FuzzTarget.Text(
            "DiagnosticText",
            x => _ = DiagnosticText.Parse(x).ToList(),
            "╷\n│ Error: Failed to read variables file\n│ \n│   on main.tf line 3, in terraform:\n│    3:   required_version = \">= 9\"\n│ \n│ Given file does not exist.\n╵",
            "\u001b[31mError: a: b\u001b[0m\nwith aws_vpc.a,\nWarning: c\r\n"),
        FuzzTarget.Text(
            "VersionConstraint",
            x =>
            {
                var constraint = VersionConstraint.Parse(x);
                constraint.Contains(new TerraformVersion(1, 11, 4));
                constraint.Contains(new TerraformVersion(1, 12, 0, "rc1"));
                VersionConstraint.Parse(constraint.ToString());
            },
            ">= 1.11, < 2.0",
            "~> 1.11.0",
            "!= 1.12.0-rc1").RefusesWith<FormatException>(),
        FuzzTarget.Text(
            "TerraformVersion",
            x =>
            {
                var version = TerraformVersion.Parse(x);
                version.CompareTo(TerraformVersion.Parse(version.ToString())).ShouldBe(0);
            },
            "1.11.4",
            "v1.12.0-rc1.2+build",
            "1.11").RefusesWith<FormatException>(),
        FuzzTarget.Utf8(
            "StateHead",
            x => StateHead.ReadAsync(new MemoryStream(x)).GetAwaiter().GetResult(),
            """{"version":4,"terraform_version":"1.11.4","serial":3,"lineage":"18e51ce4-89cf-536b-42bb-e0276b20643d","outputs":{"a":{"value":"b"}}}"""),
        FuzzTarget.Bytes(
            "OpenPgpPacket",
            x => _ = OpenPgpPacket.Read(x).ToList(),
            Convert.FromHexString(PublishedRelease.Signature),
            Convert.FromHexString(PublishedRelease.TofuSignature)).RefusesWith<OpenPgpException>(),
        FuzzTarget.Bytes(
            "OpenPgpSignature",
            x => OpenPgpSignature.Read(x),
            [.. OpenPgpPacket.Read(Convert.FromHexString(PublishedRelease.Signature)).Select(x => x.Body)]).RefusesWith<OpenPgpException>(),
        FuzzTarget.Bytes("OpenPgpKeyRing", x => OpenPgpKeyRing.Read(Armored(x)), KeyPackets).RefusesWith<OpenPgpException>(),
        FuzzTarget.Bytes("OpenPgpKeyRing.Verify", Verify, Convert.FromHexString(PublishedRelease.Signature)).RefusesWith<OpenPgpException>(),
        FuzzTarget.Text("OpenPgpKeyRing's armor", x => OpenPgpKeyRing.Read(x), Armored(KeyPackets)).RefusesWith<OpenPgpException>(),
        FuzzTarget.Text(
            "StackOutputs",
            x => StackOutputsReader.Read(x, "shop"),
            """
            {"stack":{"value":"shop"},"region":{"value":"us-east-1","type":"string","sensitive":false},"public_url":{"value":"https://shop.example.com/"},
             "health_check_path":{"value":"/api/health"},"site_bucket":{"value":"shop-site"},"ledger_bucket":{"value":"shop-ledger"},
             "ledger_prefix":{"value":"ledger"},"log_group":{"value":"/ecs/shop"},"service_host":{"value":"ecs"},"distribution_id":{"value":"E1"},
             "repository_name":{"value":"shop"},"repository_uri":{"value":"123456789012.dkr.ecr.us-east-1.amazonaws.com/shop"},
             "cluster_name":{"value":"shop"},"service_name":{"value":"shop-api"},"container_name":{"value":"api"}}
            """,
            """
            {"stack":"shop","region":"us-east-1","public_url":"https://shop.example.com/","ledger_bucket":"shop-ledger","ledger_prefix":"/ledger/",
             "services":[{"name":"api","service_host":"ecs","cluster_name":"shop","service_name":"shop-api","container_name":"api","log_group":"/ecs/shop",
               "repository_uri":"123456789012.dkr.ecr.us-east-1.amazonaws.com/shop","url":"https://api.example.com/","health_check_path":"/health"},
              {"name":"worker","service_host":"ec2","release_bucket":"r","release_prefix":"worker","instance_tag_key":"Role","instance_tag_value":"w"}],
             "sites":[{"name":"web","bucket":"shop-site","distribution_id":"E1"}]}
            """).RefusesWith<FairleadException>(),
    ];

    private static byte[] KeyPackets { get; } = ReadKey();

    private static readonly byte[] Sums = Encoding.UTF8.GetBytes(PublishedRelease.Sums.ReplaceLineEndings("\n"));

    private static void ReadModule(string file)
        => RootModule.ReadAsync(Path.GetDirectoryName(file)!, TerraformProduct.Terraform, CancellationToken.None).GetAwaiter().GetResult();

    private static void Verify(byte[] signature) => ReleaseKeys.Of(TerraformProduct.Terraform).Verify(Sums, signature);

    private static string Armored(byte[] packets)
        => $"-----BEGIN PGP PUBLIC KEY BLOCK-----\n\n{Convert.ToBase64String(packets)}\n-----END PGP PUBLIC KEY BLOCK-----\n";

    // As ReleaseKeys has it, without its armor.
    private static byte[] ReadKey()
    {
        using var resource = typeof(ReleaseKeys).Assembly.GetManifestResourceStream("hashicorp.asc")!;
        using var reader = new StreamReader(resource);
        var lines = reader.ReadToEnd().Split('\n').Select(x => x.Trim()).SkipWhile(x => x.Length > 0);
        return Convert.FromBase64String(string.Concat(lines.Where(x => x.Length > 0 && x[0] is not ('=' or '-'))));
    }
}
