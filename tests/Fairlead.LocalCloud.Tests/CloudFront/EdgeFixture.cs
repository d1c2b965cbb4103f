using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Xml.Linq;
using Fairlead.LocalCloud.CloudFront.Configuration;
using Fairlead.LocalCloud.CloudFront.Policies;
using Fairlead.LocalCloud.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Fairlead.LocalCloud.Tests.CloudFront;

/// <summary>A local cloud and an origin server of the test's own. Every test makes a distribution of its own, so tests do not see each other's cache.</summary>
public sealed class EdgeFixture : IAsyncLifetime
{
    private readonly string _directory = Directory.CreateTempSubdirectory("edge-").FullName;
    private readonly TestClock _clock = new();
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
    private LocalCloudServer _cloud = null!;
    private WebApplication _origin = null!;

    internal TestClock Clock => _clock;

    /// <summary>Signs with the key of the state, at the time of the test's clock.</summary>
    internal SignatureV4 Signer => new(_cloud.AccessKey.Id, _cloud.AccessKey.Secret) { Clock = _clock };

    /// <summary>What the origin answers. Set by each test.</summary>
    public Func<HttpContext, Task> Origin { get; set; } = _ => Task.CompletedTask;

    /// <summary>Every request that reached the origin since the test began.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    public int OriginPort => new Uri(_origin.Urls.First()).Port;

    public LocalCloudEndpoints Endpoints => _cloud.Endpoints;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(x => x.Listen(IPAddress.Loopback, 0));
        _origin = builder.Build();
        _origin.Run(context =>
        {
            Asked.Enqueue($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}");
            return Origin(context);
        });
        await _origin.StartAsync();
        _cloud = await LocalCloudServer.StartAsync(new LocalCloudOptions
        {
            StateDirectory = _directory,
            ApiPort = 0,
            RegistryPort = 0,
            EdgePort = 0,
            Clock = _clock
        });
    }

    public async Task DisposeAsync()
    {
        await _cloud.DisposeAsync();
        await _origin.DisposeAsync();
        _http.Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    /// <summary>A distribution whose only origin is the test's.</summary>
    internal async Task<string> DistributionAsync(CacheBehavior behavior, params CustomErrorResponse[] errors)
        => await DistributionAsync(Config(behavior) with { CustomErrorResponses = errors });

    internal async Task<string> DistributionAsync(DistributionConfig config)
    {
        Asked.Clear();
        var response = await ApiAsync(HttpMethod.Post, "/2020-05-31/distribution", DistributionXml.Write(config));
        response.Status.ShouldBe(201, response.Xml.ToString());
        return response.Xml.Element(DistributionXml.Namespace + "Id")!.Value;
    }

    /// <summary>An origin access control that signs for buckets, or for what it is asked to.</summary>
    internal async Task<string> AccessControlAsync(string signing = "always", string type = "s3")
    {
        var made = await ApiAsync(HttpMethod.Post, "/2020-05-31/origin-access-control", BucketSite.Control(Guid.NewGuid().ToString(), signing, type));
        made.Status.ShouldBe(201, made.Xml.ToString());
        return made.Xml.Element(DistributionXml.Namespace + "Id")!.Value;
    }

    /// <summary>Lets a distribution read a bucket.</summary>
    internal async Task AllowReadsAsync(string bucket, string distribution)
    {
        using var http = Signer.Client(Endpoints.Api, "s3");
        (await http.PutAsync($"/{bucket}?policy", new StringContent(BucketSite.Reads(bucket, distribution)))).EnsureSuccessStatusCode();
    }

    internal DistributionConfig Config(CacheBehavior behavior) => new()
    {
        CallerReference = Guid.NewGuid().ToString(),
        Origins = [new Origin { Id = "origin", DomainName = "127.0.0.1", HttpPort = OriginPort }],
        DefaultCacheBehavior = behavior with { TargetOriginId = "origin" },
    };

    internal static CacheBehavior Cached() => new() { TargetOriginId = "origin", CachePolicyId = ManagedPolicies.CachingOptimized, Compress = true };

    internal static CacheBehavior Uncached() => new()
    {
        TargetOriginId = "origin",
        CachePolicyId = ManagedPolicies.CachingDisabled,
        OriginRequestPolicyId = ManagedPolicies.AllViewerExceptHostHeader,
        AllowedMethods = CacheBehavior.AllMethods,
    };

    /// <summary>A viewer's request to the distribution.</summary>
    public async Task<EdgeAnswer> ViewAsync(
        string distribution,
        string path,
        HttpMethod? method = null,
        string? body = null,
        params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, new Uri(Endpoints.Edge, path));
        request.Headers.Host = $"{distribution}.localhost:{Endpoints.Edge.Port}";
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "text/plain");
        }

        using var response = await _http.SendAsync(request, CancellationToken.None);
        return new EdgeAnswer(
            (int)response.StatusCode,
            await response.Content.ReadAsByteArrayAsync(),
            response.Headers.NonValidated
                .Concat(response.Content.Headers.NonValidated)
                .ToDictionary(x => x.Key, x => x.Value.ToString(), StringComparer.OrdinalIgnoreCase));
    }

    internal async Task<(int Status, XElement Xml, string? ETag)> ApiAsync(HttpMethod method, string path, XElement? body = null, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(Endpoints.Api, path));
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        if (body is not null)
        {
            request.Content = new StringContent(body.ToString(), Encoding.UTF8, new MediaTypeHeaderValue("text/xml"));
        }

        await Signer.SignAsync(request, "cloudfront");
        using var response = await _http.SendAsync(request, CancellationToken.None);
        var text = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, text.Length == 0
            ? new XElement("empty")
            : XElement.Parse(text), response.Headers.NonValidated.TryGetValues("ETag", out var etag) ? etag.ToString() : null);
    }

    internal Task<(int Status, XElement Xml, string? ETag)> InvalidateAsync(string distribution, string callerReference, params string[] paths) => ApiAsync(
        HttpMethod.Post,
        $"/2020-05-31/distribution/{distribution}/invalidation",
        new XElement(
            DistributionXml.Namespace + "InvalidationBatch",
            new XElement(
                DistributionXml.Namespace + "Paths",
                new XElement(DistributionXml.Namespace + "Quantity", paths.Length),
                new XElement(DistributionXml.Namespace + "Items", paths.Select(x => new XElement(DistributionXml.Namespace + "Path", x)))),
            new XElement(DistributionXml.Namespace + "CallerReference", callerReference)));
}

public sealed record EdgeAnswer(int Status, byte[] Bytes, IReadOnlyDictionary<string, string> Headers)
{
    public string Body => Encoding.UTF8.GetString(Bytes);

    public string Cache => Headers["X-Cache"].Split(' ')[0];
}
