using Nuke.Common.Utilities;

namespace Nuke.Common.CI.GitHubActions.Configuration;

/// <summary>Publishes a directory that targets produced.</summary>
public class GitHubActionsArtifactStep : GitHubActionsStep
{
    public string Name { get; set; } = "";
    public string Path { get; set; } = "";

    /// <summary>An expression; null: when everything before it succeeded.</summary>
    public string? Condition { get; set; }

    public override void Write(CustomFileWriter writer)
    {
        writer.WriteLine($"- name: {Yaml.Quote($"Publish: {Name}")}");
        using var _ = writer.Indent();
        writer.WriteLine("uses: actions/upload-artifact@v5");
        if (!Condition.IsNullOrWhiteSpace())
        {
            writer.WriteLine($"if: {Yaml.Scalar(Condition)}");
        }

        writer.WriteLine("with:");
        using var __ = writer.Indent();
        writer.WriteLine($"name: {Yaml.Scalar(Name)}");
        writer.WriteLine($"path: {Yaml.Scalar(Path)}");
    }
}
