using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace Fairlead.Components.Tests.Architecture;

/// <summary>
/// Where an assembly makes a text of a URL with all that it carries, user and password included: by its ToString and the properties that hold the whole of
/// it, and wherever a <see cref="Uri"/>, or a text that is one by the name of where it comes from, goes into an interpolation, a concatenation, a format, a
/// log or an exception.
/// </summary>
internal static partial class ShownUrls
{
    private const string Url = "System.Uri";

    private static readonly HashSet<string> WholeText = ["ToString", "get_AbsoluteUri", "get_OriginalString", "GetLeftPart", "GetComponents"];

    // They take objects, and make no text of them.
    private static readonly HashSet<string> Comparisons = ["Equals", "ReferenceEquals", "ShouldBe", "CompareTo", "ThrowIfNull", "GetHashCode", "AreEqual"];

    /// <summary>Each with the method that does it: <c>Type.Method: what it calls</c>.</summary>
    public static IReadOnlyList<string> In(string assembly)
    {
        using var file = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, $"{assembly}.dll")));
        var metadata = file.GetMetadataReader();
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var method in metadata.MethodDefinitions.Select(metadata.GetMethodDefinition).Where(x => x.RelativeVirtualAddress != 0))
        {
            var name = NameOf(metadata, method);
            new MethodWalk(metadata, method, file.GetMethodBody(method.RelativeVirtualAddress))
            {
                OnCall = (called, values) =>
                {
                    if (Shows(called, values))
                    {
                        found.Add($"{name}: {called.Name}");
                    }
                },
                OnObject = value =>
                {
                    if (value.Type == Url || value.IsUrl)
                    {
                        found.Add($"{name}: an object");
                    }
                },
            }.Run();
        }

        return [.. found];
    }

    private static bool Shows(CalledMethod called, IReadOnlyList<StackValue> values)
    {
        if (called.HasThis && values[0].Type.TrimEnd('&') == Url && WholeText.Contains(called.Name))
        {
            return true;
        }

        if (Comparisons.Contains(called.Name))
        {
            return false;
        }

        var arguments = called.HasThis ? values.Skip(1) : values;
        var isText = MakesText(called);
        return arguments.Zip(called.Parameters).Any(x => (x.First.Type == Url && (x.Second == "System.Object" || isText)) || (x.First.IsUrl && isText))
            || (isText && called.Arguments.Any(x => x.Contains(Url, StringComparison.Ordinal)));
    }

    // What a reader may see, or what becomes part of it.
    private static bool MakesText(CalledMethod called)
        => called.Type.Contains("InterpolatedStringHandler", StringComparison.Ordinal)
            || called.Type.StartsWith("Serilog.", StringComparison.Ordinal)
            || (called.Type == "System.String" && called.Name is "Concat" or "Format" or "Join")
            || (called.Type == "System.Text.StringBuilder" && called.Name.StartsWith("Append", StringComparison.Ordinal))
            || (called.Type is "System.Console" or "System.IO.TextWriter" && called.Name.StartsWith("Write", StringComparison.Ordinal))
            || (called.Name == ".ctor" && called.Type.EndsWith("Exception", StringComparison.Ordinal))
            || called.Type.EndsWith(".IReporter", StringComparison.Ordinal)
            || (called.Type == "System.Diagnostics.Activity" && called.Name is "SetTag" or "AddTag")
            || (called.Type == "System.Text.Json.Utf8JsonWriter" && called.Name.StartsWith("Write", StringComparison.Ordinal))
            || (called.Type == "System.IO.File" && called.Name.StartsWith("WriteAll", StringComparison.Ordinal))
            || called.Type is "Fairlead.Reporting.HtmlPage" or "Fairlead.Reporting.MarkdownText" && called.Name is "Encode" or "Code" or "Escape";

    // Of a closure and of a state machine, the method that they were written in: <ReadAsync>d__3, <ReadAsync>b__0.
    private static string NameOf(MetadataReader metadata, MethodDefinition method)
    {
        var name = metadata.GetString(method.Name);
        var handle = method.GetDeclaringType();
        while (metadata.GetTypeDefinition(handle).GetDeclaringType() is { IsNil: false } outer)
        {
            var inner = metadata.GetString(metadata.GetTypeDefinition(handle).Name);
            name = WrittenPattern().Match(name) is { Success: true } own ? own.Groups[1].Value
                : WrittenPattern().Match(inner) is { Success: true } around ? around.Groups[1].Value
                : name;
            handle = outer;
        }

        name = WrittenPattern().Match(name) is { Success: true } local ? local.Groups[1].Value : name;
        return $"{metadata.GetString(metadata.GetTypeDefinition(handle).Name)}.{name}";
    }

    [GeneratedRegex("^<([^<>]+)>")]
    private static partial Regex WrittenPattern();
}
