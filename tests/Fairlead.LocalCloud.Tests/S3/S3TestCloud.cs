using System.Net;
using System.Text;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Fairlead.LocalCloud.Hosting;

namespace Fairlead.LocalCloud.Tests.S3;

/// <summary>A local cloud over a directory of its own, with the clients of the vendor in their default settings.</summary>
public sealed class S3TestCloud : IAsyncLifetime
{
    public const string Bucket = "test-bucket";

    private readonly string _directory;

    public S3TestCloud() => _directory = Path.Combine(Path.GetTempPath(), "fairlead-s3-" + Guid.NewGuid().ToString("N"));

    internal S3TestCloud(string directory) => _directory = directory;

    public LocalCloudServer Server { get; private set; } = null!;

    public AmazonS3Client S3 { get; private set; } = null!;

    /// <summary>Signs each request for S3.</summary>
    public HttpClient Http { get; private set; } = null!;

    /// <summary>The key of the state, for clients of the vendor.</summary>
    public BasicAWSCredentials Credentials => new(Server.AccessKey.Id, Server.AccessKey.Secret);

    /// <summary>The same for raw requests.</summary>
    public SignatureV4 Signer => new(Server.AccessKey.Id, Server.AccessKey.Secret) { Clock = Clock };

    /// <summary>Starts at the time of the machine, which the vendor's client signs with.</summary>
    public TestClock Clock { get; } = new(DateTimeOffset.UtcNow);

    public string StateDirectory => _directory;

    public string BucketDirectory => Path.Combine(_directory, "s3", "buckets", Bucket);

    public async Task InitializeAsync()
    {
        await StartAsync();
        await S3.PutBucketAsync(Bucket);
    }

    public async Task DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(_directory, recursive: true);
    }

    public async Task StartAsync()
    {
        Server = await LocalCloudServer.StartAsync(new LocalCloudOptions
        {
            StateDirectory = StateDirectory,
            ApiPort = 0,
            RegistryPort = 0,
            EdgePort = 0,
            Clock = Clock
        });
        S3 = new AmazonS3Client(Credentials, new AmazonS3Config
        {
            ServiceURL = Server.Endpoints.Api.ToString(),
            ForcePathStyle = true,
            AuthenticationRegion = "us-east-1",
            MaxErrorRetry = 0,
        });
        Http = Signer.Client(Server.Endpoints.Api, "s3");
    }

    public async Task StopAsync()
    {
        S3.Dispose();
        Http.Dispose();
        await Server.DisposeAsync();
    }

    public Task<PutObjectResponse> PutAsync(string key, string content, Action<PutObjectRequest>? change = null)
    {
        var request = new PutObjectRequest { BucketName = Bucket, Key = key, ContentBody = content };
        change?.Invoke(request);
        return S3.PutObjectAsync(request);
    }

    public async Task<string> ReadAsync(string key, string? versionId = null)
    {
        using var response = await S3.GetObjectAsync(new GetObjectRequest { BucketName = Bucket, Key = key, VersionId = versionId });
        using var reader = new StreamReader(response.ResponseStream);
        return await reader.ReadToEndAsync();
    }

    /// <summary>A raw request to the bucket; the path may hold a query.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? body = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, $"/{Bucket}/{path}");
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        }

        foreach (var (name, value) in headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content!.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return Http.SendAsync(request);
    }

    public static async Task ShouldRefuseAsync(HttpResponseMessage response, HttpStatusCode status, string code)
    {
        var text = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(status, text);
        text.ShouldContain($"<Code>{code}</Code>");
    }

    public static async Task ShouldRefuseAsync(Task call, HttpStatusCode status, string code)
    {
        var exception = await Should.ThrowAsync<AmazonS3Exception>(call);
        exception.StatusCode.ShouldBe(status);
        exception.ErrorCode.ShouldBe(code);
    }
}
