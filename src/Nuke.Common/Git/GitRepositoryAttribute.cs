using System.Reflection;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Git;

/// <summary>Injects the repository of the root directory; null when it is not one.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public class GitRepositoryAttribute : ValueInjectionAttributeBase
{
    internal override string MissingHint => "The root directory is in no Git repository: clone it, or run git init.";

    public override object? GetValue(MemberInfo member, object instance) => GitRepository.TryFromDirectory(Build.RootDirectory);
}
