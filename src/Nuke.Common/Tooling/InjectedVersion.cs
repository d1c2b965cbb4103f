using System.Reflection;
using NuGet.Versioning;

namespace Nuke.Common.Tooling;

internal static class InjectedVersion
{
    public static object For(MemberInfo member, string? version, string package)
    {
        if (version is null)
        {
            throw new InvalidOperationException($"the latest version of '{package}' cannot be found out");
        }

        var type = member is PropertyInfo property ? property.PropertyType : ((FieldInfo)member).FieldType;
        return type == typeof(string) ? version : Parse(version);
    }

    // Apart, so that the library is loaded only for members of its type.
    private static object Parse(string version) => NuGetVersion.Parse(version);
}
