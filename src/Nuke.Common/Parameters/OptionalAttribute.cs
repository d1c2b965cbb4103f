namespace Nuke.Common;

/// <summary>The member may be without a value.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public class OptionalAttribute : Attribute;
