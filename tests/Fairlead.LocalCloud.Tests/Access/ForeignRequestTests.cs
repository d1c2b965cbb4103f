using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Fairlead.LocalCloud.Access;
using Fairlead.LocalCloud.Hosting;
using Fairlead.LocalCloud.LoadBalancing;
using Fairlead.LocalCloud.Protocol;
using Fairlead.LocalCloud.State;
using Fairlead.LocalCloud.Tests.S3;

namespace Fairlead.LocalCloud.Tests.Access;

/// <summary>What a page in a browser can send, byte for byte: the clients of .NET would mend some of it.</summary>
public sealed class ForeignRequestTests(S3TestCloud cloud) : IClassFixture<S3TestCloud>
{
    private const string Delete = "<Delete><Object><Key>kept</Key></Object></Delete>";

    private LocalCloudEndpoints Endpoints => cloud.Server.Endpoints;

    private string Api => Endpoints.Api.Authority;

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1:1")]
    [InlineData("127.0.0.1.evil.example:PORT")]
    [InlineData("localhost.evil.example:PORT")]
    [InlineData("evil.example:PORT")]
    [InlineData("192.168.0.1:PORT")]
    public async Task A_name_that_is_led_here_does_not_reach_the_API_nor_the_registry(string host)
    {
        var api = await SendAsync(Endpoints.Api, "GET /?list-type=2 HTTP/1.1", host);
        var registry = await SendAsync(Endpoints.Registry, "GET /v2/ HTTP/1.1", host);

        api.Status.ShouldBe(403);
        api.Body.ShouldContain("<Code>AccessDenied</Code>");
        registry.Status.ShouldBe(403);
        registry.Body.ShouldContain("DENIED");
    }

