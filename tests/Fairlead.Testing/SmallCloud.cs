using System.Globalization;
using System.Xml.Linq;
using Amazon.Runtime;
using Fairlead.Aws;

namespace Fairlead.Testing;

/// <summary>
/// A cloud in this process, as far as a site and its ledger need one: buckets, a distribution that remembers pages until it is told to forget them, and the
/// public URL, where the site is served and a service says which release it is.
/// </summary>
public sealed class SmallCloud : IAsyncDisposable
{
    public const string LedgerBucket = "shop-ledger";
    public const string SiteBucket = "shop-site";
    public const string HealthPath = "/api/health";

    private readonly TimeProvider _time;
    private readonly LoopbackServer _server;
    private readonly LoopbackServer _public;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, ScriptedResponse> _remembered = [];
    private readonly List<IReadOnlyList<string>> _invalidations = [];

    public SmallCloud(TimeProvider time)
    {
        _time = time;
        S3 = new MemoryS3(time);
        S3.Create(LedgerBucket);
        S3.Create(SiteBucket);
        _server = new LoopbackServer(Answer);
        _public = new LoopbackServer(Serve);
    }

    public MemoryS3 S3 { get; }

    /// <summary>Every request that reached AWS, in order.</summary>
    public IEnumerable<RecordedRequest> Requests => _server.Requests;

    /// <summary>The requests that wrote: <c>PUT /shop-site/index.html</c>.</summary>
    public IReadOnlyList<string> Writes
        => [.. _server.Requests.Where(x => x.Method is not ("GET" or "HEAD")).Select(x => $"{x.Method} {Uri.UnescapeDataString(x.Path.Split('?')[0])}")];

    /// <summary>Where AWS is asked.</summary>
    public Uri Url => _server.Url;

    /// <summary>Where a visitor asks.</summary>
    public Uri PublicUrl => new(_public.Url.AbsoluteUri.TrimEnd('/'));

    /// <summary>The release that the service says it is; null when it answers 503.</summary>
    public string? ServedRelease { get; set; }

    /// <summary>What the distribution was told to forget, in order.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Invalidations
    {
        get
        {
            lock (_lock)
            {
                return [.. _invalidations];
            }
        }
    }

    /// <summary>Answers in place of AWS where it gives an answer.</summary>
    public Func<RecordedRequest, ScriptedResponse?> Instead { get; set; } = _ => null;

    /// <summary>Called whenever a visitor asks, before the answer.</summary>
    public Action Visited { get; set; } = () => { };

    /// <summary>Lets everything expire that the distribution remembers.</summary>
    public void Expire()
    {
        lock (_lock)
        {
            _remembered.Clear();
        }
    }

    /// <summary>Clients that reach this cloud.</summary>
    /// <param name="handler">What stands between them and the network.</param>
    public AwsClients Clients(Func<HttpMessageHandler, HttpMessageHandler>? handler = null) => new(new AwsOptions
    {
        Region = "us-east-1",
        EndpointUrl = _server.Url,
        Credentials = new BasicAWSCredentials("AKIDEXAMPLE", "secret"),
        Handler = handler,
    });

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _public.DisposeAsync();
    }

    private ScriptedResponse Answer(RecordedRequest request)
        => Instead(request)
            ?? (request.Path.Contains("/distribution/", StringComparison.Ordinal) ? Invalidate(request) : S3.Answer(request));

    // https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateInvalidation.html
    private ScriptedResponse Invalidate(RecordedRequest request)
    {
        if (request.Method == "POST")
        {
            IReadOnlyList<string> paths = [.. XDocument.Parse(request.Body).Descendants().Where(x => x.Name.LocalName == "Path").Select(x => x.Value)];
            lock (_lock)
            {
                _invalidations.Add(paths);
                foreach (var path in _remembered.Keys.Where(x => paths.Contains("/*") || paths.Contains(x)).ToList())
                {
                    _remembered.Remove(path);
                }
            }
        }

        var answer = new XElement(
            "Invalidation",
            new XElement("Id", "I1"),
            new XElement("Status", "Completed"),
            new XElement("CreateTime", _time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture)));
        return new ScriptedResponse(request.Method == "POST" ? 201 : 200, answer.ToString(), ("Content-Type", "text/xml"));
    }

    private ScriptedResponse Serve(RecordedRequest request)
    {
        Visited();
        var path = request.Path.Split('?')[0];
        if (path == HealthPath)
        {
            return ServedRelease is { } release
                ? new ScriptedResponse(200, $$"""{"status":"ok","release":"{{release}}"}""", ("Content-Type", "application/json"))
                : new ScriptedResponse(503, "no release");
        }

        lock (_lock)
        {
            if (!_remembered.TryGetValue(path, out var page))
            {
                var file = S3.Find(SiteBucket, path == "/" ? "index.html" : Uri.UnescapeDataString(path.TrimStart('/')));
                page = file is null
                    ? new ScriptedResponse(404, "not here")
                    : new ScriptedResponse(200, file.Content, [.. file.Headers.Select(x => (x.Key, x.Value))]);
                _remembered[path] = page;
            }

            return page;
        }
    }
}
