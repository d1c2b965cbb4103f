namespace Nuke.Common;

/// <summary>The value is replaced by [REDACTED] wherever the engine prints.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public class SecretAttribute : Attribute;
