using System.Reflection;
using Nuke.Common;

namespace Fairlead.Components.Reporting;

/// <summary>The values of a build's secrets, which must not be in what is written about its run.</summary>
internal sealed class SecretValues(INukeBuild build)
{
    // A shorter value would blank out unrelated text.
    private const int Shortest = 4;

    // Only a run that has something to tell pays for the look at the build's members.
    private readonly Lazy<string[]> _values = new(() => [.. Read(build)
        .SelectMany(x => x.Split('\r', '\n').Append(x))
        .Where(x => x.Trim().Length >= Shortest)
        .Distinct()
        .OrderByDescending(x => x.Length)]);

    public string Mask(string text)
    {
        foreach (var value in text.Length >= Shortest ? _values.Value : [])
        {
            text = text.Replace(value, "***", StringComparison.Ordinal);
        }

        return text;
    }

    private static IEnumerable<string> Read(INukeBuild build)
    {
        const BindingFlags Members = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var types = new List<Type>(build.GetType().GetInterfaces());
        for (var type = build.GetType(); type is not null && type != typeof(NukeBuild); type = type.BaseType)
        {
            types.Add(type);
        }

        foreach (var member in types
            .SelectMany(x => x.GetMembers(Members))
            .Where(x => x is FieldInfo or PropertyInfo && x.IsDefined(typeof(SecretAttribute), inherit: true)))
        {
            foreach (var value in Values(member, build))
            {
                yield return value;
            }
        }
    }

    private static IEnumerable<string> Values(MemberInfo member, INukeBuild build)
    {
        object? value;
        try
        {
            value = member is FieldInfo field ? field.GetValue(build) : ((PropertyInfo)member).GetValue(build);
        }
        catch (Exception exception) when (exception is TargetInvocationException or TargetException or ArgumentException)
        {
            // A secret that cannot be read has not been used either.
            return [];
        }

        return value switch
        {
            string text => [text],
            IEnumerable<string> texts => texts.Where(x => x is not null),
            null => [],
            _ => [value.ToString() ?? ""],
        };
    }
}
