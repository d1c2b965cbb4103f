namespace Fairlead.Infrastructure.Terraform.Messages;

/// <summary>What was run, for messages.</summary>
/// <param name="Tool">What ran it.</param>
/// <param name="Command"><c>plan</c>.</param>
/// <param name="Directory">Where.</param>
/// <param name="ExitCode">What it ended with.</param>
/// <param name="BackendConfig">As it was given.</param>
/// <param name="Platform">As in the names of packages: <c>linux_amd64</c>.</param>
/// <param name="LogFile">What the program wrote to standard error, when that was kept.</param>
internal sealed record ErrorContext(
    TerraformTool Tool,
    string Command,
    string Directory,
    int ExitCode,
    IReadOnlyDictionary<string, string> BackendConfig,
    string Platform,
    string? LogFile)
{
    /// <summary>The program as people type it.</summary>
    public string Program => Tool.Product == TerraformProduct.OpenTofu ? "tofu" : "terraform";

    /// <summary>The first sentence.</summary>
    public string What
    {
        get
        {
            var stack = Path.GetFileName(Path.TrimEndingDirectorySeparator(Directory));
            return Command switch
            {
                "init" => $"Stack {stack} could not be initialised.",
                "validate" => $"The configuration of stack {stack} is not valid.",
                "plan" => $"Stack {stack} could not be planned.",
                "apply" => $"Stack {stack} was not fully applied.",
                "output" => $"The outputs of stack {stack} could not be read.",
                "show" => $"What terraform keeps of stack {stack} could not be read.",
                _ => $"The state of stack {stack} could not be read.",
            };
        }
    }
}
