using Fairlead.Infrastructure.LocalCloud;
using Fairlead.LocalCloud.Hosting;

namespace Fairlead.IntegrationTests.S3;

/// <summary>The command lines that people use with S3, unchanged, against the local cloud.</summary>
[Trait("Category", "Integration")]
public sealed class S3ToolsTests : IAsyncLifetime
{
    private readonly TemporaryDirectory _directory = new("fairlead-s3-tools-");
    private LocalCloudServer _server = null!;
    private LocalCloudAccessKey _key = null!;

    private string Endpoint => _server.Endpoints.Api.ToString().TrimEnd('/');

    private string Site => Path.Combine(_directory, "site");

    public async Task InitializeAsync()
    {
        _server = await LocalCloudServer.StartAsync(new LocalCloud.Hosting.LocalCloudOptions
        {
            StateDirectory = Path.Combine(_directory, "state"),
            ApiPort = 0,
            RegistryPort = 0,
            EdgePort = 0
        });
        _key = (await LocalCloudFixture.FindAsync(Path.Combine(_directory, "state"))).AccessKey!;
        Write("index.html", "<html>");
        Write("assets/app-1a2b.js", "code");
        Write("assets/a b+é.txt", "odd name");

        // More than the 8 MiB at which the AWS CLI goes over to a multipart upload.
        Write("assets/large.bin", new string('x', 9 * 1024 * 1024));
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _directory.Dispose();
    }

