using System.Diagnostics;

namespace Nuke.Common.Tests.Completion;

public sealed class ShellSnippetTests
{
    private const string FakeBuild = """
        #!/bin/bash
        printf 'asked\n' >>"$(dirname "$0")/log"
        [ "$1" = :complete ] || exit 1
        printf '%s\n' "<$2>" "two words"
        """;

    // What bash does on TAB: it sets these variables and calls the function that `complete` names.
    private const string Call = """

        COMP_LINE="$LINE and more"; COMP_POINT=${#LINE}; COMP_WORDS=("${LINE%% *}")
        _build_sh_complete
        for word in "${COMPREPLY[@]}"; do echo "$word"; done
        complete -p build.sh
        """;

    [UnixFact]
    public void The_snippet_for_bash_asks_the_script_that_was_typed_and_no_other()
    {
        using var run = new TestRun();
        run.Write("build.sh", FakeBuild);
        File.SetUnixFileMode(Path.Combine(run.Root, "build.sh"), UnixFileMode.UserRead | UnixFileMode.UserExecute);

        Complete(run, "./build.sh Comp").ShouldNotContain("<");
        File.Exists(Path.Combine(run.Root, "log")).ShouldBeFalse();

        run.Write(".nuke/temp/build/current", "abc");
        Complete(run, "./build.sh Comp").ShouldStartWith("<./build.sh Comp>\ntwo words\ncomplete ");
    }

    private static string Complete(TestRun run, string line)
    {
        var start = new ProcessStartInfo("bash", ["--norc", "-c", Snippet("bash") + Call])
        {
            WorkingDirectory = run.Root,
            RedirectStandardOutput = true,
            Environment = { ["LINE"] = line },
        };
        using var process = Process.Start(start);
        var output = process!.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }

    private static string Snippet(string language)
    {
        var text = File.ReadAllText(Repository.PathOf("docs", "completion.md"));
        var start = text.IndexOf($"```{language}\n", StringComparison.Ordinal) + language.Length + 4;
        return text[start..text.IndexOf("```", start, StringComparison.Ordinal)];
    }
}
