using System.Text.Json;
using Fairlead.LocalCloud.Hosting;

namespace Fairlead.IntegrationTests;

/// <summary>A local cloud on free ports, with the AWS CLI pointed at it.</summary>
public sealed class LocalCloudFixture : IAsyncLifetime
{
    private LocalCloudServer? _server;

    /// <summary>The environment that makes the AWS CLI ask nobody else, with the key of this local cloud.</summary>
    public IReadOnlyDictionary<string, string> Credentials { get; private set; } = new Dictionary<string, string>();

    /// <summary>Signs raw requests with the key of this local cloud.</summary>
    public SignatureV4 Signer { get; private set; } = new("", "");

    /// <summary>The environment that makes the AWS CLI ask nobody else, with the key of a local cloud.</summary>
    public static Dictionary<string, string> EnvironmentOf(Fairlead.Infrastructure.LocalCloud.LocalCloudAccessKey key) => new()
    {
        ["AWS_ACCESS_KEY_ID"] = key.AccessKeyId,
        ["AWS_SECRET_ACCESS_KEY"] = key.SecretAccessKey,
        ["AWS_DEFAULT_REGION"] = "us-east-1",
        ["AWS_EC2_METADATA_DISABLED"] = "true",
        ["AWS_PAGER"] = "",
    };

    /// <summary>A directory that goes with the fixture.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("fairlead-cloud-").FullName;

    public LocalCloudEndpoints Endpoints => _server!.Endpoints;

    public string RegistryHost => Endpoints.Registry.Authority;

    private string StateDirectory => Path.Combine(Folder, "state");

    /// <summary>As the build finds it: the key of the control surface is read from the state directory.</summary>
    public Task<Fairlead.Infrastructure.LocalCloud.LocalCloudEndpoints> FindAsync() => FindAsync(StateDirectory);

    /// <summary>The local cloud that runs on a state directory.</summary>
    public static async Task<Fairlead.Infrastructure.LocalCloud.LocalCloudEndpoints> FindAsync(string stateDirectory)
    {
        var options = new Fairlead.Infrastructure.LocalCloud.LocalCloudOptions { ProgramDirectory = AppContext.BaseDirectory, StateDirectory = stateDirectory };
        return await new Fairlead.Infrastructure.LocalCloud.LocalCloudProcess(
            options,
            Fairlead.Reporting.SilentReporter.Instance).FindAsync(CancellationToken.None)
               ?? throw new InvalidOperationException("The local cloud that runs is not found.");
    }

    public async Task InitializeAsync()
    {
        _server = await LocalCloudServer.StartAsync(new LocalCloudOptions { StateDirectory = StateDirectory, ApiPort = 0, RegistryPort = 0, EdgePort = 0 });
        var key = (await FindAsync()).AccessKey!;
        Credentials = EnvironmentOf(key);
        Signer = new SignatureV4(key.AccessKeyId, key.SecretAccessKey);
    }

    public async Task DisposeAsync()
    {
        await _server!.DisposeAsync();
        await RemoveImagesAsync(RegistryHost);
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Takes out of the Docker Engine, where there is one, what it was made to pull from a registry.</summary>
    public static async Task RemoveImagesAsync(string registryHost)
    {
        if (new DockerFactAttribute("docker").Skip is null)
        {
            var images = await CommandLine.SucceedAsync("docker", ["images", "--digests", "--format", "{{.Repository}}@{{.Digest}}"]);
            foreach (var image in images.Split('\n').Where(x => x.StartsWith(registryHost + "/", StringComparison.Ordinal)).Distinct())
            {
                await CommandLine.RunAsync("docker", ["rmi", "--force", image]);
            }
        }
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
        await CommandLine.SucceedAsync(
            "skopeo",
            ["login", "--tls-verify=false", "--authfile", file, "--username", "AWS", "--password-stdin", RegistryHost],
            input: password);
        return file;
    }

    /// <summary>Makes the repository, and pushes an OCI layout to it with skopeo.</summary>
    /// <returns>The image by digest.</returns>
    public async Task<string> PushAsync(string layout, string repository, string tag)
    {
        await AwsAsync("ecr", "create-repository", "--repository-name", repository);
        await CommandLine.SucceedAsync("skopeo", [
            "--insecure-policy",
            "copy",
            "--dest-tls-verify=false",
            "--authfile",
            await LogInAsync(),
            $"oci:{layout}",
            $"docker://{RegistryHost}/{repository}:{tag}"
        ]);
        var digest = await AwsJsonAsync(
            "ecr",
            "describe-images",
            "--repository-name",
            repository,
            "--image-ids",
            $"imageTag={tag}",
            "--query",
            "imageDetails[0].imageDigest");
        return $"{RegistryHost}/{repository}@{digest.GetString()}";
    }
}
