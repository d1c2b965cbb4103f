using System.Reflection;
using System.Text;
using Nuke.Common.Execution;

namespace Nuke.Common.Parameters;

internal static class ParameterNames
{
    private static readonly string[] KnownWords =
        ["AppVeyor", "DotNet", "GitHub", "GitLab", "GitVersion", "JetBrains", "MSBuild", "NuGet", "ReSharper", "SignPath", "TeamCity"];

    /// <summary>The parameter's name with its component's prefix.</summary>
    public static string Of(MemberInfo member, ParameterAttribute? attribute)
    {
        var prefix = member.DeclaringType is { IsInterface: true } component
            ? component.GetCustomAttribute<ParameterPrefixAttribute>()?.Prefix
            : null;
        return prefix + (attribute?.Name ?? MemberNames.Short(member.Name));
    }

    /// <summary>NuGetApiKey becomes nuget-api-key.</summary>
    public static string Dashed(string name) => string.Join('-', Words(name)).ToLowerInvariant();

    /// <summary>NuGetApiKey becomes NUGET_API_KEY.</summary>
    public static string Variable(string name) => string.Join('_', Words(name)).ToUpperInvariant();

    public static IReadOnlyList<string> Words(string name)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        for (var i = 0; i < name.Length;)
        {
            if (!char.IsLetterOrDigit(name[i]))
            {
                Flush();
                i++;
                continue;
            }

            var known = KnownWords.FirstOrDefault(x => string.CompareOrdinal(name, i, x, 0, x.Length) == 0);
            if (known is not null && (i + known.Length == name.Length || !char.IsLower(name[i + known.Length])))
            {
                Flush();
                words.Add(known);
                i += known.Length;
                continue;
            }

            var startsWord = char.IsUpper(name[i]) && word.Length > 0
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsWord)
            {
                Flush();
            }

            word.Append(name[i++]);
        }

        Flush();
        return words;

        void Flush()
        {
            if (word.Length > 0)
            {
                words.Add(word.ToString());
            }

            word.Clear();
        }
    }
}
