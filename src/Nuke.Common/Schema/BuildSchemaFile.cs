using System.Globalization;
using System.Reflection;
using System.Text;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Parameters;

namespace Nuke.Common.Schema;

/// <summary>
/// Keeps `.nuke/build.schema.json` up to date. NUKE writes it at every run; here a stamp beside the build's other state says of which
/// assemblies the file was made, and a run with the same ones neither generates nor writes anything.
/// </summary>
internal static class BuildSchemaFile
{
    /// <summary>Brings the file up to date, also when only a value provider has changed, and exits.</summary>
    public const string Switch = "shell-completion";

    public const string Name = "build.schema.json";

    /// <summary>Does nothing when the build is not the repository's own: one that is installed as a tool does not own `.nuke`.</summary>
    public static void Refresh(BuildSession session, NukeBuild build)
    {
        if (session.RootDirectory is not null
            && build.GetType().Assembly == Assembly.GetEntryAssembly()
            && AppContext.BaseDirectory.StartsWith($"{session.RootDirectory}{Path.DirectorySeparatorChar}", PathComparison))
        {
            Update(session, build);
        }
    }

    private static StringComparison PathComparison => OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    /// <summary>
    /// Whether the file was written. A directory that cannot be written to is no failure unless the switch asks for the file: the schema is for
    /// editors.
    /// </summary>
    internal static bool Update(BuildSession session, NukeBuild build)
    {
        var directory = Path.Combine(session.RequireRoot(), ".nuke");
        var schema = Path.Combine(directory, Name);
        var stamp = Path.Combine(directory, "temp", "build.schema.stamp");
        var isAsked = session.CommandLine.Find(Switch) is not null;
        try
        {
            var assemblies = Assemblies(session, build);
            if (!isAsked && File.Exists(stamp) && File.ReadAllText(stamp) == Stamp(assemblies, schema))
            {
                return false;
            }

            var written = Write(schema, Generate(session, build));
            var defaults = Path.Combine(directory, ParametersFile.NameOf(profile: null));
            if (!File.Exists(defaults))
            {
                AtomicFile.Write(defaults, Encoding.UTF8.GetBytes(Secrets.ParametersFileEditor.Empty));
            }

            Directory.CreateDirectory(Path.Combine(directory, "temp"));
            File.WriteAllText(stamp, Stamp(assemblies, schema));
            return written;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return !isAsked
                ? false
                : throw new BuildException($".nuke/{Name} cannot be written: {exception.Message}", "Check the permissions of .nuke and of what is in it.");
        }
        catch (BuildException exception)
        {
            session.Problems.Add(exception.Message);
            return false;
        }
    }

    private static string Generate(BuildSession session, NukeBuild build)
    {
        // A value provider may read other parameters. What is wrong with those is reported when the run comes to them.
        session.Values.InjectParameters(build, []);
        return BuildSchema.Generate(session.Values.Declared, session.Targets.Select(x => x.Name), build);
    }

    private static bool Write(string path, string schema)
    {
        // A checkout may have changed the line ends.
        if (File.Exists(path) && File.ReadAllText(path).ReplaceLineEndings("\n") == schema)
        {
            return false;
        }

        AtomicFile.Write(path, Encoding.UTF8.GetBytes(schema));
        return true;
    }

    // A compiler gives equal sources equal module ids and others others: no file has to be hashed.
    private static string Assemblies(BuildSession session, NukeBuild build)
    {
        var type = build.GetType();
        var types = type.GetInterfaces().Concat(session.Values.Declared.Select(x => ValueConverter.ElementType(x.Type) ?? x.Type)).Append(typeof(NukeBuild));
        for (; type is not null; type = type.BaseType)
        {
            types = types.Append(type);
        }

        return string.Join(' ', types.Select(x => x.Assembly.ManifestModule.ModuleVersionId.ToString("N")).Distinct().Order(StringComparer.Ordinal));
    }

    private static string Stamp(string assemblies, string schema)
    {
        var file = new FileInfo(schema);
        return file.Exists
            ? string.Create(CultureInfo.InvariantCulture, $"{assemblies}\n{file.Length} {file.LastWriteTimeUtc.Ticks}\n")
            : "";
    }
}
