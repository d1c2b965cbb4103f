using System.Security.Cryptography;

namespace Fairlead.IntegrationTests.Bootstrap;

/// <summary>build.sh over a build that only prints its arguments.</summary>
[Trait("Category", "Integration")]
public sealed class BuildScriptTests : IDisposable
{
    private const string Compiling = "Compiling the build";
    private readonly TemporaryDirectory _root = new("fairlead bootstrap-");

    public BuildScriptTests()
    {
        File.Copy(Repository.PathOf("build.sh"), Path.Combine(_root, "build.sh"));
        Write("global.json", """{ "sdk": { "version": "10.0.100", "rollForward": "latestFeature" } }""");
        Write("build/_build.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>Exe</OutputType>
                <UseAppHost>false</UseAppHost>
              </PropertyGroup>
              <ItemGroup>
                <Compile Include="../src/*.cs" />
              </ItemGroup>
            </Project>
            """);
        Write(
            "build/Build.cs",
            "System.Console.WriteLine($\"{Greeting.Text} {string.Join('|', args)}\"); return args.Length == 1 && args[0] == \"fail\" ? 7 : 0;");
        Write("src/Greeting.cs", "static class Greeting { public const string Text = \"hello\"; }");
    }

    public void Dispose() => _root.Dispose();

    [Fact]
    public async Task The_first_run_compiles_and_the_second_does_not()
    {
        var first = await RunAsync("a", "b c");
        var second = await RunAsync("a", "b c");

        first.Output.ShouldContain(Compiling);
        first.Output.ShouldContain("hello a|b c");
        second.Output.ShouldBe($"hello a|b c{Environment.NewLine}");
    }

    [Fact]
    public async Task The_exit_code_is_the_build_s() => (await RunAsync("fail")).ExitCode.ShouldBe(7);

    [Fact]
    public async Task Another_content_a_renamed_file_and_another_property_compile_again()
    {
        await RunAsync();
        Write("src/Greeting.cs", "static class Greeting { public const string Text = \"ahoy\"; }");
        (await RunAsync()).Output.ShouldContain("ahoy");

        File.Move(Path.Combine(_root, "src/Greeting.cs"), Path.Combine(_root, "src/Words.cs"));
        (await RunAsync()).Output.ShouldContain(Compiling);

        Write("Directory.Build.props", "<Project><PropertyGroup><Company>Other</Company></PropertyGroup></Project>");
        (await RunAsync()).Output.ShouldContain(Compiling);
        (await RunAsync()).Output.ShouldNotContain(Compiling);
    }

    [Fact]
    public async Task A_deleted_file_is_missed_and_the_earlier_build_is_not_run_in_its_place()
    {
        await RunAsync();
        File.Delete(Path.Combine(_root, "src/Greeting.cs"));

        var run = await RunAsync();

        run.ExitCode.ShouldNotBe(0);
        run.Output.ShouldContain("CS0103");
        run.Output.ShouldNotContain("hello");
    }

    [Fact]
    public async Task A_restored_file_is_known_again()
    {
        await RunAsync();
        var path = Path.Combine(_root, "src/Greeting.cs");
        var original = File.ReadAllText(path);
        File.WriteAllText(path, original + "// changed");
        await RunAsync();
        File.WriteAllText(path, original);

        (await RunAsync()).Output.ShouldContain("hello");
    }

    [Fact]
    public async Task Without_an_SDK_the_pinned_one_is_fetched_and_used_and_fetched_once()
    {
        var archive = await ArchiveAsync();
        await using var server = new LoopbackServer(_ => new ScriptedResponse(200, archive));
        Pin(archive);

        var run = await RunAsync(PathWithoutDotNet(server.Url.AbsoluteUri.TrimEnd('/')), "x");

        run.Output.ShouldContain("installing one under .nuke/temp/dotnet");
        run.Output.ShouldContain("hello x");
        server.Requests.ShouldHaveSingleItem().Path.ShouldStartWith("/10.0.100/dotnet-sdk-10.0.100-");
        (await RunAsync(PathWithoutDotNet("https://nowhere.invalid"), "y")).Output.ShouldBe($"hello y{Environment.NewLine}");
    }

    [Fact]
    public async Task An_SDK_that_is_not_the_pinned_one_is_not_even_unpacked()
    {
        var archive = await ArchiveAsync();
        await using var server = new LoopbackServer(_ => new ScriptedResponse(200, archive));
        Pin([1]);

        var run = await RunAsync(PathWithoutDotNet(server.Url.AbsoluteUri.TrimEnd('/')));

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain("is not the .NET SDK whose digest build/sdk.sha512 pins");
        Directory.GetFileSystemEntries(Path.Combine(_root, ".nuke", "temp")).Select(Path.GetFileName).ShouldBe(["build"]);
    }

    [Fact]
    public async Task An_SDK_without_a_pinned_digest_is_not_fetched()
    {
        await using var server = new LoopbackServer(_ => new ScriptedResponse(200, ""));

        var run = await RunAsync(PathWithoutDotNet(server.Url.AbsoluteUri.TrimEnd('/')));

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain("build/sdk.sha512 pins no digest of dotnet-sdk-10.0.100-");
        server.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("http://127.0.0.1:9", "http://127.0.0.1:9")]
    [InlineData("http://mirror.example.com", "http://mirror.example.com")]
    [InlineData("http://user:pass-word@mirror.example.com/a", "http://mirror.example.com/a")]
    [InlineData("ftp://user:pass-word@@mirror.example.com", "ftp://mirror.example.com")]
    [InlineData("user:pass-word@mirror.invalid", "mirror.invalid")]
    public async Task Without_an_SDK_and_without_a_network_or_https_it_says_what_to_do_and_no_password(string mirror, string shown)
    {
        Pin([1]);

        var run = await RunAsync(PathWithoutDotNet(mirror));

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain($"could not be downloaded from {shown}/10.0.100/");
        run.Output.ShouldContain("Install the SDK that global.json names");
        run.Output.ShouldNotContain("pass-word");
    }

    [Fact]
    public async Task A_wget_that_cannot_be_held_to_TLS_downloads_nothing_and_is_told_from_a_network_that_fails()
    {
        Pin([1]);
        var environment = PathWithoutDotNet("https://mirror.invalid");
        File.Delete(Path.Combine(_root, ".bin", "curl"));
        Program("wget", "echo 'BusyBox v1.35.0 multi-call binary. Usage: wget [-cqS] URL' >&2; exit 1");

        var run = await RunAsync(environment);

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain("Install curl, GNU wget or the SDK that global.json names");
    }

    [Fact]
    public async Task Which_library_runs_the_programs_of_a_Linux_is_known_by_ldd()
    {
        var environment = PathWithoutDotNet("https://mirror.invalid");
        Program("ldd", "echo 'musl libc (x86_64)' >&2; exit 1");
        Program("uname", "[ \"$1\" = -s ] && echo Linux || echo x86_64");

        (await RunAsync(environment)).Output.ShouldContain("pins no digest of dotnet-sdk-10.0.100-linux-musl-x64.tar.gz");
    }

    [ToolFact("flock", "pkill")]
    public async Task A_compiler_that_stays_for_the_next_build_does_not_keep_the_lock_of_this_one()
    {
        var name = $"bootstrap-{Guid.NewGuid():n}";
        try
        {
            var run = await RunAsync(new Dictionary<string, string?> { ["UseSharedCompilation"] = "true", ["SharedCompilationId"] = name });

            run.Output.ShouldContain(Compiling);
            (await CommandLine.RunAsync("pgrep", ["-f", $"pipename:{name}"])).Code.ShouldBe(0, "No compiler stays: the test shows nothing.");
            (await CommandLine.RunAsync("flock", ["--nonblock", Path.Combine(_root, ".nuke", "temp", "build", "lock"), "true"])).Code.ShouldBe(0);
        }
        finally
        {
            await CommandLine.RunAsync("pkill", ["-f", $"pipename:{name}"]);
        }
    }

    /// <summary>An archive whose dotnet starts this machine's.</summary>
    private async Task<byte[]> ArchiveAsync()
    {
        var dotnet = (await BuildRun.ProcessAsync(_root, "sh", ["-c", "readlink -f \"$(command -v dotnet)\""])).Output.Trim();
        Write("sdk/dotnet", $"#!/bin/sh\nexec {dotnet} \"$@\"\n");
        (await BuildRun.ProcessAsync(_root, "sh", ["-c", "chmod +x sdk/dotnet && tar -czf sdk.tar.gz -C sdk ."])).ExitCode.ShouldBe(0);
        return File.ReadAllBytes(Path.Combine(_root, "sdk.tar.gz"));
    }

    private void Pin(byte[] archive) => Write(
        "build/sdk.sha512",
        string.Concat(new[] { "linux-x64", "linux-arm64", "linux-musl-x64", "linux-musl-arm64", "osx-x64", "osx-arm64" }
            .Select(x => $"{Convert.ToHexStringLower(SHA512.HashData(archive))}  dotnet-sdk-10.0.100-{x}.tar.gz\n")));

    /// <summary>A PATH with the few programs that the script uses, and no dotnet.</summary>
    private Dictionary<string, string?> PathWithoutDotNet(string mirror)
    {
        var bin = Directory.CreateDirectory(Path.Combine(_root, ".bin")).FullName;
        foreach (var program in new[]
        {
            "bash",
            "sh",
            "env",
            "find",
            "sort",
            "xargs",
            "sha256sum",
            "sha512sum",
            "uname",
            "ls",
            "tar",
            "gzip",
            "cut",
            "cat",
            "mkdir",
            "mv",
            "rm",
            "dirname",
            "curl",
            "flock",
            "grep",
            "chmod",
            "printf",
            "df",
            "awk",
            "mawk",
            "gawk"
        })
        {
            var link = Path.Combine(bin, program);
            if (!File.Exists(link) && new[] { "/bin", "/usr/bin" }.Select(x => Path.Combine(x, program)).FirstOrDefault(File.Exists) is { } path)
            {
                File.CreateSymbolicLink(link, path);
            }
        }

        return new Dictionary<string, string?> { ["PATH"] = bin, ["DOTNET_SDK_MIRROR"] = mirror };
    }

    private void Program(string name, string script)
    {
        var path = Path.Combine(_root, ".bin", name);
        File.Delete(path);
        Write($".bin/{name}", $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private Task<BuildRun> RunAsync(params string[] arguments) => BuildRun.RunAsync(_root, arguments, environment: null);

    private Task<BuildRun> RunAsync(IReadOnlyDictionary<string, string?> environment, params string[] arguments)
        => BuildRun.RunAsync(_root, arguments, environment);

    private void Write(string name, string content)
    {
        var path = Path.Combine(_root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }
}
