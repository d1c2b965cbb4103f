using Nuke.Common.Tooling;
using Nuke.Common.Utilities;

namespace Nuke.Common.CI.GitHubActions.Configuration;

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
        writer.WriteLine($"{Kind.GetValue()}:");
        using var _ = writer.Indent();
        Yaml.WriteFilter(writer, "branches", Branches);
        Yaml.WriteFilter(writer, "branches-ignore", BranchesIgnore);
        Yaml.WriteFilter(writer, "tags", Tags);
        Yaml.WriteFilter(writer, "tags-ignore", TagsIgnore);
        Yaml.WriteFilter(writer, "paths", [.. IncludePaths, .. ExcludePaths.Select(x => $"!{x}")]);
    }
}
