using System.Xml.Linq;
using Fairlead.LocalCloud.CloudFront;
using Fairlead.LocalCloud.CloudFront.Configuration;
using Fairlead.LocalCloud.Protocol;
using Fairlead.LocalCloud.State;
using Fairlead.LocalCloud.Tests.Fuzz;
using Microsoft.AspNetCore.Http;

namespace Fairlead.LocalCloud.Tests.CloudFront;

public sealed class DistributionApiTests(EdgeFixture edge) : IClassFixture<EdgeFixture>
{
    private const string Root = "/2020-05-31/distribution";

    [Fact]
    public async Task A_distribution_is_read_changed_disabled_and_deleted_by_its_etag()
    {
        var config = edge.Config(EdgeFixture.Cached());
        var id = await edge.DistributionAsync(config);
        var read = await edge.ApiAsync(HttpMethod.Get, $"{Root}/{id}");
        (Value(read.Xml, "Status"), Value(read.Xml, "DomainName")).ShouldBe(("Deployed", $"{id.ToLowerInvariant()}.cloudfront.localhost"));

        Code(await edge.ApiAsync(HttpMethod.Delete, $"{Root}/{id}", ifMatch: read.ETag)).ShouldBe("DistributionNotDisabled");
        Code(await edge.ApiAsync(HttpMethod.Put, $"{Root}/{id}/config", DistributionXml.Write(config))).ShouldBe("InvalidIfMatchVersion");
        Code(await edge.ApiAsync(HttpMethod.Put, $"{Root}/{id}/config", DistributionXml.Write(config), "EOTHER")).ShouldBe("PreconditionFailed");

        var updated = await edge.ApiAsync(HttpMethod.Put, $"{Root}/{id}/config", DistributionXml.Write(config with { Enabled = false }), read.ETag);
        updated.Status.ShouldBe(200);
        updated.ETag.ShouldNotBe(read.ETag);
        (await edge.ViewAsync(id, "/")).Status.ShouldBe(403);
        (await edge.ApiAsync(HttpMethod.Delete, $"{Root}/{id}", ifMatch: updated.ETag)).Status.ShouldBe(204);
        Code(await edge.ApiAsync(HttpMethod.Get, $"{Root}/{id}")).ShouldBe("NoSuchDistribution");
    }

    [Fact]
    public async Task A_configuration_that_is_written_reads_back_the_same()
    {
        var config = edge.Config(EdgeFixture.Cached() with
        {
            FunctionAssociations = [new(
            "arn:aws:cloudfront::000000000000:function/single-page-app",
            "viewer-request")]
        }) with
        {
            CacheBehaviors = [
                EdgeFixture.Uncached() with { PathPattern = "/api/*" },
                EdgeFixture.Cached() with { PathPattern = "/old/*", CachePolicyId = null, ForwardedValues = new(true, ["a"], "whitelist", ["c"], ["Accept"]) }
            ],
            CustomErrorResponses = [new CustomErrorResponse { ErrorCode = 403, ResponsePagePath = "/index.html", ResponseCode = 200 }],
            Aliases = ["shop.example"],
        };
        var id = await edge.DistributionAsync(config);
        var read = await edge.ApiAsync(HttpMethod.Get, $"{Root}/{id}/config");
        DistributionXml.Write(DistributionXml.Parse(read.Xml)).ToString().ShouldBe(DistributionXml.Write(config).ToString());
    }

    [Fact]
    public async Task What_the_edge_cannot_do_is_refused_with_the_reason()
    {
        var function = await CreateAsync(edge.Config(EdgeFixture.Cached() with
        {
            FunctionAssociations = [new(
            "arn:aws:cloudfront::000000000000:function/mine",
            "viewer-request")]
        }));
        Code(function).ShouldBe("InvalidFunctionAssociation");
        Code(await CreateAsync(edge.Config(EdgeFixture.Cached() with { CachePolicyId = Guid.NewGuid().ToString() }))).ShouldBe("NoSuchCachePolicy");
        Code(await edge.ApiAsync(HttpMethod.Post, Root, new XElement(DistributionXml.Namespace + "DistributionConfig"))).ShouldBe("InvalidArgument");
        Code(await edge.ApiAsync(HttpMethod.Post, Root, new XElement("Other"))).ShouldBe("MalformedXML");
    }

