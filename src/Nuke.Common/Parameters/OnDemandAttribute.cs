namespace Nuke.Common;

/// <summary>
/// The member gets its value only when a target of the plan requires it. For values that are dear to find; parameters always get theirs.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public class OnDemandAttribute : Attribute;
