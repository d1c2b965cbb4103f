using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Utilities;

namespace Nuke.Common.CI;

/// <summary>Base of attributes on the build class that generate CI files.</summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class ConfigurationAttributeBase : Attribute, IConfigurationGenerator
{
    public INukeBuild Build { get; internal set; } = null!; // set before anything is generated

    public string DisplayName => string.IsNullOrEmpty(IdPostfix) ? HostName : $"{HostName} ({IdPostfix})";
    public string HostName => HostType.Name;
    public string Id => string.IsNullOrEmpty(IdPostfix) ? HostName : $"{HostName}_{IdPostfix}";
    public virtual string IdPostfix => "";

    /// <summary>Whether a local run brings the file up to date.</summary>
    public bool AutoGenerate { get; set; } = true;

    public abstract Type HostType { get; }
    public abstract AbsolutePath ConfigurationFile { get; }
    public abstract IEnumerable<AbsolutePath> GeneratedFiles { get; }

    /// <summary>The targets that CI invokes; what they depend on is relevant too.</summary>
    public abstract IEnumerable<string> RelevantTargetNames { get; }
    public abstract IEnumerable<string> IrrelevantTargetNames { get; }

    /// <summary>The script that CI runs, relative to the root with forward slashes.</summary>
    protected virtual string BuildCmdPath
    {
        get
        {
            var root = Build.RootDirectory;
            var script = root.GlobFiles("build.cmd", "*/build.cmd").FirstOrDefault()
                ?? throw new BuildException(
                    $"{DisplayName} cannot be generated: there is no build.cmd in the root directory or one folder below it.",
                    "Add the script that starts the build.");
            return root.GetUnixRelativePathTo(script);
        }
    }

    public abstract CustomFileWriter CreateWriter(StreamWriter streamWriter);

    /// <param name="relevantTargets">In the order in which they run.</param>
    public abstract ConfigurationEntity GetConfiguration(IReadOnlyCollection<ExecutableTarget> relevantTargets);

    /// <summary>Writes the file when its content changed, else nothing.</summary>
    public void Generate(IReadOnlyCollection<ExecutableTarget> executableTargets)
    {
        var configuration = GetConfiguration(Relevant(executableTargets));
        using var stream = CreateStream();
        var writer = CreateWriter(stream);
        WriteHeader(writer);
        writer.Write(configuration.Write);
        stream.Flush();
        (stream.BaseStream as GeneratedFile)?.Commit();
    }

    /// <summary>Called when a build ends on the host that the attribute generates for.</summary>
    public virtual void SerializeState() { }

    /// <summary>Where the file is written to; default is <see cref="ConfigurationFile"/>, as a whole and only when it changed.</summary>
    protected virtual StreamWriter CreateStream() => new(new GeneratedFile(ConfigurationFile));

    private void WriteHeader(CustomFileWriter writer)
    {
        writer.WriteComment($"Generated from [{GetType().Name.TrimEnd("Attribute")}] on the build class; changes made here are lost.");
        writer.WriteComment($"To generate it again: ./{BuildCmdPath} --generate-configuration {Id} --host {HostName}");
        writer.WriteLine();
    }

    private IReadOnlyCollection<ExecutableTarget> Relevant(IReadOnlyCollection<ExecutableTarget> targets)
    {
        var irrelevant = IrrelevantTargetNames.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. RelevantTargetNames
                .Select(x => targets.FirstOrDefault(y => y.Name.Equals(x, StringComparison.OrdinalIgnoreCase)) ?? throw new BuildException(
                    $"{DisplayName} invokes '{x}', which is not a target.{NearestName.Hint(x, targets.Select(y => y.Name))}",
                    "Correct the names in the attribute."))
                .SelectMany(x => ExecutionPlanner.Order([x]))
                .Distinct()
                .Where(x => !irrelevant.Contains(x.Name)),
        ];
    }
}
