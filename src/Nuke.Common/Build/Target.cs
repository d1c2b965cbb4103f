namespace Nuke.Common;

/// <summary>A node of the build graph: declared as a property, defined through <see cref="ITargetDefinition"/>.</summary>
public delegate ITargetDefinition Target(ITargetDefinition definition);
