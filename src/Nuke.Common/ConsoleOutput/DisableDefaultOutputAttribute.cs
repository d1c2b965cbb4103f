namespace Nuke.Common;

/// <summary>Turns parts of the output off; without parts, all of them.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class DisableDefaultOutputAttribute : Attribute
{
    public DisableDefaultOutputAttribute(params DefaultOutput[] disabledOutputs)
        => DisabledOutputs = disabledOutputs.Length > 0 ? disabledOutputs : Enum.GetValues<DefaultOutput>();

    public DefaultOutput[] DisabledOutputs { get; }

    /// <summary>Whether it counts for this run, such as on one host only.</summary>
    public virtual bool IsApplicable(INukeBuild build) => true;
}
