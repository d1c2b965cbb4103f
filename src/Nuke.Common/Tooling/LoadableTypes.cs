using System.Reflection;

namespace Nuke.Common.Tooling;

internal static class LoadableTypes
{
    /// <summary>The types of an assembly, without those whose dependencies are missing.</summary>
    public static IEnumerable<Type> Of(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException exception)
        {
            return exception.Types.OfType<Type>();
        }
    }
}