    [Fact]
    public async Task An_origin_keeps_its_access_control_which_cannot_be_deleted_meanwhile()
    {
        var control = await edge.AccessControlAsync();
        var config = edge.Config(EdgeFixture.Cached()) with { Origins = [Bucket(control)] };
        var id = await edge.DistributionAsync(config);

        var read = await edge.ApiAsync(HttpMethod.Get, $"{Root}/{id}/config");
        DistributionXml.Write(DistributionXml.Parse(read.Xml)).ToString().ShouldBe(DistributionXml.Write(config).ToString());
        read.Xml.Descendants(DistributionXml.Namespace + "OriginAccessControlId").Single().Value.ShouldBe(control);
        read.Xml.Descendants(DistributionXml.Namespace + "OriginAccessIdentity").Single().Value.ShouldBe("");
        var at = $"/2020-05-31/origin-access-control/{control}";
        var etag = (await edge.ApiAsync(HttpMethod.Get, at)).ETag;
        Code(await edge.ApiAsync(HttpMethod.Delete, at, ifMatch: etag)).ShouldBe("OriginAccessControlInUse");

        var without = DistributionXml.Write(config with { Origins = [Bucket(null)] });
        (await edge.ApiAsync(HttpMethod.Put, $"{Root}/{id}/config", without, read.ETag)).Status.ShouldBe(200);
        (await edge.ApiAsync(HttpMethod.Delete, at, ifMatch: etag)).Status.ShouldBe(204);
    }

    [Fact]
    public async Task An_origin_that_names_what_is_not_there_or_not_for_it_is_refused()
    {
        const string identity = "origin-access-identity/cloudfront/E127EXAMPLE51Z";
        var (control, other) = (await edge.AccessControlAsync(), await edge.AccessControlAsync(type: "lambda"));
        var server = edge.Config(EdgeFixture.Cached()).Origins[0];

        Code(await MakeAsync(Bucket("ENOSUCH"))).ShouldBe("InvalidOriginAccessControl");
        Code(await MakeAsync(Bucket(other))).ShouldBe("InvalidOriginAccessControl");
        Code(await MakeAsync(server with { AccessControlId = control })).ShouldBe("InvalidOriginAccessControl");
        Code(await MakeAsync(Bucket(null) with { AccessIdentity = identity })).ShouldBe("InvalidOriginAccessIdentity");
        Code(await MakeAsync(Bucket(control) with { AccessIdentity = identity })).ShouldBe("IllegalOriginAccessConfiguration");
        (await MakeAsync(server with { AccessControlId = other })).Status.ShouldBe(201);

        var config = edge.Config(EdgeFixture.Cached()) with { Origins = [Bucket(control)] };
        var id = await edge.DistributionAsync(config);
        var etag = (await edge.ApiAsync(HttpMethod.Get, $"{Root}/{id}")).ETag;
        var changed = DistributionXml.Write(config with { Origins = [Bucket("ENOSUCH")] });
        Code(await edge.ApiAsync(HttpMethod.Put, $"{Root}/{id}/config", changed, etag)).ShouldBe("InvalidOriginAccessControl");

        Task<(int Status, XElement Xml, string? ETag)> MakeAsync(Origin origin)
            => CreateAsync(edge.Config(EdgeFixture.Cached()) with { Origins = [origin] });
    }

    private static Origin Bucket(string? accessControlId)
        => new() { Id = "origin", DomainName = "site-bucket.s3.us-east-1.amazonaws.com", AccessControlId = accessControlId };

