using System.Text;
using Fairlead.Testing.Fuzzing;
using Nuke.Common.CI;
using Nuke.Common.Completion;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Parameters;
using Nuke.Common.Planning;
using Nuke.Common.Secrets;
using Nuke.Common.Tooling;
using CommandLine = Nuke.Common.Parameters.CommandLine;

namespace Nuke.Common.Tests.Fuzz;

/// <summary>What a build is given: files of parameters, command lines, patterns.</summary>
internal static class ParameterTargets
{
    private const string File = """
        {
          // a comment
          "$schema": "./build.schema.json",
          "Retries": 3, "Names": ["a", "b"], "On": true, "Path": "src/a",
          "Place": { "Name": "x", "Ports": [80, 443], "Kind": "Verbose" },
          "Token": "v1:AAAAAAAAAAAAAAAAAAAAAA==",
        }
        """;

    private static readonly Type[] Types =
    [
        typeof(string), typeof(bool), typeof(int), typeof(long?), typeof(double), typeof(decimal), typeof(Verbosity), typeof(AbsolutePath), typeof(DateTime),
        typeof(DateTimeOffset), typeof(DateOnly), typeof(TimeSpan), typeof(Guid), typeof(Uri), typeof(Version), typeof(char), typeof(Partition),
        typeof(string[]),
        typeof(List<int>), typeof(IReadOnlyList<Verbosity>), typeof(Place), typeof(Place[]), typeof(Dictionary<string, int>),
    ];

    // A build has some dozens of parameters.
    private const int MostLooked = 100;

    private static readonly byte[] Key = SecretCipher.DeriveKey("password");

    private static readonly CompletionItem[] Items =
    [
        new(CommandLineCompletion.Targets, () => ["Compile", "Test", "DeployService"]) { IsList = true },
        new("Verbosity", () => ["Quiet", "Normal"]),
        new("ApiKeys", () => ["one", "two"]) { IsList = true, IsName = false, Separator = "+" },
    ];

    public static IReadOnlyList<FuzzTarget> All
    => [
        FuzzTarget.File("ParametersFile", "parameters.json", ReadParameters, File, "\uFEFF{}", "{\"A\":[{\"b\":1}]}") with { MemoryPerByte = 4096 },
        FuzzTarget.File("ParametersFileEditor", "parameters.json", Edit, File, "{}", "{\r\n  \"a\": 1, // last\r\n}") with { MemoryPerByte = 1024 },
        FuzzTarget.Text("ValueConverter", Convert, "3", "true", "src/a", "2026-01-31", "00:05:00", "Verbose", "a,b", "2/3", "1.5", "{\"a\":1}") with
        {
            MemoryPerByte = 4096,
        },
        FuzzTarget.Text(
            "SecretCipher",
            x => SecretCipher.Decrypt(SecretCipher.Prefix + x, Key),
            SecretCipher.Encrypt("a secret", Key)[SecretCipher.Prefix.Length..])
            .RefusesWith<FormatException>(),
        FuzzTarget.Utf8(
            "SecretCipher there and back",
            x => SecretCipher.Decrypt(SecretCipher.Encrypt(Encoding.UTF8.GetString(x), Key), Key).ShouldBe(Encoding.UTF8.GetString(x)),
            "a secret",
            ""),
        FuzzTarget.Text("CommandLine", ReadOptions, "Compile\n--parallel\n2\n--verbosity\nQuiet\n--partition\n1/2", "--skip\nA+B\n-Plan\n--profile\na\nb"),
        FuzzTarget.Text("ArgumentStringHandler", Quote, "a b", "C:\\dir\\", "say \"hi\" \\\"", "\"quoted\"", "a"),
        FuzzTarget.Text("CommandLineCompletion", x => CommandLineCompletion.Of(x, Items), "Compile --verbosity Q", "--api-keys one+t", "-", "deploy-s") with
        {
            MemoryPerByte = 1024,
        },
        FuzzTarget.Text("Partition", x => Partition.Parse(x).ToString(), "2/3").RefusesWith<FormatException>(),
        FuzzTarget.Text("GlobPattern", Match, "src/**/*.{cs,csproj}\nsrc/a/b.cs", "[!a-c]?\\*\nxy*", "{a,b{c,d}}\nbd").RefusesWith<BuildException>() with
        {
            // A thousand names may be made of 64 pairs of braces.
            MemoryPerByte = 128 * 1024,
        },
        FuzzTarget.File("ExpectedDurations", "run.json", x => ExpectedDurations.Read(x), """{"version":1,"durations":{"Compile":12.5,"Test":1}}"""),
    ];

