using System.Reflection;

namespace Nuke.Common.Tooling;

internal static class EnumValueExtensions
{
    public static string GetValue(this Enum value) =>
        value.GetType().GetField(value.ToString())?.GetCustomAttribute<EnumValueAttribute>()?.Value ?? value.ToString();
}
