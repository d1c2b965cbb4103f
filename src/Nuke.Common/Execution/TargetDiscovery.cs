using System.Reflection;
using System.Runtime;

namespace Nuke.Common.Execution;

/// <summary>Finds the targets that the build class declares and those that its components bring.</summary>
internal sealed class TargetDiscovery(TargetCollection collection, object build, List<string> problems)
{
    private readonly Type _buildType = build.GetType();
    private readonly List<PropertyInfo> _explicit = [];

    public void Run()
    {
        var declared = AddOfClasses();
        foreach (var group in Components())
        {
            AddOfComponents(group.Key, group.Value, declared.GetValueOrDefault(group.Key));
        }
    }

    private Dictionary<string, PropertyInfo> AddOfClasses()
    {
        var declared = new Dictionary<string, PropertyInfo>();
        foreach (var member in TargetMembers.Classes(_buildType).SelectMany(TargetMembers.DeclaredIn))
        {
            if (TargetMembers.IsExplicit(member))
            {
                _explicit.Add(member);
            }
            else if (declared.TryAdd(member.Name, member))
            {
                Add(member, member.Name);
            }
            else if (Read(member) is { } hidden)
            {
                // Only the most derived declaration of a name counts: it is what virtual dispatch reaches.
                collection.Refer(hidden, collection.Find(member.Name)!); // it was added with the declaration that hides this one
            }
        }

        return declared;
    }

    /// <summary>The components' declarations of each name, in the order in which NUKE lists them.</summary>
    private Dictionary<string, List<PropertyInfo>> Components()
    {
        var groups = new Dictionary<string, List<PropertyInfo>>();
        foreach (var component in _buildType.GetInterfaces())
        {
            if (component == typeof(INukeBuild))
            {
                continue;
            }

            foreach (var member in TargetMembers.DeclaredIn(component))
            {
                if (TargetMembers.IsExplicit(member))
                {
                    continue;
                }

                if (!groups.TryGetValue(member.Name, out var group))
                {
                    groups[member.Name] = group = [];
                }

                group.Add(member);
            }
        }

        return groups;
    }

    private void AddOfComponents(string name, List<PropertyInfo> members, PropertyInfo? ofClass)
    {
        if (ofClass is not null)
        {
            AddHidden(name, members, ofClass);
            return;
        }

        var rivals = members.Where(x => !members.Any(y => y != x && x.Owner().IsAssignableFrom(y.Owner()))).ToList();
        if (rivals.Count > 1)
        {
            problems.Add(new BuildException(
                $"Several components bring a target named '{name}': {string.Join(", ", rivals.Select(x => x.Owner().Name))}.",
                $"Declare a public target '{name}' in the build class that says which one is meant, such as `public Target {name} => _ => "
                    + $"_.Inherit<{rivals[0].Owner().Name}>(x => x.{name});`.").Message);
        }

        var chosen = rivals[0];
        var implemented = _explicit.Where(x => MemberNames.Short(x.Name) == name).ToList();
        var member = implemented.FirstOrDefault(x => TargetMembers.BaseOf(x, build) == chosen) ?? chosen;
        if (Add(member, name, readFrom: chosen) is not { } target)
        {
            return;
        }

        foreach (var other in members.Where(x => x != chosen))
        {
            if (Read(other) is { } factory)
            {
                collection.Refer(factory, target);
            }
        }
    }

    /// <summary>The class has a target of the components' name, which must then be theirs.</summary>
    private void AddHidden(string name, List<PropertyInfo> members, PropertyInfo ofClass)
    {
        var target = collection.Find(name);
        foreach (var member in members)
        {
            if (Read(member) is not { } factory)
            {
                continue;
            }

            if (ofClass.Getter().IsPublic && collection.Find(factory) == target)
            {
                continue;
            }

            problems.Add(ofClass.Getter().IsPublic
                ? new BuildException(
                    $"There are two targets named '{name}': {ofClass.Owner().Name}'s own, and the one that it implements for {member.Owner().Name}.",
                    $"Remove one of them, or let one name the other: `Target {member.Owner().Name}.{name} => {name};`.").Message
                : new BuildException(
                    $"Target '{name}' of {ofClass.Owner().Name} is not public, so that it does not override the one of {member.Owner().Name}.",
                    "Make it public, or rename it.").Message);
        }
    }

    private ExecutableTarget? Add(PropertyInfo member, string name, PropertyInfo? readFrom = null)
    {
        if (Read(readFrom ?? member) is not { } factory)
        {
            return null;
        }

        var target = new ExecutableTarget { Member = member, Name = name, Factory = factory };
        collection.Add(target);
        return target;
    }

    /// <summary>Null when it cannot be read; the problem is noted then.</summary>
    private Delegate? Read(PropertyInfo member)
    {
        var name = MemberNames.Short(member.Name);
        try
        {
            // Reflection's own way to read a property compiles a stub for each at the second call.
            if (member.Getter().CreateDelegate<Func<Delegate>>(build)() is { } factory)
            {
                return factory;
            }

            problems.Add($"Target '{name}' of {member.Owner().Name} is null. Declare it as `Target {name} => _ => _`.");
        }
        catch (Exception exception)
        {
            problems.Add(ExceptionText.Unwrap(exception).First() is AmbiguousImplementationException
                ? Ambiguous(member)
                : new BuildException(
                    $"Target '{name}' of {member.Owner().Name} cannot be read: {ExceptionText.Of(exception)}",
                    $"Declare it as `Target {name} => _ => _`, without code that can fail.").Message);
        }

        return null;
    }

    private string Ambiguous(PropertyInfo member)
    {
        var overriding = _buildType.GetInterfaces()
            .Where(x => x != member.Owner() && member.Owner().IsAssignableFrom(x)
                && TargetMembers.DeclaredIn(x).Any(y => TargetMembers.IsExplicit(y) && MemberNames.Short(y.Name) == member.Name))
            .Select(x => x.Name);
        return new BuildException(
            $"Target '{member.Name}' of {member.Owner().Name} is overridden by {string.Join(" and by ", overriding)}, and neither derives from the other.",
            $"Say which one is meant in the build class: `Target {member.Owner().Name}.{member.Name} => _ => _…`.").Message;
    }
}
