using Nuke.Common.Utilities;

namespace Nuke.Common.CI.GitHubActions.Configuration;

/// <summary>Gets the source.</summary>
public class GitHubActionsCheckoutStep : GitHubActionsStep
{
    public GitHubActionsSubmodules? Submodules { get; set; }
    public bool? Lfs { get; set; }
    public uint? FetchDepth { get; set; }
    public bool? Progress { get; set; }
    public string? Filter { get; set; }

    public override void Write(CustomFileWriter writer)
    {
        writer.WriteLine("- uses: actions/checkout@v6");
        var inputs = new (string Key, string? Value)[]
        {
            ("submodules", Submodules?.ToString().ToLowerInvariant()),
            ("lfs", Lfs?.ToString().ToLowerInvariant()),
            ("fetch-depth", FetchDepth?.ToString()),
            ("progress", Progress?.ToString().ToLowerInvariant()),
            ("filter", Filter.IsNullOrWhiteSpace() ? null : Yaml.Scalar(Filter)),
        }.Where(x => x.Value is not null).ToList();
        if (inputs.Count == 0)
        {
            return;
        }

        using var _ = writer.Indent();
        writer.WriteLine("with:");
        using var __ = writer.Indent();
        foreach (var (key, value) in inputs)
        {
            writer.WriteLine($"{key}: {value}");
        }
    }
}
