using System.Reflection;
using Nuke.Common.ConsoleOutput;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Serilog;

namespace Nuke.Common.CI;

/// <summary>Runs the CI generators on the build class.</summary>
internal static class ConfigurationGeneration
{
    /// <summary>Writes the file of one generator, because the command line says so.</summary>
    /// <returns>The exit code.</returns>
    public static int Generate(BuildSession session, NukeBuild build, string id)
    {
        var generators = Generators(build);
        var matches = generators.Where(x => x.Id.Equals(id, StringComparison.OrdinalIgnoreCase)).ToList();
        if (matches is not [var generator])
        {
            ProblemWriter.Write(session, [matches.Count == 0 ? Unknown(id, generators) : Ambiguous(id, matches)]);
            return -1;
        }

        try
        {
            var changed = Update(generator, session.Targets);
            foreach (var file in generator.GeneratedFiles)
            {
                session.Surroundings.Out.Write($"{file} {(changed.Contains(file) ? "was written" : "is up to date")}.\n");
            }

            return 0;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            ProblemWriter.Write(session, [$"{generator.DisplayName} cannot be generated: {exception.Message} Nothing was written; make the file writable."]);
            return -1;
        }
    }

    /// <summary>Brings the files of a local build up to date: renders in memory, writes only what changed. A server's files are never touched.</summary>
    public static void Refresh(BuildSession session, NukeBuild build)
    {
        if (session.Host is IBuildServer || !build.GetType().IsDefined(typeof(ConfigurationAttributeBase), inherit: true))
        {
            return;
        }

        foreach (var generator in Generators(build).Where(x => x.AutoGenerate))
        {
            try
            {
                foreach (var file in Update(generator, session.Targets))
                {
                    Log.Warning(
                        "Configuration files for {Name} have changed. {File} is written as the build class says: commit it; what was changed in it by "
                            + "hand is gone",
                        generator.DisplayName,
                        Display(session, file));
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                Log.Warning(
                    "Configuration files for {Name} are out of date, and cannot be written: {Reason} CI runs what they said before. Make them writable, or "
                        + "turn off AutoGenerate",
                    generator.DisplayName,
                    exception.Message);
            }
        }
    }

    /// <summary>Lets the generator of the server that the build ran on keep what its later jobs need.</summary>
    public static void SerializeState(BuildSession session, NukeBuild build)
    {
        if (session.Host is not IBuildServer || !build.GetType().IsDefined(typeof(ConfigurationAttributeBase), inherit: true))
        {
            return;
        }

        Generators(build).FirstOrDefault(x => x.HostType == session.Host.GetType())?.SerializeState();
    }

    private static IReadOnlyList<AbsolutePath> Update(ConfigurationAttributeBase generator, IReadOnlyCollection<ExecutableTarget> targets)
    {
        var files = generator.GeneratedFiles.ToList();
        var before = files.ConvertAll(Read);
        generator.Generate(targets);
        return [.. files.Where((x, i) => !Read(x).AsSpan().SequenceEqual(before[i]))];
    }

    private static byte[] Read(AbsolutePath file) => File.Exists(file) ? File.ReadAllBytes(file) : [];

    private static string Display(BuildSession session, AbsolutePath file) => session.RequireRoot().GetUnixRelativePathTo(file).ToString();

    private static string Unknown(string id, IReadOnlyList<ConfigurationAttributeBase> generators)
    {
        var known = generators.Count == 0
            ? "The build class has no generator attribute."
            : $"Known ids: {string.Join(", ", generators.Select(x => x.Id))}.";
        return $"Unknown configuration '{id}'.{NearestName.Hint(id, generators.Select(x => x.Id))} {known}";
    }

    private static string Ambiguous(string id, IReadOnlyList<ConfigurationAttributeBase> generators)
        => $"{generators.Count} attributes of the build class generate '{id}', so that one would overwrite the other. Give each its own name.";

    private static List<ConfigurationAttributeBase> Generators(NukeBuild build)
    {
        var generators = build.GetType().GetCustomAttributes<ConfigurationAttributeBase>(inherit: true).ToList();
        foreach (var generator in generators)
        {
            generator.Build = build;
        }

        return generators;
    }
}
