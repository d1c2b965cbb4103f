using System.Reflection;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Git;

/// <summary>Injects the repository of the root directory; null when it is not one.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public class GitRepositoryAttribute : ValueInjectionAttributeBase
{
    public override object GetValue(MemberInfo member, object instance) => GitRepository.TryFromDirectory(Build.RootDirectory);
}
