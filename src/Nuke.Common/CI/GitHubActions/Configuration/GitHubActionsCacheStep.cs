using Nuke.Common.Utilities;

namespace Nuke.Common.CI.GitHubActions.Configuration;

/// <summary>Keeps directories between runs.</summary>
public class GitHubActionsCacheStep : GitHubActionsStep
{
    public string[] IncludePatterns { get; set; } = [];
    public string[] ExcludePatterns { get; set; } = [];
    public string[] KeyFiles { get; set; } = [];

    public override void Write(CustomFileWriter writer)
    {
        writer.WriteLine($"- name: {Yaml.Quote($"Cache: {IncludePatterns.JoinCommaSpace()}")}");
        using var _ = writer.Indent();
        writer.WriteLine("uses: actions/cache@v4");
        writer.WriteLine("with:");
        using var __ = writer.Indent();
        writer.WriteLine("path: |");
        using (writer.Indent())
        {
            foreach (var pattern in IncludePatterns.Concat(ExcludePatterns.Select(x => $"!{x}")))
            {
                writer.WriteLine(pattern);
            }
        }

        writer.WriteLine($"key: ${{{{ runner.os }}}}-${{{{ hashFiles({string.Join(", ", KeyFiles.Select(x => $"'{x.Replace("'", "''")}'"))}) }}}}");
    }
}