    [ToolFact("aws")]
    public async Task The_aws_cli_syncs_up_then_nothing_then_deletes_and_reads_back()
    {
        await AwsAsync("s3", "mb", "s3://tools");
        (await AwsAsync("s3", "sync", Site, "s3://tools", "--no-progress")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(4);
        (await AwsAsync("s3", "sync", Site, "s3://tools", "--no-progress")).ShouldBeEmpty();
        File.Delete(Path.Combine(Site, "index.html"));
        (await AwsAsync("s3", "sync", Site, "s3://tools", "--delete", "--no-progress")).Trim().ShouldBe("delete: s3://tools/index.html");

        (await AwsAsync("s3", "ls", "s3://tools", "--recursive")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(x => x[31..])
            .ShouldBe(["assets/a b+é.txt", "assets/app-1a2b.js", "assets/large.bin"]);
        (await AwsAsync("s3", "cp", "s3://tools/assets/app-1a2b.js", "-")).ShouldBe("code");
        await AwsAsync("s3", "cp", "s3://tools", Path.Combine(_directory, "back"), "--recursive", "--no-progress");
        Tree(Path.Combine(_directory, "back")).ShouldBe(Tree(Site));
        await AwsAsync("s3", "rm", "s3://tools", "--recursive");
        await AwsAsync("s3", "rb", "s3://tools");
        (await AwsAsync("s3", "ls")).ShouldBeEmpty();
    }

    [ToolFact("aws")]
    public async Task The_aws_cli_knows_the_caller_and_writes_conditionally()
    {
        (await AwsAsync("sts", "get-caller-identity", "--query", "Account", "--output", "text")).Trim().ShouldBe("000000000000");
        await AwsAsync("s3api", "create-bucket", "--bucket", "tools");
        string[] put = ["s3api", "put-object", "--bucket", "tools", "--key", "lock", "--body", Path.Combine(Site, "index.html"), "--if-none-match", "*"];
        await AwsAsync(put);

        var (code, _, error) = await RunAsync("aws", ["--endpoint-url", Endpoint, .. put]);

        code.ShouldNotBe(0);
        error.ShouldContain("PreconditionFailed");
    }

    [ToolFact("rclone")]
    public async Task Rclone_syncs_and_finds_nothing_left_to_do()
    {
        string[] remote = ["--config", Path.Combine(_directory, "no-config"), "--retries", "1", "--low-level-retries", "1", "-v"];
        var target = $":s3,provider=Other,access_key_id={_key.AccessKeyId},secret_access_key={_key.SecretAccessKey},"
            + $"region=us-east-1,endpoint='{Endpoint}':tools";
        await SucceedAsync("rclone", ["mkdir", target, .. remote]);
        await SucceedAsync("rclone", ["sync", Site, target, .. remote]);
        await SucceedAsync("rclone", ["check", Site, target, .. remote]);
        var (_, again) = await SucceedAsync("rclone", ["sync", Site, target, .. remote]);
        again.ShouldContain("nothing to transfer");
        File.Delete(Path.Combine(Site, "index.html"));
        await SucceedAsync("rclone", ["sync", Site, target, .. remote]);

        var (listed, _) = await SucceedAsync("rclone", ["lsf", "-R", "--files-only", target, .. remote]);

        listed.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Order(StringComparer.Ordinal)
            .ShouldBe(["assets/a b+é.txt", "assets/app-1a2b.js", "assets/large.bin"]);
    }

    [ToolFact("python3")]
    public async Task Boto3_writes_reads_pages_and_presigns()
    {
        const string script = """
            import boto3, sys, urllib.request
            from botocore.config import Config
            s3 = boto3.client("s3", endpoint_url=sys.argv[1])
            s3.create_bucket(Bucket="tools")
            for i in range(25):
                s3.put_object(Bucket="tools", Key=f"n/{i:02}", Body=b"x" * i, Metadata={"i": str(i)})
            pages = s3.get_paginator("list_objects_v2").paginate(Bucket="tools", PaginationConfig={"PageSize": 10})
            assert [o["Size"] for p in pages for o in p["Contents"]] == list(range(25))
            got = s3.get_object(Bucket="tools", Key="n/07", ChecksumMode="ENABLED")
            assert got["Body"].read() == b"x" * 7 and got["Metadata"] == {"i": "7"} and got["ChecksumCRC32"]
            s3.put_bucket_versioning(Bucket="tools", VersioningConfiguration={"Status": "Enabled"})
            s3.put_object(Bucket="tools", Key="n/07", Body=b"new")
            s3.delete_object(Bucket="tools", Key="n/07")
            found = s3.list_object_versions(Bucket="tools", Prefix="n/07")
            assert len(found["Versions"]) == 2 and len(found["DeleteMarkers"]) == 1
            fetch = urllib.request.build_opener(urllib.request.ProxyHandler({})).open
            def presigned(version, operation, key):
                signer = boto3.client("s3", endpoint_url=sys.argv[1], config=Config(signature_version=version))
                return signer.generate_presigned_url(operation, Params={"Bucket": "tools", "Key": key}, ExpiresIn=60)
            assert fetch(presigned("s3v4", "get_object", "n/03")).read() == b"xxx"
            odd = "a b+\u00e9/(1)&=~*'.txt"
            fetch(urllib.request.Request(presigned("s3v4", "put_object", odd), data=b"put", method="PUT", headers={"Content-Type": ""}))
            assert s3.get_object(Bucket="tools", Key=odd)["Body"].read() == b"put"
            for refused in (presigned("s3", "get_object", "n/03"), presigned("s3v4", "get_object", "n/03").replace("n/03", "n/04")):
                try:
                    fetch(refused)
                    raise AssertionError(refused)
                except urllib.error.HTTPError as error:
                    assert error.code in (400, 403), error
            role = boto3.client("sts", endpoint_url=sys.argv[1]).assume_role(RoleArn="arn:aws:iam::000000000000:role/ci", RoleSessionName="ci")["Credentials"]
            session = boto3.Session(role["AccessKeyId"], role["SecretAccessKey"], role["SessionToken"])
            assert session.client("sts", endpoint_url=sys.argv[1]).get_caller_identity()["Arn"].endswith("assumed-role/ci/ci")
            assert session.client("s3", endpoint_url=sys.argv[1]).get_object(Bucket="tools", Key="n/03")["Body"].read() == b"xxx"
            print("done")
            """;

        var (output, _) = await SucceedAsync("python3", ["-c", script, Endpoint]);

        output.Trim().ShouldBe("done");
    }

    private async Task<string> AwsAsync(params string[] arguments) => (await SucceedAsync("aws", ["--endpoint-url", Endpoint, .. arguments])).Output;

    private async Task<(string Output, string Error)> SucceedAsync(string tool, string[] arguments)
    {
        var (code, output, error) = await RunAsync(tool, arguments);
        code.ShouldBe(0, $"{tool} {string.Join(' ', arguments)}\n{output}\n{error}");
        return (output, error);
    }

    // rclone 1.60 refuses to start with a CA bundle, and nothing here speaks TLS.
    private Task<(int Code, string Output, string Error)> RunAsync(string tool, string[] arguments)
        => CommandLine.RunAsync(
            "env",
            ["-u", "AWS_CA_BUNDLE", "-u", "AWS_PROFILE", tool, .. arguments],
            new Dictionary<string, string>(LocalCloudFixture.EnvironmentOf(_key)) { ["PYTHONIOENCODING"] = "utf-8", ["LC_ALL"] = "C.UTF-8" });

    private void Write(string path, string content)
    {
        var file = Path.Combine(Site, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);

        // The AWS CLI uploads again what is newer than the object, and S3 has whole seconds.
        File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddHours(-1));
    }

    private static string[] Tree(string root)
        => [.. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Select(x => $"{Path.GetRelativePath(root, x)} {new FileInfo(x).Length}")
            .Order(StringComparer.Ordinal)];
}
