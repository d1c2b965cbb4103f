using System.Collections.ObjectModel;
using System.Security.Cryptography;
using System.Text;
using Fairlead.Secrets.Children;
using Nuke.Common.Execution;
using Nuke.Common.Utilities;
using Serilog;

namespace Nuke.Common.Tooling;

/// <summary>The environment of a tool that inherits the build's: what <see cref="ChildEnvironment"/> leaves of it for this run.</summary>
internal static class ToolEnvironment
{
    // A property of the C# compiler's targets: it names the compiler server. Analyzers run in that one with the environment that it was started with,
    // so that a tool that gets fewer variables does not use a server which got more.
    private const string CompilerServer = "SharedCompilationId";

    private const string OfChildren = "-children";

    // Enough to tell a handful of servers apart. The name becomes one of a socket, whose path may have about a hundred characters.
    private const int DigestLength = 16;

    /// <summary>With a mark, by which what the tool leaves behind is found when the build is killed.</summary>
    /// <param name="program">Name or path of the tool.</param>
    /// <param name="changes">What the build sets for it; null removes. It wins over everything.</param>
    public static Dictionary<string, string> For(string program, IReadOnlyDictionary<string, string?> changes)
    {
        var inherited = Inherited(program);
        var variables = With(inherited.Variables, changes);
        WithheldCopies.Tell(program, inherited.Copies.Except(changes.Keys));
        if (inherited.Withheld.Count > 0)
        {
            Log.Verbose(
                "{Tool:l} does not get {Variables:l}. A build names what it needs: --pass-environment {Tool:l}=VARIABLE",
                ChildEnvironment.NameOf(program),
                inherited.Withheld.Except(changes.Keys).JoinCommaSpace(),
                ChildEnvironment.NameOf(program));
            if (!changes.ContainsKey(CompilerServer))
            {
                variables[CompilerServer] = ServerFor(variables, inherited.Withheld);
            }
        }

        variables[OrphanWatch.Mark] = OrphanWatch.NewMark();
        return variables;
    }

    /// <inheritdoc cref="For(string, IReadOnlyDictionary{string, string})"/>
    public static Dictionary<string, string> Of(string program) => For(program, ReadOnlyDictionary<string, string?>.Empty);

    /// <summary>What options show of an environment that is inherited, before it is known which tool runs.</summary>
    public static Dictionary<string, string> Shown(IReadOnlyDictionary<string, string?> changes) => With(Inherited("").Variables, changes);

    /// <summary>
    /// A server is one user's, of one SDK, and of tools that get the same. A name that is given is kept as its beginning, without what a build that this one
    /// runs in has added.
    /// </summary>
    private static string ServerFor(Dictionary<string, string> variables, IReadOnlyList<string> withheld)
    {
        var given = variables.GetValueOrDefault(CompilerServer) ?? "fairlead";
        if (given.EndsWith(OfChildren, StringComparison.Ordinal) && given.Length > OfChildren.Length + DigestLength + 1)
        {
            given = given[..^(OfChildren.Length + DigestLength + 1)];
        }

        string[] parts = [Environment.UserName, .. Sdk(variables), .. withheld];
        return $"{given}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts))))[..DigestLength]}{OfChildren}";
    }

    /// <summary>Where the SDK is, which versions are there, and what chooses one.</summary>
    private static IEnumerable<string> Sdk(Dictionary<string, string> variables)
    {
        var dotnet = ToolPathResolver.TryGetPathExecutable("dotnet");
        var root = variables.GetValueOrDefault("DOTNET_ROOT") ?? Path.GetDirectoryName(dotnet) ?? "";
        yield return dotnet ?? "";
        yield return root;
        var sdks = new DirectoryInfo(Path.Combine(root, "sdk"));
        var versions = sdks.Exists ? sdks.GetDirectories().Select(x => x.Name).ToArray() : [];
        foreach (var version in versions.Order(StringComparer.Ordinal))
        {
            yield return version;
        }

        var choice = BuildSession.Current.RootDirectory is { } directory ? new FileInfo(directory / "global.json") : null;
        yield return choice is { Exists: true } ? File.ReadAllText(choice.FullName) : "";
    }

    private static ChildEnvironment Inherited(string program) => ChildEnvironment.For(program, EnvironmentInfo.Variables, Secrets(BuildSession.Current));

    private static ChildSecrets Secrets(BuildSession session) => new()
    {
        Parameters = [.. session.Values.Declared.Where(x => x.IsSecret).Select(x => x.Name)],
        Values = session.Values.SecretTexts,
        Passed = session.Options.PassEnvironment,
    };

    private static Dictionary<string, string> With(IReadOnlyDictionary<string, string> variables, IReadOnlyDictionary<string, string?> changes)
    {
        var changed = new Dictionary<string, string>(variables, EnvironmentInfo.IsWin ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        foreach (var (name, value) in changes)
        {
            if (value is null)
            {
                changed.Remove(name);
            }
            else
            {
                changed[name] = value;
            }
        }

        return changed;
    }
}
