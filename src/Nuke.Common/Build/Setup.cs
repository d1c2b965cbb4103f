namespace Nuke.Common;

/// <summary>A target that prepares something and triggers the <see cref="Cleanup"/> target of the same type.</summary>
public delegate ITargetDefinition Setup(ITargetDefinition definition);
