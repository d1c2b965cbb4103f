using System.Text.Json;
using Fairlead.LocalCloud.Hosting;

namespace Fairlead.IntegrationTests;

/// <summary>A local cloud on free ports, with the AWS CLI pointed at it.</summary>
public sealed class LocalCloudFixture : IAsyncLifetime
{
    /// <summary>The environment that makes the AWS CLI ask nobody else.</summary>
    public static readonly IReadOnlyDictionary<string, string> Credentials = new Dictionary<string, string>
    {
        ["AWS_ACCESS_KEY_ID"] = "AKIATEST",
        ["AWS_SECRET_ACCESS_KEY"] = "secret",
        ["AWS_DEFAULT_REGION"] = "us-east-1",
        ["AWS_EC2_METADATA_DISABLED"] = "true",
        ["AWS_PAGER"] = "",
    };

    private LocalCloudServer? _server;

    /// <summary>A directory that goes with the fixture.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("fairlead-cloud-").FullName;

    public LocalCloudEndpoints Endpoints => _server!.Endpoints;

    public string RegistryHost => Endpoints.Registry.Authority;

    public async Task InitializeAsync()
        => _server = await LocalCloudServer.StartAsync(new LocalCloudOptions { StateDirectory = Path.Combine(Folder, "state"), ApiPort = 0, RegistryPort = 0, EdgePort = 0 });

    public async Task DisposeAsync()
    {
        await _server!.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Runs the AWS CLI and fails the test when it fails.</summary>
    public Task<string> AwsAsync(params string[] arguments)
        => CommandLine.SucceedAsync("aws", ["--endpoint-url", Endpoints.Api.ToString(), "--output", "json", .. arguments], Credentials);

    /// <summary>The answer of the AWS CLI.</summary>
    public async Task<JsonElement> AwsJsonAsync(params string[] arguments)
    {
        using var document = JsonDocument.Parse(await AwsAsync(arguments));
        return document.RootElement.Clone();
    }

    /// <summary>What the AWS CLI says when it fails, and it must.</summary>
    public async Task<string> AwsErrorAsync(params string[] arguments)
    {
        var (code, output, error) = await CommandLine.RunAsync("aws", ["--endpoint-url", Endpoints.Api.ToString(), .. arguments], Credentials);
        code.ShouldNotBe(0, output);
        return error;
    }

    /// <summary>Logs skopeo in as people do: with the password of the AWS CLI on standard input.</summary>
    /// <returns>The file that skopeo keeps the login in.</returns>
    public async Task<string> LogInAsync()
    {
        var file = Path.Combine(Folder, "auth.json");
        var password = (await AwsAsync("ecr", "get-login-password")).Trim();
        await CommandLine.SucceedAsync("skopeo", ["login", "--tls-verify=false", "--authfile", file, "--username", "AWS", "--password-stdin", RegistryHost], input: password);
        return file;
    }

    /// <summary>Makes the repository, and pushes an OCI layout to it with skopeo.</summary>
    /// <returns>The image by digest.</returns>
    public async Task<string> PushAsync(string layout, string repository, string tag)
    {
        await AwsAsync("ecr", "create-repository", "--repository-name", repository);
        await CommandLine.SucceedAsync("skopeo", ["--insecure-policy", "copy", "--dest-tls-verify=false", "--authfile", await LogInAsync(), $"oci:{layout}", $"docker://{RegistryHost}/{repository}:{tag}"]);
        var digest = await AwsJsonAsync("ecr", "describe-images", "--repository-name", repository, "--image-ids", $"imageTag={tag}", "--query", "imageDetails[0].imageDigest");
        return $"{RegistryHost}/{repository}@{digest.GetString()}";
    }
}
