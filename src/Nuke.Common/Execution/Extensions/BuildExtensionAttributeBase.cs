namespace Nuke.Common.Execution;

/// <summary>Base of attributes on the build class, or on a component of it, that implement one or more of the IOn… interfaces.</summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class BuildExtensionAttributeBase : Attribute, IBuildExtension
{
    public INukeBuild Build { get; internal set; } = null!; // set before the first event
    public virtual float Priority { get; set; }
}
