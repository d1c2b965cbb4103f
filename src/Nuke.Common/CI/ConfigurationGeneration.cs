using System.Reflection;
using Nuke.Common.Execution;
using Nuke.Common.ConsoleOutput;
using Serilog;

namespace Nuke.Common.CI;

/// <summary>Runs the CI generators on the build class.</summary>
internal static class ConfigurationGeneration
{
    public static int Generate(BuildSession session, NukeBuild build, string id)
    {
        var generators = Generators(build);
        var generator = generators.FirstOrDefault(x => x.Id.Equals(id, StringComparison.OrdinalIgnoreCase));
        if (generator is null)
        {
            var known = generators.Count == 0
                ? "The build class has no generator attribute."
                : $"Known ids: {string.Join(", ", generators.Select(x => x.Id))}.";
            ProblemWriter.Write(session, [$"Unknown configuration '{id}'.{NearestName.Hint(id, generators.Select(x => x.Id))} {known}"]);
            return -1;
        }

        var written = generator.Update(session.Targets);
        session.Surroundings.Out.Write($"{generator.ConfigurationFile} {(written ? "was written" : "is up to date")}.\n");
        return 0;
    }

    /// <summary>Brings the files of a local build up to date: renders in memory, writes only what changed.</summary>
    public static void Refresh(BuildSession session, NukeBuild build)
    {
        if (session.Host is IBuildServer || !build.GetType().IsDefined(typeof(ConfigurationAttributeBase), inherit: true))
            return;
        foreach (var generator in Generators(build).Where(x => x.AutoGenerate))
        {
            if (generator.Update(session.Targets))
                Log.Warning("Configuration of {Name} has changed: commit {File}", generator.DisplayName, generator.ConfigurationFile.ToString());
        }
    }

    private static List<ConfigurationAttributeBase> Generators(NukeBuild build)
    {
        var generators = build.GetType().GetCustomAttributes<ConfigurationAttributeBase>(inherit: true).ToList();
        foreach (var generator in generators)
            generator.Build = build;
        return generators;
    }
}
