namespace Nuke.Common.Utilities;

public static partial class StringExtensions
{
    // Names that have humps of their own.
    private static readonly string[] KnownWords =
        ["DotNet", "GitHub", "GitVersion", "MSBuild", "NuGet", "ReSharper", "AppVeyor", "TeamCity", "GitLab", "SignPath", "JetBrains"];

    /// <summary>Ends a part before every character that fulfils the predicate.</summary>
    /// <param name="str">The text.</param>
    /// <param name="predicate">Gets the character and its position.</param>
    /// <param name="includeSplitCharacter">Whether the character begins the next part; otherwise it is left out.</param>
    public static IEnumerable<string> Split(this string str, Func<char, int, bool> predicate, bool includeSplitCharacter = false)
    {
        var start = 0;
        for (var i = 0; i < str.Length; i++)
        {
            if (!predicate(str[i], i))
            {
                continue;
            }

            yield return str[start..i];
            start = includeSplitCharacter ? i : i + 1;
        }

        yield return str[start..];
    }

    /// <summary>ApiKey becomes Api and Key. Exclusions, in whatever case, stay whole.</summary>
    public static IEnumerable<string> SplitCamelHumps(this string str, params string[] exclusions)
    {
        var start = 0;
        var wholeUntil = 0;
        for (var i = 0; i < str.Length; i++)
        {
            var splits = false;
            if (i >= wholeUntil)
            {
                var word = exclusions.FirstOrDefault(x => x.Length > 0 && string.Compare(str, i, x, 0, x.Length, StringComparison.OrdinalIgnoreCase) == 0);
                splits = i > start && (word is not null || (char.IsUpper(str[i]) && char.IsLower(str[i - 1])));
                if (word is not null)
                {
                    wholeUntil = i + word.Length;
                }
            }

            if (!splits)
            {
                continue;
            }

            yield return str[start..i];
            start = i;
        }

        yield return str[start..];
    }

    /// <summary>NuGetApiKey becomes NuGet, Api and Key.</summary>
    public static IEnumerable<string> SplitCamelHumpsWithKnownWords(this string str) => str.SplitCamelHumps(KnownWords);

    public static string[] SplitLineBreaks(this string str, StringSplitOptions options = StringSplitOptions.None) => str.Split(["\r\n", "\n"], options);

    public static string[] SplitParagraphs(this string str, StringSplitOptions options = StringSplitOptions.None)
        => str.Split(["\r\n\r\n", "\n\n"], options);

    /// <summary>The words between spaces; none is empty.</summary>
    public static string[] SplitSpace(this string str) => str.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public static string TrimStart(this string str, string trim) => str.StartsWith(trim, StringComparison.Ordinal) ? str[trim.Length..] : str;

    public static string TrimEnd(this string str, string trim) => str.EndsWith(trim, StringComparison.Ordinal) ? str[..^trim.Length] : str;

    /// <summary>Makes one of every sequence of the text.</summary>
    public static string TrimToOne(this string str, string trim)
    {
        for (var twice = trim + trim; str.Contains(twice, StringComparison.Ordinal);)
        {
            str = str.Replace(twice, trim);
        }

        return str;
    }

    /// <summary>Removes line breaks and makes one of several spaces.</summary>
    public static string TrimWhitespaces(this string str) => str.Replace("\r", "").Replace("\n", "").TrimToOne(" ");
}
