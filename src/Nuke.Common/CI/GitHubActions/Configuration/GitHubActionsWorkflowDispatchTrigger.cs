using Nuke.Common.Utilities;

namespace Nuke.Common.CI.GitHubActions.Configuration;

/// <summary>Runs when a person starts it, and asks for inputs.</summary>
public class GitHubActionsWorkflowDispatchTrigger : GitHubActionsDetailedTrigger
{
    public string[] OptionalInputs { get; set; } = [];
    public string[] RequiredInputs { get; set; } = [];

    public override void Write(CustomFileWriter writer)
    {
        writer.WriteLine("workflow_dispatch:");
        using var _ = writer.Indent();
        writer.WriteLine("inputs:");
        using var __ = writer.Indent();
        foreach (var (input, required) in OptionalInputs.Select(x => (x, "false")).Concat(RequiredInputs.Select(x => (x, "true"))))
        {
            writer.WriteLine($"{input}:");
            using var ___ = writer.Indent();
            writer.WriteLine($"description: {Yaml.DoubleQuote(input.SplitCamelHumpsWithKnownWords().JoinSpace())}");
            writer.WriteLine($"required: {required}");
        }
    }
}
