using System.Reflection;

namespace Nuke.Common.Execution;

/// <summary>The extensions of one build: the attributes on its class.</summary>
internal sealed class BuildExtensions
{
    private IBuildExtension[] _extensions = [];

    public void Load(NukeBuild build)
    {
        var attributes = build.GetType().GetCustomAttributes<BuildExtensionAttributeBase>(inherit: true).ToArray();
        foreach (var attribute in attributes)
            attribute.Build = build;
        _extensions = [.. attributes.OrderByDescending(x => x.Priority)];
    }

    public void Raise<T>(Action<T> handler)
        where T : class, IBuildExtension
    {
        foreach (var extension in _extensions.OfType<T>())
            handler(extension);
    }
}
