namespace Fairlead.Infrastructure.LocalCloud;

/// <summary>A site of a stack of the local cloud: a bucket, and a distribution in front of it and of the stack's services.</summary>
/// <param name="Name">As the build names the part: 1 to 20 lower-case letters, digits and hyphens, not <c>site</c> or <c>ledger</c>. The names of its
/// resources end with it, but for <c>web</c>, whose bucket is <c>STACK-site</c> and whose distribution is called as the stack.</param>
public sealed record LocalSite(string Name);
