namespace Nuke.Common;

/// <summary>All members of the build behave as if they had <see cref="OnDemandAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class OnDemandValueInjectionAttribute : Attribute;
