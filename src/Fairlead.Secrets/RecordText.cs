using System.Reflection;
using System.Text;

namespace Fairlead.Secrets;

/// <summary>
/// How a record that holds a URL writes itself down: as the compiler would have it do
/// (https://learn.microsoft.com/dotnet/csharp/language-reference/builtin-types/record#built-in-formatting-for-display), but with each URL as
/// <see cref="UrlText"/> shows it.
/// </summary>
public static class RecordText
{
    /// <summary>All of a record's own <c>PrintMembers</c>: appends its public properties, <c>Name = value, Name = value</c>. What is in a list or in a
    /// dictionary is not written.</summary>
    /// <returns>False when it has none.</returns>
    public static bool AppendMembers(StringBuilder text, object record)
    {
        var members = record.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(x => x.GetMethod is { IsPublic: true }).ToList();
        text.AppendJoin(", ", members.Select(x => $"{x.Name} = {Shown(x.GetValue(record))}"));
        return members.Count > 0;
    }

    private static string? Shown(object? value) => value switch
    {
        Uri url => UrlText.Of(url),
        string text => UrlText.Of(text),
        _ => value?.ToString(),
    };
}
