namespace Nuke.Common.CI.GitHubActions.Configuration;

/// <summary>A trigger with details.</summary>
public abstract class GitHubActionsDetailedTrigger : ConfigurationEntity;

/// <summary>Runs on pushes or pull requests.</summary>
public class GitHubActionsVcsTrigger : GitHubActionsDetailedTrigger
{
    public GitHubActionsTrigger Kind { get; set; }
    public string[] Branches { get; set; } = [];
    public string[] BranchesIgnore { get; set; } = [];
    public string[] Tags { get; set; } = [];
    public string[] TagsIgnore { get; set; } = [];
    public string[] IncludePaths { get; set; } = [];
    public string[] ExcludePaths { get; set; } = [];

    public override void Write(CustomFileWriter writer)
    {
        writer.WriteLine($"{Yaml.Words(Kind.ToString(), '_')}:");
        using var _ = writer.Indent();
        Yaml.WriteList(writer, "branches", Branches);
        Yaml.WriteList(writer, "branches-ignore", BranchesIgnore);
        Yaml.WriteList(writer, "tags", Tags);
        Yaml.WriteList(writer, "tags-ignore", TagsIgnore);
        Yaml.WriteList(writer, "paths", [.. IncludePaths, .. ExcludePaths.Select(x => $"!{x}")]);
    }
}

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
            writer.WriteLine($"description: \"{string.Join(' ', Parameters.ParameterNames.Words(input))}\"");
            writer.WriteLine($"required: {required}");
        }
    }
}

/// <summary>Runs at times.</summary>
public class GitHubActionsScheduledTrigger : GitHubActionsDetailedTrigger
{
    public string Cron { get; set; }

    public override void Write(CustomFileWriter writer)
    {
        writer.WriteLine("schedule:");
        using var _ = writer.Indent();
        writer.WriteLine($"- cron: '{Cron}'");
    }
}
