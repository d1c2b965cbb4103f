using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using Nuke.Common.Tools.Npm;
using Serilog;

namespace Nuke.Common.Tests.Tooling;

/// <summary>What tools see, told by the tools.</summary>
public sealed class ToolEnvironmentTests : IDisposable
{
    private static readonly Dictionary<string, string> Secrets = new()
    {
        ["AWS_SECRET_ACCESS_KEY"] = "aws-secret-0123",
        ["ACTIONS_ID_TOKEN_REQUEST_TOKEN"] = "oidc-0123",
        ["GITHUB_TOKEN"] = "ghs_0123456789",
        ["PARAMS_STAGING_KEY"] = "password-0123",
        ["ENGINE_FEED_KEY"] = "feed-key-0123",
        ["NUKE_ENGINE_OTHER_KEY"] = "other-key-0123",
        ["COPY_OF_ENGINE_FEED_KEY"] = "feed-key-0123",
        ["ENGINE_DATABASE_URL"] = "postgres://shop:given-key-0123@db/shop",
    };

    private static readonly Dictionary<string, string> Others = new()
    {
        ["AWS_REGION"] = "eu-central-1",
        ["ENGINE_HOST"] = "default-key-0123.test",
    };

    private readonly TestRun _run = new();

    public ToolEnvironmentTests()
    {
        foreach (var (name, value) in Secrets.Concat(Others))
        {
            Environment.SetEnvironmentVariable(name, value);
            _run.Variables[name] = value;
        }
    }

    public void Dispose()
    {
        foreach (var name in Secrets.Keys.Concat(Others.Keys))
        {
            Environment.SetEnvironmentVariable(name, null);
        }

        _run.Dispose();
    }

    [ToolFact("npm")]
    public void The_install_script_of_a_hostile_package_finds_no_secret()
    {
        _run.Write("hostile/package.json", """
            { "name": "hostile", "version": "1.0.0", "scripts": { "preinstall": "node steal.js" } }
            """);
        _run.Write("hostile/steal.js", $"""
            require('fs').writeFileSync({Quoted("stolen.json")}, JSON.stringify(process.env));
            """);
        _run.Write("web/package.json", """
            { "name": "web", "version": "1.0.0", "dependencies": { "hostile": "file:../hostile/hostile-1.0.0.tgz" } }
            """);

        _run.Run<Tools>("Npm --engine-given-key given-key-0123").ShouldBe(0, _run.Output);

        Seen("stolen.json").ShouldContain("eu-central-1");
    }

    [UnixFact]
    public void A_target_of_a_project_that_msbuild_runs_finds_none()
    {
        _run.Write("steal.proj", $"""
            <Project><Target Name="Build"><Exec Command="env > {Path.Combine(_run.Root, "stolen.txt")}" /></Target></Project>
            """);

        _run.Run<Tools>("MSBuild --engine-given-key given-key-0123").ShouldBe(0, _run.Output);

        Seen("stolen.txt").ShouldContain("AWS_REGION=eu-central-1");
    }

    [ToolFact("git")]
    public void An_alias_of_git_finds_none()
    {
        _run.Run<Tools>("Git --engine-given-key given-key-0123").ShouldBe(0, _run.Output);

        Seen("stolen.txt").ShouldContain("AWS_REGION=eu-central-1");
    }

    [UnixFact]
    public void Nor_does_a_tool_whose_options_change_the_environment()
    {
        _run.Run<Tools>("Changed --engine-given-key given-key-0123").ShouldBe(0, _run.Output);

        Seen("stolen.txt").ShouldContain("ENGINE_ADDED=1");
    }

    [UnixFact]
    public void What_the_build_sets_for_a_tool_the_tool_gets()
    {
        _run.Run<Tools>("Named --engine-given-key given-key-0123").ShouldBe(0, _run.Output);

        var seen = File.ReadAllText(Path.Combine(_run.Root, "stolen.txt"));
        seen.ShouldContain("GITHUB_TOKEN=ghs_0123456789");
        seen.ShouldContain("ENGINE_OTHER=given-key-0123");
        seen.ShouldNotContain("aws-secret-0123");
    }