    [Theory]
    [InlineData("127.0.0.1:PORT")]
    [InlineData("localhost:PORT")]
    [InlineData("LOCALHOST:PORT")]
    [InlineData("[::1]:PORT")]
    [InlineData("test-bucket.localhost:PORT")]
    [InlineData("test-bucket.s3.localhost:PORT")]
    public async Task Its_own_names_reach_the_API(string host)
    {
        var signed = await cloud.Signer.HeadAsync(
            "GET",
            new Uri(Endpoints.Api, "/?list-type=2"),
            "s3",
            host.Replace("PORT", $"{Endpoints.Api.Port}", StringComparison.Ordinal));

        (await SendAsync(Endpoints.Api, "GET /?list-type=2 HTTP/1.1", host, null, signed)).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("Origin: https://evil.example")]
    [InlineData("Origin: null")]
    [InlineData("Origin: http://localhost:3000")]
    [InlineData("Sec-Fetch-Site: cross-site")]
    [InlineData("Sec-Fetch-Site: same-site")]
    public async Task A_page_of_another_site_does_not_delete_objects(string header)
    {
        await cloud.PutAsync("kept", "content");
        var checksum = ("x-amz-checksum-sha256", Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Delete))));
        var signed = await cloud.Signer.HeadAsync("POST", new Uri(Endpoints.Api, "/test-bucket?delete"), "s3", body: Delete, headers: checksum);

        var answer = await SendAsync(Endpoints.Api, "POST /test-bucket?delete HTTP/1.1", Api, Delete, [header, "Content-Type: text/plain", .. signed]);

        answer.Status.ShouldBe(403);
        (await cloud.ReadAsync("kept")).ShouldBe("content");
        (await SendAsync(Endpoints.Api, "POST /test-bucket?delete HTTP/1.1", Api, Delete, ["Content-Type: text/plain", .. signed])).Status
            .ShouldBe(200, "the same without what a page adds");
    }

    [Fact]
    public async Task A_page_of_another_site_does_not_name_a_service_in_the_query()
    {
        const string config =
            "<DistributionConfig xmlns=\"http://cloudfront.amazonaws.com/doc/2020-05-31/\"><CallerReference>x</CallerReference></DistributionConfig>";

        var answer = await SendAsync(
            Endpoints.Api,
            "POST /2020-05-31/distribution?X-Amz-Credential=x/20260101/us-east-1/cloudfront/aws4_request HTTP/1.1",
            Api,
            config,
            "Content-Type: text/plain");

        answer.Status.ShouldBe(400);
        answer.Body.ShouldContain("<Code>AuthorizationQueryParametersError</Code>");
    }

    [Fact]
    public async Task The_answer_to_a_service_client_is_in_its_own_protocol()
    {
        const string target = "X-Amz-Target: AmazonEC2ContainerServiceV20141113.ListClusters";
        const string authorization = "Authorization: AWS4-HMAC-SHA256 Credential=AKIATEST/20260101/us-east-1/ecs/aws4_request, SignedHeaders=host, Signature=0";

        var answer = await SendAsync(Endpoints.Api, "POST / HTTP/1.1", "evil.example", "{}", target, authorization);

        answer.Status.ShouldBe(403);
        answer.Body.ShouldContain("\"__type\":\"AccessDenied\"");
    }

    [Theory]
    [InlineData("Origin: https://evil.example")]
    [InlineData("Sec-Fetch-Site: cross-site")]
    public async Task A_page_of_another_site_does_not_reach_the_registry(string header)
        => (await SendAsync(Endpoints.Registry, "GET /v2/ HTTP/1.1", Endpoints.Registry.Authority, null, header)).Status.ShouldBe(403);

    [Fact]
    public async Task A_page_may_link_to_a_presigned_URL()
    {
        await cloud.PutAsync("picture", "pixels");
        var url = new Uri(await cloud.S3.GetPreSignedURLAsync(new()
        {
            BucketName = S3TestCloud.Bucket,
            Key = "picture",
            Expires = DateTime.UtcNow.AddMinutes(5),
            Protocol = Amazon.S3.Protocol.HTTP
        }));

        var shown = await SendAsync(Endpoints.Api, $"GET {url.PathAndQuery} HTTP/1.1", Api, null, "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors");
        var written = await SendAsync(Endpoints.Api, $"POST {url.PathAndQuery} HTTP/1.1", Api, "x", "Sec-Fetch-Site: cross-site");

        shown.Status.ShouldBe(200);
        shown.Body.ShouldContain("pixels");
        written.Status.ShouldBe(403);
    }

    [Theory]
    [InlineData("GET", "status")]
    [InlineData("POST", "stop")]
    [InlineData("GET", "stacks/shop")]
    [InlineData("PUT", "stacks/shop")]
    [InlineData("GET", "anything")]
    public async Task The_control_surface_needs_its_key(string method, string path)
    {
        var line = $"{method} /_fairlead/{path} HTTP/1.1";
        var wrong = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

        (await SendAsync(Endpoints.Api, line, Api, "{}")).Status.ShouldBe(403);
        (await SendAsync(Endpoints.Api, line, Api, "{}", $"{ControlKey.HeaderName}: {wrong}")).Status.ShouldBe(403);
        (await SendAsync(Endpoints.Api, line, Api, "{}", $"{ControlKey.HeaderName}: ")).Status.ShouldBe(403);
        (await SendAsync(
            Endpoints.Api,
            line,
            Api,
            "{}",
            $"{ControlKey.HeaderName}: {cloud.Server.ControlKey}",
            "Origin: https://evil.example")).Status.ShouldBe(403);
        (await SendAsync(
            Endpoints.Api,
            "GET /_fairlead/status HTTP/1.1",
            Api,
            null,
            $"{ControlKey.HeaderName}: {cloud.Server.ControlKey}")).Status.ShouldBe(200);
    }

    /// <summary>Who can have a path sent behind the name of a bucket, as viewers of the edge can, gets no further than S3.</summary>
    [Theory]
    [InlineData("GET", "/test-bucket/%2e%2e/_fairlead/status")]
    [InlineData("GET", "/test-bucket/../_fairlead/status")]
    [InlineData("GET", "/_fairlead/anything/%2E./status")]
    [InlineData("POST", "/test-bucket/%2e%2e/")]
    [InlineData("POST", "/test-bucket/..")]
    public async Task A_path_that_resolves_to_another_one_is_for_S3(string method, string path)
    {
        var answer = await SendAsync(
            Endpoints.Api,
            $"{method} {path} HTTP/1.1",
            Api,
            method == "GET" ? null : "Action=AssumeRoleWithWebIdentity",
            "Content-Type: application/x-www-form-urlencoded",
            $"{ControlKey.HeaderName}: {cloud.Server.ControlKey}");

        answer.Status.ShouldBe(403);
        answer.Body.ShouldContain("<Error><Code>AccessDenied</Code>");
    }

    [Fact]
    public async Task A_key_of_S3_may_begin_with_dots_and_the_name_of_the_control_surface()
    {
        const string path = "/test-bucket/../_fairlead/x";
        var url = new Uri($"http://{Api}{path}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        var signed = await cloud.Signer.HeadAsync("PUT", url, "s3", body: "content");

        (await SendAsync(Endpoints.Api, $"PUT {path} HTTP/1.1", Api, "content", signed)).Status.ShouldBe(200);

        var listed = await cloud.S3.ListObjectsV2Async(new() { BucketName = S3TestCloud.Bucket, Prefix = "../" });
        listed.S3Objects.ShouldHaveSingleItem().Key.ShouldBe("../_fairlead/x");
    }

    [Fact]
    public async Task Two_Authorization_headers_are_malformed_also_when_one_of_them_is_right()
    {
        var signed = await cloud.Signer.HeadAsync("GET", new Uri(Endpoints.Api, "/test-bucket?list-type=2"), "s3");

        var answer = await SendAsync(Endpoints.Api, "GET /test-bucket?list-type=2 HTTP/1.1", Api, null, [.. signed, "Authorization: Bearer another"]);

        answer.Status.ShouldBe(400);
        answer.Body.ShouldContain("<Code>AuthorizationHeaderMalformed</Code>");
    }

    [Fact]
    public async Task A_service_whose_name_no_answer_could_hold_is_malformed()
    {
        const string query = "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=x/20260101/us-east-1/%01/aws4_request&X-Amz-Date=20260101T000000Z"
            + "&X-Amz-Expires=60&X-Amz-SignedHeaders=host&X-Amz-Signature=0";

        var answer = await SendAsync(Endpoints.Api, $"GET /test-bucket?{query} HTTP/1.1", Api);

        answer.Status.ShouldBe(400);
        answer.Body.ShouldContain("<Code>AuthorizationQueryParametersError</Code>");
    }

    [Theory]
    [InlineData("evil.example:PORT")]
    [InlineData("evil.example")]
    public async Task A_name_that_is_led_here_does_not_reach_a_site_nor_the_service_behind_it(string host)
    {
        var folder = Directory.CreateTempSubdirectory("fairlead-names-");
        using var state = StateDirectory.Open(folder.FullName);
        await using var groups = new TargetGroups(
            state,
            new Account(),
            TimeProvider.System,
            new HttpHealthProbe(),
            new TargetGroupTiming(),
            [new Aliases("shop.test")],
            []);
        var group = await groups.EnsureAsync("shop");

        (await SendAsync(Endpoints.Edge, "GET / HTTP/1.1", host)).Status.ShouldBe(403);
        (await SendAsync(group.Url, "GET / HTTP/1.1", host)).Status.ShouldBe(403);

        // Nothing is behind it, which is another answer than no.
        (await SendAsync(
            group.Url,
            "GET / HTTP/1.1",
            "127.0.0.1:PORT",
            null,
            "Origin: http://localhost:5173",
            "Sec-Fetch-Site: cross-site")).Status.ShouldBe(503);
        (await SendAsync(group.Url, "GET / HTTP/1.1", "shop.test")).Status.ShouldBe(503);
        folder.Delete(recursive: true);
    }

    [Fact]
    public void The_state_is_its_owners_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var folder = Directory.CreateTempSubdirectory("fairlead-mode-");
        File.SetUnixFileMode(
            folder.FullName,
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        using (var state = StateDirectory.Open(folder.FullName))
        {
            var first = new ControlKey(state).Value;
            var second = new ControlKey(state).Value;

            File.GetUnixFileMode(folder.FullName).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            File.GetUnixFileMode(Path.Combine(folder.FullName, ControlKey.FileName)).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            File.ReadAllText(Path.Combine(folder.FullName, ControlKey.FileName)).ShouldBe(second);
            second.ShouldNotBe(first);
            second.Length.ShouldBe(43);
        }

        folder.Delete(recursive: true);
    }

    private static async Task<(int Status, string Body)> SendAsync(Uri listener, string line, string host, string? body = null, params string[] headers)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, listener.Port);
        await using var stream = client.GetStream();
        var content = Encoding.UTF8.GetBytes(body ?? "");
        string[] head = [
            line,
            $"Host: {host.Replace("PORT", $"{listener.Port}", StringComparison.Ordinal)}",
            "Connection: close",
            .. body is null ? Array.Empty<string>() : [$"Content-Length: {content.Length}"],
            .. headers,
            "",
            ""
        ];
        await stream.WriteAsync(Encoding.ASCII.GetBytes(string.Join("\r\n", head)));
        await stream.WriteAsync(content);
        using var reader = new StreamReader(stream);
        var answer = await reader.ReadToEndAsync();
        return (int.Parse(
            answer.Split(' ')[1],
            System.Globalization.CultureInfo.InvariantCulture), answer[(answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]);
    }

    private sealed class Aliases(string alias) : IHostNames
    {
        public bool Serves(string host) => host == alias;
    }
}