    private static void ReadParameters(string path)
    {
        var directory = Path.GetDirectoryName(path)!;
        var problems = new List<string>();
        var file = ParametersFile.Read(directory, null, problems).ShouldNotBeNull();
        problems.ShouldAllBe(x => x.Length > 0);
        foreach (var raw in file.Properties.Take(MostLooked).Select(x => file.Find(x.Name, directory)).OfType<RawValue>())
        {
            Array.ForEach(Types, x => Convert(raw, x));
        }
    }

    private static void Convert(string text)
    {
        foreach (var type in Types)
        {
            Convert(new RawValue([text], null, "--value", "/"), type);
            Convert(new RawValue(text.Split(','), null, "--values", "/"), type);
            Convert(new RawValue([text], null, "environment variable VALUE", "/") { IsVariable = true }, type);
        }
    }

    private static void Convert(RawValue raw, Type type)
    {
        try
        {
            ValueConverter.Convert(raw, type, separator: "+", isSecret: false);
        }
        catch (BuildException exception)
        {
            exception.Message.ShouldNotBeNullOrWhiteSpace();
        }
    }

    // What is set in a file that can be read is read again as it was set, and the file can still be read.
    private static void Edit(string path)
    {
        var directory = Path.GetDirectoryName(path)!;
        var problems = new List<string>();
        ParametersFile.Read(directory, null, problems);
        if (problems.Count > 0)
        {
            return;
        }

        const string value = "a \"value\" // größe ,}";
        var edited = ParametersFileEditor.Set(
            System.IO.File.ReadAllBytes(path), new Dictionary<string, string> { ["retries"] = value, ["New"] = value });
        System.IO.File.WriteAllBytes(path, edited);
        var file = ParametersFile.Read(directory, null, problems).ShouldNotBeNull();
        problems.ShouldBeEmpty();
        file.Find("Retries", directory)!.Texts.ShouldBe([value]);
        file.Find("New", directory)!.Texts.ShouldBe([value]);
    }

    private static void ReadOptions(string arguments)
    {
        var problems = new List<string>();
        var reader = new BuildOptionsReader(new CommandLine(arguments.Split('\n')), new Dictionary<string, string>(), problems);
        reader.Read(null!);
        reader.Profiles(null);
        problems.ShouldAllBe(x => x.Length > 0);
    }

    // As the runtime takes a command line apart: https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments
    private static void Quote(string argument)
    {
        var isDoubleQuoted = argument.Length > 1 && argument[0] == '"' && argument[^1] == '"';
        if (argument.Length > 0 && !isDoubleQuoted)
        {
            Split(ArgumentStringHandler.Quote(argument)).ShouldBe([argument]);
        }

        Split(ArgumentStringHandler.QuoteAlways(argument)).ShouldBe([argument]);
    }

    private static List<string> Split(string line)
    {
        var arguments = new List<string>();
        StringBuilder? current = null;
        var isQuoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            var backslashes = 0;
            while (i < line.Length && line[i] == '\\')
            {
                backslashes++;
                i++;
            }

            if (backslashes > 0)
            {
                current ??= new StringBuilder();
                var isBeforeQuote = i < line.Length && line[i] == '"';
                current.Append('\\', isBeforeQuote ? backslashes / 2 : backslashes);
                if (isBeforeQuote && backslashes % 2 == 1)
                {
                    current.Append('"');
                    continue;
                }
            }

            if (i == line.Length)
            {
                break;
            }

            if (line[i] == '"')
            {
                current ??= new StringBuilder();
                isQuoted = !isQuoted;
            }
            else if (!isQuoted && line[i] is ' ' or '\t')
            {
                arguments.AddRange(current is null ? [] : [current.ToString()]);
                current = null;
            }
            else
            {
                (current ??= new StringBuilder()).Append(line[i]);
            }
        }

        arguments.AddRange(current is null ? [] : [current.ToString()]);
        return arguments;
    }

    private static void Match(string patternAndName)
    {
        var parts = patternAndName.Split('\n', 2);
        var pattern = parts[0];
        _ = new GlobPattern(pattern, isCaseSensitive: true);
        var name = new GlobName(pattern, isCaseSensitive: true);
        name.Matches(parts[^1]);
        if (pattern.IndexOfAny(['*', '?', '[', ']', '{', '}', '\\']) < 0)
        {
            name.Matches(pattern).ShouldBeTrue();
        }

        new GlobName("*", isCaseSensitive: false).Matches(pattern).ShouldBeTrue();
    }

    public sealed class Place
    {
        public string? Name { get; set; }

        public List<int> Ports { get; set; } = [];

        public Verbosity Kind { get; set; }
    }
}
