namespace Nuke.Common.CI.GitHubActions.Configuration;

/// <summary>A step of a job.</summary>
public abstract class GitHubActionsStep : ConfigurationEntity;

/// <summary>Gets the source.</summary>
public class GitHubActionsCheckoutStep : GitHubActionsStep
{
    public GitHubActionsSubmodules? Submodules { get; set; }
    public bool? Lfs { get; set; }
    public uint? FetchDepth { get; set; }
    public bool? Progress { get; set; }
    public string Filter { get; set; }

    public override void Write(CustomFileWriter writer)
    {
        writer.WriteLine("- uses: actions/checkout@v6");
        var inputs = new (string Key, string Value)[]
        {
            ("submodules", Submodules?.ToString().ToLowerInvariant()),
            ("lfs", Lfs?.ToString().ToLowerInvariant()),
            ("fetch-depth", FetchDepth?.ToString()),
            ("progress", Progress?.ToString().ToLowerInvariant()),
            ("filter", Filter is null ? null : Yaml.Scalar(Filter)),
        }.Where(x => x.Value is not null).ToList();
        if (inputs.Count == 0)
            return;
        using var _ = writer.Indent();
        writer.WriteLine("with:");
        using var __ = writer.Indent();
        foreach (var (key, value) in inputs)
            writer.WriteLine($"{key}: {value}");
    }
}

/// <summary>Keeps directories between runs.</summary>
public class GitHubActionsCacheStep : GitHubActionsStep
{
    public string[] IncludePatterns { get; set; } = [];
    public string[] ExcludePatterns { get; set; } = [];
    public string[] KeyFiles { get; set; } = [];

    public override void Write(CustomFileWriter writer)
    {
        writer.WriteLine($"- name: 'Cache: {string.Join(", ", IncludePatterns)}'");
        using var _ = writer.Indent();
        writer.WriteLine("uses: actions/cache@v4");
        writer.WriteLine("with:");
        using var __ = writer.Indent();
        writer.WriteLine("path: |");
        using (writer.Indent())
        {
            foreach (var pattern in IncludePatterns.Concat(ExcludePatterns.Select(x => $"!{x}")))
                writer.WriteLine(pattern);
        }

        writer.WriteLine($"key: ${{{{ runner.os }}}}-${{{{ hashFiles({string.Join(", ", KeyFiles.Select(x => $"'{x}'"))}) }}}}");
    }
}

/// <summary>Runs the build.</summary>
public class GitHubActionsRunStep : GitHubActionsStep
{
    public string BuildCmdPath { get; set; }
    public string[] InvokedTargets { get; set; } = [];
    public (string Key, string Value)[] Imports { get; set; } = [];

    public override void Write(CustomFileWriter writer)
    {
        writer.WriteLine($"- name: 'Run: {string.Join(", ", InvokedTargets)}'");
        using var _ = writer.Indent();
        writer.WriteLine($"run: ./{BuildCmdPath} {string.Join(' ', InvokedTargets)}".TrimEnd());
        if (Imports.Length == 0)
            return;
        writer.WriteLine("env:");
        using var __ = writer.Indent();
        foreach (var (key, value) in Imports)
            writer.WriteLine($"{key}: {value}");
    }
}

/// <summary>Publishes a directory that targets produced.</summary>
public class GitHubActionsArtifactStep : GitHubActionsStep
{
    public string Name { get; set; }
    public string Path { get; set; }
    public string Condition { get; set; }

    public override void Write(CustomFileWriter writer)
    {
        writer.WriteLine($"- name: 'Publish: {Name}'");
        using var _ = writer.Indent();
        writer.WriteLine("uses: actions/upload-artifact@v5");
        writer.WriteLine($"if: {Condition ?? "always()"}");
        writer.WriteLine("with:");
        using var __ = writer.Indent();
        writer.WriteLine($"name: {Yaml.Scalar(Name)}");
        writer.WriteLine($"path: {Yaml.Scalar(Path)}");
    }
}
