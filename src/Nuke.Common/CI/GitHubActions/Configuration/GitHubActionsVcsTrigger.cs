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
        writer.WriteLine($"{Yaml.Words(Kind.ToString(), '_')}:");
        using var _ = writer.Indent();
        Yaml.WriteList(writer, "branches", Branches);
        Yaml.WriteList(writer, "branches-ignore", BranchesIgnore);
        Yaml.WriteList(writer, "tags", Tags);
        Yaml.WriteList(writer, "tags-ignore", TagsIgnore);
        Yaml.WriteList(writer, "paths", [.. IncludePaths, .. ExcludePaths.Select(x => $"!{x}")]);
    }
}