    [UnixFact]
    public void What_a_switch_or_the_parameters_file_names_for_a_tool_the_tool_gets()
    {
        _run.Run<Tools>("Plain --pass-environment bash=ENGINE_FEED_KEY npm=AWS_*").ShouldBe(0, _run.Output);

        var seen = File.ReadAllText(Path.Combine(_run.Root, "stolen.txt"));
        seen.ShouldContain("\nENGINE_FEED_KEY=feed-key-0123\n");
        seen.ShouldNotContain("aws-secret-0123");

        _run.Write(".nuke/parameters.json", """{ "PassEnvironment": ["bash=AWS_*"] }""");
        _run.Run<Tools>("Plain").ShouldBe(0, _run.Output);
        seen = File.ReadAllText(Path.Combine(_run.Root, "stolen.txt"));
        seen.ShouldContain("AWS_SECRET_ACCESS_KEY=aws-secret-0123");
        seen.ShouldNotContain("\nENGINE_FEED_KEY=");
    }

    [Fact]
    public void A_switch_that_names_no_variable_is_told()
    {
        _run.Run<Tools>("Plain --pass-environment npm").ShouldNotBe(0);

        _run.Output.ShouldContain("--pass-environment was given 'npm'. Expected a tool and a variable, such as npm=NODE_AUTH_TOKEN or docker=AWS_*.");
    }

    [UnixFact]
    public void A_verbose_run_says_what_a_tool_does_not_get_and_no_value()
    {
        _run.Run<Tools>("Plain --verbosity verbose").ShouldBe(0, _run.Output);

        _run.Output.ShouldMatch("bash does not get .*AWS_SECRET_ACCESS_KEY.*GITHUB_TOKEN.*--pass-environment bash=VARIABLE");
        Secrets.Values.Distinct().Where(_run.Output.Contains).ShouldBeEmpty();
    }

    [UnixFact]
    public void A_run_says_once_what_a_tool_does_not_get_for_its_value()
    {
        _run.Run<Tools>("Twice --engine-given-key given-key-0123").ShouldBe(0, _run.Output);

        _run.Output.Split("bash does not get COPY_OF_ENGINE_FEED_KEY, ENGINE_DATABASE_URL: what is in there is the value of a secret.").Length.ShouldBe(2);
    }

    [UnixFact]
    public void A_default_in_the_code_takes_no_variable_away()
    {
        _run.Run<Tools>("Plain").ShouldBe(0, _run.Output);

        File.ReadAllText(Path.Combine(_run.Root, "stolen.txt")).ShouldContain("\nENGINE_HOST=default-key-0123.test\n");
    }

    [UnixFact]
    public void Analyzers_do_not_run_in_a_compiler_server_that_was_started_with_more()
    {
        _run.Run<Tools>("Plain").ShouldBe(0, _run.Output);

        File.ReadAllText(Path.Combine(_run.Root, "stolen.txt")).ShouldMatch("(?m)^SharedCompilationId=.+-[0-9a-f]{16}-children$");
    }

    [UnixFact]
    public void A_tool_that_gets_other_variables_has_another_compiler_server_and_a_build_in_a_build_no_longer_name()
    {
        string[] passed = ["", " --pass-environment bash=ENGINE_FEED_KEY", ""];
        var names = passed.Select(x => Server($"Plain{x}")).ToList();
        names[1].ShouldNotBe(names[0]);
        names[2].ShouldBe(names[0]);

        _run.Write("global.json", """{ "sdk": { "version": "10.0.100" } }""");
        Server("Plain").ShouldNotBe(names[0]);

        Environment.SetEnvironmentVariable("SharedCompilationId", names[0]);
        try
        {
            Server("Plain").Length.ShouldBe(names[0].Length);
        }
        finally
        {
            Environment.SetEnvironmentVariable("SharedCompilationId", null);
        }
    }

