using System.Globalization;

namespace Fairlead.Aws.Pipeline;

/// <summary>The fields of a request of the Query protocol: <c>Targets.member.1.Id=…</c>. What is null is left out.</summary>
/// <param name="Fields">All fields.</param>
/// <param name="Prefix">What the names of this structure's fields begin with.</param>
internal readonly record struct QueryForm(IDictionary<string, string> Fields, string Prefix)
{
    public void Set(string name, object? value)
    {
        if (WireText.Of(value) is { } text)
        {
            Fields.Add(Prefix + name, text);
        }
    }

    public void SetStructure<T>(string name, T? value, Action<QueryForm, T> write)
        where T : class
    {
        if (value is not null)
        {
            write(new QueryForm(Fields, $"{Prefix}{name}."), value);
        }
    }

    public void SetList(string name, List<string>? values)
    {
        foreach (var (i, value) in (values ?? []).Index())
        {
            Set(string.Create(CultureInfo.InvariantCulture, $"{name}.{i + 1}"), value);
        }
    }

    public void SetList<T>(string name, List<T>? values, Action<QueryForm, T> write)
        where T : class
    {
        foreach (var (i, value) in (values ?? []).Index())
        {
            SetStructure(string.Create(CultureInfo.InvariantCulture, $"{name}.{i + 1}"), value, write);
        }
    }
}
