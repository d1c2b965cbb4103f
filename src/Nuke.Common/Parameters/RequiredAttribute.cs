namespace Nuke.Common;

/// <summary>The member must have a value before anything runs.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public class RequiredAttribute : Attribute;
