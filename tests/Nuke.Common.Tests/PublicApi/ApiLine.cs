namespace Nuke.Common.Tests.PublicApi;

/// <summary>
/// A line of reference.txt and the signatures it stands for: one, or the fluent methods of a setting of a generated tool,
/// <c>TYPE: setters KIND | ELEMENT | NAME [| SINGULAR]</c>.
/// </summary>
internal sealed record ApiLine(string Text, IReadOnlyList<string> Signatures)
{
    private const string Setters = ": setters ";

    public string Type => Text[..Text.IndexOf(": ", StringComparison.Ordinal)];

    public static ApiLine Parse(string text)
    {
        var at = text.IndexOf(Setters, StringComparison.Ordinal);
        if (at < 0)
        {
            return new ApiLine(text, [text]);
        }

        var type = text[..at];
        var settings = type[(type.LastIndexOf('.') + 1)..];
        string[] parts = [.. text[(at + Setters.Length)..].Split(" | ")];
        var (element, name, singular) = (parts[1], parts[2], parts[^1]);
        string[] methods = parts[0] switch
        {
            "value" => [$"Set{name}({element} v)", $"Reset{name}()"],
            "switch" => [$"Set{name}({element} v)", $"Reset{name}()", $"Enable{name}()", $"Disable{name}()", $"Toggle{name}()"],
            "list" => [.. Lists("Set", "Add", "Remove"), $"Clear{name}()"],
            "joined" => [.. Lists("Set", "Add", "Remove"), $"Reset{singular}()"],
            "dictionary" =>
            [
                $"Set{name}(IDictionary<{element}> v)",
                $"Set{singular}({Pair()})",
                $"Add{singular}({Pair()})",
                $"Remove{singular}({element.Split(", ")[0]} k)",
                $"Clear{name}()",
            ],
            var other => throw new InvalidOperationException($"'{other}' is no kind of setting: {text}"),
        };
        return new ApiLine(text, [.. methods.Select(Extension)]);

        IEnumerable<string> Lists(params string[] verbs)
            => verbs.SelectMany(x => new[] { $"{x}{name}(params {element}[] v)", $"{x}{name}(IEnumerable<{element}> v)" });

        string Pair() => element.Split(", ") is [var key, var value] ? $"{key} k, {value} v" : throw new InvalidOperationException(text);

        string Extension(string method)
        {
            var open = method.IndexOf('(');
            var parameters = method[(open + 1)..] is ")" ? ")" : ", " + method[(open + 1)..];
            return $"{type}Extensions: static T {method[..open]}<T>(this T o{parameters} where T : {settings}";
        }
    }
}
