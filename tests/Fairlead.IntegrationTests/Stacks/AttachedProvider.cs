using System.Text.RegularExpressions;

namespace Fairlead.IntegrationTests.Stacks;

/// <summary>
/// One process of the AWS provider for many runs of terraform: each run otherwise starts its own and reads its description anew, which is most of what
/// <c>terraform test</c> does with mocks. Only for mocks, which never configure a provider: this one would keep what the first run told it.
/// https://developer.hashicorp.com/terraform/plugin/debugging
/// </summary>
public sealed partial class AttachedProvider : IAsyncLifetime
{
    private readonly string _data = Directory.CreateTempSubdirectory("fairlead-provider-").FullName;
    private ServerProcess? _server;

    /// <summary>The variable that attaches terraform to it.</summary>
    public (string Name, string Value) Variable { get; private set; } = ("TF_REATTACH_PROVIDERS", "");

    public async Task InitializeAsync()
    {
        if (new ToolFactAttribute("terraform").Skip is not null)
        {
            return;
        }

        var stack = Repository.PathOf("infra", "stacks", "cpm");
        await CommandLine.SucceedAsync(
            "terraform",
            [$"-chdir={stack}", "init", "-backend=false", "-input=false", "-no-color"],
            new Dictionary<string, string> { ["TF_DATA_DIR"] = _data, ["CHECKPOINT_DISABLE"] = "1" });
        var program = Directory.EnumerateDirectories(Path.Combine(_data, "providers", "registry.terraform.io", "hashicorp", "aws"))
            .SelectMany(Directory.EnumerateDirectories)
            .SelectMany(x => Directory.EnumerateFiles(x, "terraform-provider-aws_*"))
            .ShouldHaveSingleItem();
        _server = await ServerProcess.StartAsync(program, ["-debug"], $"{Variable.Name}=");
        Variable = (Variable.Name, Address().Match(_server.ReadyLine) is { Success: true } match
            ? match.Value
            : throw new InvalidOperationException(_server.ReadyLine));
    }

    public Task DisposeAsync()
    {
        _server?.Dispose();
        Directory.Delete(_data, recursive: true);
        return Task.CompletedTask;
    }

    // TF_REATTACH_PROVIDERS='{"registry.terraform.io/hashicorp/aws":{"Protocol":"grpc","ProtocolVersion":5,"Pid":1,"Test":true,"Addr":{"Network":"unix","String":"/tmp/plugin1"}}}'
    [GeneratedRegex("""(?<==')\{.*\}(?=')""")]
    private static partial Regex Address();
}