    [Theory]
    [InlineData(255, null)]
    [InlineData(256, "InvalidArgument")]
    public async Task A_path_pattern_is_as_long_as_CloudFront_takes_it(int length, string? refused)
    {
        var config = edge.Config(EdgeFixture.Cached()) with { CacheBehaviors = [EdgeFixture.Uncached() with { PathPattern = new string('*', length) }] };

        var answer = await CreateAsync(config);

        (answer.Status == 201 ? null : Code(answer)).ShouldBe(refused);
    }

    [Theory]
    [InlineData("MinTTL", "3153600000", "3153600001")]
    [InlineData("HTTPPort", "65535", "65536")]
    [InlineData("OriginReadTimeout", "3600", "922337203686")]
    [InlineData("OriginReadTimeout", "1", "long")]
    public void A_number_is_as_large_as_CloudFront_takes_it(string name, string taken, string refused)
    {
        var config = name == "MinTTL" ? XElement.Parse(ParserTargets.DistributionSeed) : DistributionXml.Write(edge.Config(EdgeFixture.Cached()));
        var number = config.Descendants(DistributionXml.Namespace + name).First();

        number.Value = taken;
        DistributionXml.Parse(config);
        number.Value = refused;
        Should.Throw<AwsServiceException>(() => DistributionXml.Parse(config)).Code.ShouldBe("InvalidArgument");
    }

    [Fact]
    public void Ensuring_twice_writes_once_and_survives_a_restart()
    {
        var root = Directory.CreateTempSubdirectory("edge-").FullName;
        try
        {
            var config = DistributionConfig.ForWebApplication("shop", "shop-site", "us-east-1", "127.0.0.1", 8080);
            EnsuredDistribution first;
            using (var state = StateDirectory.Open(root))
            {
                var store = Store(state);
                first = store.Ensure(config);
                first.Changed.ShouldBeTrue();
                store.Ensure(config).ShouldBe(first with { Changed = false });
            }

            using (var state = StateDirectory.Open(root))
            {
                var store = Store(state);
                store.Ensure(config).ShouldBe(first with { Changed = false });
                store.Ensure(config with { DefaultRootObject = "start.html" }).ShouldBe(first);
                store.Active.Single().Config.DefaultRootObject.ShouldBe("start.html");
            }
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }

        static DistributionStore Store(StateDirectory state) => new(state, new Account(), TestListeners.Default, new TestClock());
    }

    [Fact]
    public async Task Plain_localhost_is_the_oldest_distribution_that_is_enabled()
    {
        var own = new EdgeFixture();
        await own.InitializeAsync();
        try
        {
            own.Origin = context => context.Response.WriteAsync(context.Request.Path);
            var disabled = own.Config(EdgeFixture.Cached()) with { Enabled = false };
            var oldest = own.Config(EdgeFixture.Cached());
            await own.DistributionAsync(disabled);
            own.Clock.Advance(TimeSpan.FromSeconds(1));
            await own.DistributionAsync(oldest with { Origins = [oldest.Origins[0] with { OriginPath = "/oldest" }] });
            own.Clock.Advance(TimeSpan.FromSeconds(1));
            await own.DistributionAsync(own.Config(EdgeFixture.Cached()));

            using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
            (await http.GetStringAsync(new Uri(own.Endpoints.Edge, "/page"))).ShouldBe("/oldest/page");
        }
        finally
        {
            await own.DisposeAsync();
        }
    }

    private Task<(int Status, XElement Xml, string? ETag)> CreateAsync(DistributionConfig config)
        => edge.ApiAsync(HttpMethod.Post, Root, DistributionXml.Write(config));

    private static string Value(XElement xml, string name) => xml.Element(DistributionXml.Namespace + name)!.Value;

    private static string Code((int Status, XElement Xml, string? ETag) answer) => answer.Xml.Descendants(DistributionXml.Namespace + "Code").Single().Value;
}
