namespace Fairlead.IntegrationTests.Infrastructure.Terraform;

/// <summary>The real terraform with the real AWS provider on the local cloud, with its key: <c>local-cloud.tf</c>.</summary>
[Trait("Category", "Integration")]
public sealed class LocalCloudTerraformTests(LocalCloudFixture cloud) : IClassFixture<LocalCloudFixture>, IDisposable
{
    private const string Configuration = "local-cloud.tf";

    private readonly TemporaryDirectory _folder = new("fairlead-terraform-");

    public void Dispose() => _folder.Dispose();

    [ToolFact("terraform")]
    public async Task What_terraform_makes_stays_as_it_is_and_goes_and_a_wrong_key_makes_nothing()
    {
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Infrastructure", "Terraform", Configuration), Path.Combine(_folder, Configuration));
        (await RunAsync("init")).Code.ShouldBe(0);

        var refused = await RunAsync("apply", ("AWS_SECRET_ACCESS_KEY", "wrong"), "-auto-approve");
        refused.Code.ShouldBe(1, refused.Output);
        refused.Output.ShouldContain("SignatureDoesNotMatch");

        var made = await RunAsync("apply", null, "-auto-approve");
        made.Code.ShouldBe(0, made.Output);
        made.Output.ShouldContain("Resources: 18 added, 0 changed, 0 destroyed.");

        var planned = await RunAsync("plan", null, "-detailed-exitcode");
        planned.Code.ShouldBe(0, planned.Output);

        var destroyed = await RunAsync("destroy", null, "-auto-approve");
        destroyed.Code.ShouldBe(0, destroyed.Output);
        destroyed.Output.ShouldContain("Resources: 18 destroyed.");
    }

    private async Task<(int Code, string Output)> RunAsync(string command, (string Name, string Value)? variable = null, params string[] arguments)
    {
        var environment = new Dictionary<string, string>(cloud.Credentials)
        {
            ["AWS_ENDPOINT_URL"] = cloud.Endpoints.Api.ToString(),
            ["AWS_CONFIG_FILE"] = "/dev/null",
            ["AWS_SHARED_CREDENTIALS_FILE"] = "/dev/null",
            ["CHECKPOINT_DISABLE"] = "1",
        };
        if (variable is { } other)
        {
            environment[other.Name] = other.Value;
        }

        var (code, output, error) = await CommandLine.RunAsync(
            "terraform",
            [$"-chdir={(string)_folder}", command, "-no-color", "-input=false", .. arguments],
            environment);
        return (code, output + error);
    }
}