    private string Server(string arguments)
    {
        _run.Run<Tools>(arguments).ShouldBe(0, _run.Output);
        var line = File.ReadAllLines(Path.Combine(_run.Root, "stolen.txt")).Single(x => x.StartsWith("SharedCompilationId=", StringComparison.Ordinal));
        return line[(line.IndexOf('=') + 1)..];
    }

    private string Quoted(string file) => $"'{Path.Combine(_run.Root, file)}'";

    /// <summary>What the tool wrote of its environment, which holds no secret.</summary>
    private string Seen(string file)
    {
        var seen = File.ReadAllText(Path.Combine(_run.Root, file));
        Secrets.Where(x => seen.Contains(x.Value, StringComparison.Ordinal)).Select(x => x.Key).ShouldBeEmpty();
        seen.ShouldNotContain("given-key-0123");
        return seen;
    }

    private sealed class Tools : NukeBuild
    {
        [Parameter][Secret] readonly string? EngineFeedKey;
        [Parameter][Secret] readonly string? EngineOtherKey;
        [Parameter][Secret] readonly string? EngineGivenKey;
        [Parameter][Secret] readonly string EngineDefaultKey = "default-key-0123";

        Target Npm => _ => _.Executes(() =>
        {
            NpmTasks.Npm("pack", RootDirectory / "hostile");
            NpmTasks.NpmInstall(_ => _
                .SetProcessWorkingDirectory(RootDirectory / "web")
                .SetProcessEnvironmentVariable("npm_config_offline", "true")
                .SetProcessEnvironmentVariable("npm_config_ignore_scripts", "false"));
        });

        Target MSBuild => _ => _.Executes(() => DotNetTasks.DotNet("msbuild steal.proj -nologo -nodeReuse:false", RootDirectory));

        Target Git => _ => _.Executes(() => Nuke.Common.Tools.Git.GitTasks.Git(
            $"-c alias.steal={"!env > stolen.txt"} -C {RootDirectory} --git-dir {RootDirectory / "none"} steal", RootDirectory));

        Target Changed => _ => _.Executes(() => DotNetTasks.DotNetRun(_ => _
            .SetProcessToolPath(Script)
            .SetProcessWorkingDirectory(RootDirectory)
            .SetProcessEnvironmentVariable("ENGINE_ADDED", 1)
            .AddProcessEnvironmentVariables(new Dictionary<string, string> { ["ENGINE_ALSO"] = "2" })
            .RemoveProcessEnvironmentVariable("ENGINE_ALSO")));

        Target Named => _ => _.Executes(() => DotNetTasks.DotNetRun(_ => _
            .SetProcessToolPath(Script)
            .SetProcessWorkingDirectory(RootDirectory)
            .SetProcessEnvironmentVariable("GITHUB_TOKEN", EnvironmentInfo.GetVariable("GITHUB_TOKEN")!)
            .AddProcessEnvironmentVariable("ENGINE_OTHER", EngineGivenKey!)));

        Target Plain => _ => _.Executes(() =>
        {
            Log.Verbose("{Key}", EngineFeedKey is null && EngineOtherKey is null && EngineDefaultKey.Length == 0);
            ProcessTasks.StartShell("env > stolen.txt", RootDirectory).AssertZeroExitCode();
        });

        Target Twice => _ => _.Executes(() =>
        {
            ProcessTasks.StartShell("true", RootDirectory).AssertZeroExitCode();
            ProcessTasks.StartShell("true", RootDirectory).AssertZeroExitCode();
        });

        private static string Script
        {
            get
            {
                var script = RootDirectory / "tool.sh";
                File.WriteAllText(script, "#!/bin/sh\nenv > stolen.txt\n");
                script.SetExecutable();
                return script;
            }
        }
    }
}
