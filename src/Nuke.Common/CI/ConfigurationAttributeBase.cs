using Nuke.Common.Execution;
using Nuke.Common.IO;

namespace Nuke.Common.CI;

/// <summary>Base of attributes on the build class that generate CI files.</summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class ConfigurationAttributeBase : Attribute, IConfigurationGenerator
{
    public INukeBuild Build { get; internal set; }

    public string DisplayName => IdPostfix is null ? HostName : $"{HostName} ({IdPostfix})";
    public string HostName => HostType.Name;
    public string Id => IdPostfix is null ? HostName : $"{HostName}_{IdPostfix}";
    public virtual string IdPostfix => null;

    /// <summary>Whether a local run brings the file up to date.</summary>
    public bool AutoGenerate { get; set; } = true;

    public abstract Type HostType { get; }
    public abstract AbsolutePath ConfigurationFile { get; }
    public abstract IEnumerable<AbsolutePath> GeneratedFiles { get; }
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
    public abstract ConfigurationEntity GetConfiguration(IReadOnlyCollection<ExecutableTarget> relevantTargets);

    /// <summary>Writes the file when its content changed, else nothing.</summary>
    public void Generate(IReadOnlyCollection<ExecutableTarget> executableTargets) => Update(executableTargets);

    public virtual void SerializeState() { }

    protected virtual StreamWriter CreateStream() => new(new MemoryStream());

    /// <returns>Whether the file was written.</returns>
    internal bool Update(IReadOnlyCollection<ExecutableTarget> targets)
    {
        var content = Render(targets);
        if (File.Exists(ConfigurationFile) && File.ReadAllBytes(ConfigurationFile).AsSpan().SequenceEqual(content))
            return false;
        ConfigurationFile.Parent.CreateDirectory();
        File.WriteAllBytes(ConfigurationFile, content);
        return true;
    }

    internal byte[] Render(IReadOnlyCollection<ExecutableTarget> targets)
    {
        using var stream = CreateStream();
        var writer = CreateWriter(stream);
        WriteHeader(writer);
        GetConfiguration(Relevant(targets)).Write(writer);
        stream.Flush();
        return ((MemoryStream)stream.BaseStream).ToArray();
    }

    private void WriteHeader(CustomFileWriter writer)
    {
        writer.WriteComment($"Generated from [{GetType().Name.Replace("Attribute", "")}] on the build class; changes made here are lost.");
        writer.WriteComment($"To generate it again: ./{BuildCmdPath} --generate-configuration {Id} --host {HostName}");
        writer.WriteLine();
    }

    private IReadOnlyCollection<ExecutableTarget> Relevant(IReadOnlyCollection<ExecutableTarget> targets)
    {
        var named = RelevantTargetNames
            .Select(x => targets.FirstOrDefault(y => y.Name.Equals(x, StringComparison.OrdinalIgnoreCase)) ?? throw new BuildException(
                $"{DisplayName} invokes '{x}', which is not a target.{NearestName.Hint(x, targets.Select(y => y.Name))}",
                "Correct InvokedTargets of the attribute."))
            .ToList();
        var irrelevant = IrrelevantTargetNames.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. ExecutionPlanner.Order(named).Where(x => !irrelevant.Contains(x.Name))];
    }
}
