using System.Runtime.InteropServices;

namespace Fairlead.IntegrationTests.Stacks;

/// <summary>The storefront's API as an instance gets it: a program with its own runtime, in an archive.</summary>
public sealed class StorefrontArchive : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("fairlead-storefront-").FullName;

    /// <summary>Its path.</summary>
    public string Archive => Path.Combine(_folder, "service.tar.gz");

    public async Task InitializeAsync()
    {
        // A machine on which the tests are skipped does not wait for it.
        if (new PostgresFactAttribute().Skip is null)
        {
            await PackAsync();
        }
    }

    public Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    private async Task PackAsync()
    {
        var output = Path.Combine(_folder, "output");
        string[] arguments =
        [
            "publish", Path.Combine(RepositoryRoot.Find(), "samples", "storefront", "api", "Storefront.Api.csproj"), "--configuration", "Release",
            "--runtime", $"linux-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}", "--self-contained", "--output", output,
            "-p:UseAppHost=true", $"-p:ArtifactsPath={Path.Combine(_folder, "build")}",
        ];
        var (code, text, _) = await CommandLine.RunAsync("dotnet", arguments, within: TimeSpan.FromMinutes(5));
        code.ShouldBe(0, text);
        await CommandLine.SucceedAsync("tar", ["-czf", Archive, "-C", output, "."]);
    }
}
