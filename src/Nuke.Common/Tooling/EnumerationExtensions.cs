using System.Reflection;

namespace Nuke.Common.Tooling;

/// <summary>Reads what <see cref="EnumValueAttribute"/> says.</summary>
public static class EnumerationExtensions
{
    /// <summary>The text that the member stands for; its name when nothing else was said.</summary>
    public static string GetValue<T>(this T value)
        where T : Enum
        => value.GetType().GetField(value.ToString())?.GetCustomAttribute<EnumValueAttribute>()?.Value ?? value.ToString();
}
