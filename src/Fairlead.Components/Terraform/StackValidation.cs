using Fairlead.Components.Reporting;
using Fairlead.Infrastructure.Terraform;
using Fairlead.Releases;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Serilog;

namespace Fairlead.Components.Terraform;

/// <summary>Format and configuration of stacks, without a state and without credentials.</summary>
internal static class StackValidation
{
    /// <summary>Checks the profile's stack; in a profile without Terraform every stack there is.</summary>
    public static async Task<Outcome> RunAsync(ITerraform build, CancellationToken cancellationToken)
    {
        var stacks = build.HasTerraform ? [build.TerraformDirectory] : Stacks(build);
        if (stacks.Count == 0)
        {
            throw new FairleadException(
                "There is nothing to validate.",
                $"{build.RootDirectory / "infra" / "stacks"} holds no stack.",
                "Name a profile whose stack exists.");
        }

        var problems = 0;
        var tool = await StackRun.FindToolAsync(build, stacks[0], allowDownload: true, cancellationToken);
        foreach (var stack in stacks)
        {
            problems += Format(tool, build, stack);
            var options = StackRun.Options(build) with
            {
                Directory = stack,
                VariableFiles = [],
                Variables = new Dictionary<string, string>(),

                // A directory of its own: connecting no backend must not disconnect the one that TerraformPlan uses.
                DataDirectory = build.TemporaryDirectory / "terraform" / "validate" / stack.Name,
            };
            var runner = new TerraformRunner(tool, options, LogReporter.Instance);
            await runner.InitAsync(cancellationToken, withBackend: false);
            foreach (var diagnostic in await runner.ValidateAsync(cancellationToken))
            {
                if (diagnostic.IsError)
                {
                    problems++;
                    Log.Error("{Stack:l}: {Problem:l}", stack.Name, diagnostic.ToString());
                }
                else
                {
                    Log.Warning("{Stack:l}: {Problem:l}", stack.Name, diagnostic.ToString());
                }
            }
        }

        return problems == 0
            ? Outcome.Succeeded($"{string.Join(", ", stacks.Select(x => x.Name))}: formatted and valid ({tool}).")
            : throw new FairleadException(
                $"{problems} {(problems == 1 ? "problem" : "problems")} in {string.Join(", ", stacks.Select(x => x.Name))}.",
                "What is not formatted or not valid is listed above.",
                "Correct it and run TerraformValidate again.");
    }

    // The modules below infra/ belong to the stacks, and fmt looks at no directory that a module call names.
    private static int Format(TerraformTool tool, ITerraform build, AbsolutePath stack)
    {
        var unformatted = new[] { stack, build.RootDirectory / "infra" / "modules" }
            .Where(x => Directory.Exists(x))
            .SelectMany(x => Unformatted(tool, x))
            .ToList();
        foreach (var file in unformatted)
        {
            Log.Error("{File:l} is not formatted; terraform fmt does it.", build.RootDirectory.GetRelativePathTo(file).ToString());
        }

        return unformatted.Count;
    }

    private static IEnumerable<string> Unformatted(TerraformTool tool, AbsolutePath directory)
    {
        var process = ProcessTasks.StartProcess(tool.Path, "fmt -check -recursive -list=true", directory, logOutput: false, logInvocation: false);
        process.AssertWaitForExit();

        // 0: all are formatted; 3: those listed are not; else it could not read one, which validate tells better.
        return process.ExitCode == 3
            ? [.. process.Output.Where(x => x.Type == OutputType.Std && x.Text.Length > 0).Select(x => Path.Combine(directory, x.Text))]
            : [];
    }

    private static List<AbsolutePath> Stacks(ITerraform build)
    {
        var folder = build.RootDirectory / "infra" / "stacks";
        return Directory.Exists(folder) ? [.. Directory.GetDirectories(folder)
            .Where(x => Directory.EnumerateFiles(x, "*.tf").Any())
            .Order(StringComparer.Ordinal)
            .Select(x => (AbsolutePath)x)] : [];
    }
}
