namespace Nuke.Common;

/// <summary>A target that always runs once its <see cref="Setup"/> was scheduled, also after a failure.</summary>
public delegate ITargetDefinition Cleanup(ITargetDefinition definition);
