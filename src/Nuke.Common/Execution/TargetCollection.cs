using System.Reflection;
using System.Runtime;

namespace Nuke.Common.Execution;

/// <summary>All targets of a build, by name and by the delegate that build code refers to them with.</summary>
internal sealed class TargetCollection
{
    private readonly Dictionary<string, ExecutableTarget> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<Delegate, ExecutableTarget> _byFactory = new(new FactoryComparer());
    private readonly List<ExecutableTarget> _all = [];

    public IReadOnlyList<ExecutableTarget> All => _all;

    public static TargetCollection Create(object build, IReadOnlyCollection<string> defaultTargets)
    {
        var collection = new TargetCollection();
        collection.Discover(build);
        foreach (var target in collection._all)
            target.IsDefault = defaultTargets.Contains(target.Name);
        foreach (var target in collection._all)
            Define(target, build);
        foreach (var target in collection._all)
            collection.Resolve(target);
        collection.PairContexts();
        return collection;
    }

    /// <summary>The target of this name; case and dashes do not matter. Null when there is none.</summary>
    public ExecutableTarget Find(string name) => _byName.GetValueOrDefault(name.Replace("-", ""));

    private void Discover(object build)
    {
        var buildType = build.GetType();
        for (var type = buildType; type is not null && type != typeof(object) && type != typeof(NukeBuild); type = type.BaseType)
        {
            foreach (var member in TargetMembers.DeclaredIn(type))
            {
                // Only the most derived declaration of a name counts: it is what virtual dispatch reaches.
                if (!_byName.ContainsKey(MemberNames.Short(member.Name)))
                    Add(member, build);
            }
        }

        foreach (var component in buildType.GetInterfaces().Where(x => x != typeof(INukeBuild)))
        {
            foreach (var member in TargetMembers.DeclaredIn(component).Where(x => !x.Name.Contains('.')))
                AddFromComponent(member, build);
        }
    }

    private void AddFromComponent(PropertyInfo member, object build)
    {
        var factory = Read(member, build);
        if (_byFactory.ContainsKey(factory))
            return;

        if (!_byName.TryGetValue(member.Name, out var existing))
        {
            Add(member, build);
        }
        else if (!existing.Member.DeclaringType.IsInterface || member.DeclaringType.IsAssignableFrom(existing.Member.DeclaringType))
        {
            // The build's own member of that name hides the component's, so that a reference to either means the same target.
            _byFactory[factory] = existing;
        }
        else if (existing.Member.DeclaringType.IsAssignableFrom(member.DeclaringType))
        {
            _byFactory[factory] = existing;
            existing.Member = member;
            existing.Factory = factory;
        }
        else
        {
            throw new BuildException(
                $"Two components bring a target named '{member.Name}': {existing.Member.DeclaringType.Name} and {member.DeclaringType.Name}.",
                $"Declare a target '{member.Name}' in the build class that says which one is meant.");
        }
    }

    private void Add(PropertyInfo member, object build)
    {
        var target = new ExecutableTarget { Member = member, Name = MemberNames.Short(member.Name), Factory = Read(member, build) };
        _all.Add(target);
        _byName.Add(target.Name, target);
        _byFactory[target.Factory] = target;
    }

    private static Delegate Read(PropertyInfo member, object build)
    {
        try
        {
            return (Delegate)member.GetValue(build) ?? throw new BuildException(
                $"Target '{MemberNames.Short(member.Name)}' is null.",
                "Declare it as `Target X => _ => _`.");
        }
        catch (TargetInvocationException exception) when (exception.InnerException is AmbiguousImplementationException)
        {
            throw Ambiguous(member);
        }
        catch (AmbiguousImplementationException)
        {
            throw Ambiguous(member);
        }
    }

    private static BuildException Ambiguous(PropertyInfo member) => new(
        $"Target '{member.Name}' of {member.DeclaringType.Name} is overridden by two components of the build, and neither derives from the other.",
        $"Implement `Target {member.DeclaringType.Name}.{member.Name}` in the build class.");

    private static void Define(ExecutableTarget target, object build)
    {
        var definition = new TargetDefinition(target, build);
        if (target.Factory is Cleanup)
            definition.AssuredAfterFailure();
        switch (target.Factory)
        {
            case Target factory: factory(definition); break;
            case Setup factory: factory(definition); break;
            case Cleanup factory: factory(definition); break;
        }
    }

    private void Resolve(ExecutableTarget target)
    {
        foreach (var relation in target.Relations)
        {
            if (!_byFactory.TryGetValue(relation.Other, out var other))
            {
                throw new BuildException(
                    $"Target '{target.Name}' refers to something that is not a target of the build.",
                    "Refer to targets through the properties that declare them.");
            }

            switch (relation.Kind)
            {
                case RelationKind.DependsOn: AddOnce(target.ExecutionDependencies, other); break;
                case RelationKind.DependentFor: AddOnce(other.ExecutionDependencies, target); break;
                case RelationKind.Before: AddOnce(other.OrderDependencies, target); break;
                case RelationKind.After: AddOnce(target.OrderDependencies, other); break;
                case RelationKind.Triggers: Trigger(target, other); break;
                case RelationKind.TriggeredBy: Trigger(other, target); break;
                case RelationKind.Consumes: target.ArtifactDependencies.AddRange(other, relation.Artifacts); break;
            }
        }
    }

    private void PairContexts()
    {
        foreach (var setup in _all.Where(x => x.Factory is Setup))
        {
            foreach (var cleanup in _all.Where(x => x.Factory is Cleanup && x.Member.DeclaringType == setup.Member.DeclaringType))
                Trigger(setup, cleanup);
        }
    }

    private static void Trigger(ExecutableTarget first, ExecutableTarget then)
    {
        AddOnce(first.Triggers, then);
        AddOnce(then.TriggerDependencies, first);
    }

    private static void AddOnce(List<ExecutableTarget> list, ExecutableTarget target)
    {
        if (!list.Contains(target))
            list.Add(target);
    }

    /// <summary>Delegate.GetHashCode ignores the method, so that all targets of one build would land in one bucket.</summary>
    private sealed class FactoryComparer : IEqualityComparer<Delegate>
    {
        public bool Equals(Delegate x, Delegate y) => object.Equals(x, y);

        public int GetHashCode(Delegate obj) => obj.Method.GetHashCode();
    }
}
