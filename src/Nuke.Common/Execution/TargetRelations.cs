namespace Nuke.Common.Execution;

/// <summary>Turns what the definitions state into the lists of <see cref="ExecutableTarget"/>.</summary>
internal sealed class TargetRelations(TargetCollection collection, List<string> problems)
{
    // From here on looking each target up in a set is cheaper than comparing it with all the others.
    private const int LongList = 16;

    public void Resolve()
    {
        // A target's own statements come first, then what others state about it: the order that NUKE has, and that --help prints.
        foreach (var target in collection.All)
        {
            Resolve(target, own: true);
        }

        foreach (var target in collection.All)
        {
            Resolve(target, own: false);
        }

        PairContexts();
        foreach (var target in collection.All)
        {
            RemoveRepeated(target.ExecutionDependencies);
            RemoveRepeated(target.OrderDependencies);
            RemoveRepeated(target.TriggerDependencies);
            RemoveRepeated(target.Triggers);
        }
    }

    private void Resolve(ExecutableTarget target, bool own)
    {
        foreach (var relation in target.Relations)
        {
            if (own && (relation.Target = collection.Find(relation.Other)) is null)
            {
                problems.Add(Unknown(target, relation));
            }

            if (relation.Target is not { } other)
            {
                continue;
            }

            switch (relation.Kind, own)
            {
                case (RelationKind.DependsOn, true):
                    target.ExecutionDependencies.Add(other);
                    break;
                case (RelationKind.DependentFor, false):
                    other.ExecutionDependencies.Add(target);
                    break;
                case (RelationKind.After, true):
                    target.OrderDependencies.Add(other);
                    break;
                case (RelationKind.Before, false):
                    other.OrderDependencies.Add(target);
                    break;
                case (RelationKind.Triggers, true):
                    target.Triggers.Add(other);
                    break;
                case (RelationKind.Triggers, false):
                    other.TriggerDependencies.Add(target);
                    break;
                case (RelationKind.TriggeredBy, true):
                    target.TriggerDependencies.Add(other);
                    break;
                case (RelationKind.TriggeredBy, false):
                    other.Triggers.Add(target);
                    break;
                case (RelationKind.Consumes, true):
                    target.ArtifactDependencies.AddRange(other, relation.Artifacts.Count > 0 ? relation.Artifacts : other.ArtifactProducts);
                    break;
            }
        }
    }

    private void PairContexts()
    {
        foreach (var setup in collection.All.Where(x => x.Factory is Setup))
        {
            var type = setup.Member.Owner();
            var cleanups = collection.All.Where(x => x.Factory is Cleanup && x.Member.Owner() == type).ToList();
            if (cleanups is [var cleanup])
            {
                setup.Triggers.Add(cleanup);
                cleanup.TriggerDependencies.Add(setup);
                continue;
            }

            problems.Add(cleanups.Count == 0
                ? $"Setup '{setup.Name}' has no Cleanup: {type.Name} declares none. Declare one beside it, such as `Cleanup Undo{setup.Name} => _ => "
                    + $"_.Executes(…)`."
                : $"Setup '{setup.Name}' has several Cleanups in {type.Name}: {string.Join(", ", cleanups.Select(x => x.Name))}. Keep one of them.");
        }
    }

    private static string Unknown(ExecutableTarget target, TargetRelation relation)
    {
        var what = Declaration(relation.Other);
        return new BuildException(
            $"Target '{target.Name}' says {relation.Kind} {what}, which is not a target of the build.",
            "Refer to targets through the properties of the build class and its components that declare them.").Message;
    }

    /// <summary>The property that a delegate was written in: the compiler names a lambda in the getter of X `&lt;get_X&gt;b__1_0`.</summary>
    private static string Declaration(Delegate factory)
    {
        var name = factory.Method.Name;
        var start = name.IndexOf("get_", StringComparison.Ordinal);
        var end = name.IndexOf('>');
        var type = factory.Method.DeclaringType;
        if (type is { IsNested: true } && type.Name.StartsWith('<'))
        {
            type = type.DeclaringType;
        }

        return start >= 0 && end > start ? $"'{name[(start + 4)..end]}' of {type?.Name}" : $"a delegate of {type?.Name}";
    }

    private static void RemoveRepeated(List<ExecutableTarget> targets)
    {
        if (targets.Count < 2)
        {
            return;
        }

        if (targets.Count >= LongList)
        {
            var seen = new HashSet<ExecutableTarget>(targets.Count);
            targets.RemoveAll(x => !seen.Add(x));
            return;
        }

        for (var i = targets.Count - 1; i > 0; i--)
        {
            if (targets.IndexOf(targets[i]) < i)
            {
                targets.RemoveAt(i);
            }
        }
    }
}
