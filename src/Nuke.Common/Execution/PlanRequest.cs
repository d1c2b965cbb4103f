namespace Nuke.Common.Execution;

/// <summary>What the command line asks for, turned into a plan.</summary>
internal sealed class PlanRequest(BuildSession session, TargetCollection collection, IReadOnlyList<string> defaultTargets)
{
    /// <summary>The plan with all its targets scheduled; empty when there are problems.</summary>
    /// <param name="skip">The targets that --skip names: null when it was not given, empty when it names none.</param>
    public IReadOnlyList<ExecutableTarget> Plan(out IReadOnlyCollection<ExecutableTarget>? skip)
    {
        var named = session.Options.Targets;
        var invoked = named.Count > 0 ? Find(named) : Defaults();
        skip = session.Options.Skip is { } names ? Find(names) : null;
        if (session.Options.Strict && session.Problems.Count == 0 && GraphCheck.Ambiguity(collection.All) is { } ambiguity)
        {
            session.Problems.Add(ambiguity);
        }

        if (session.Problems.Count > 0)
        {
            return [];
        }

        foreach (var target in invoked)
        {
            target.IsRoot = true;
            target.Invoked = named.Count > 0;
        }

        var plan = ExecutionPlanner.Plan(invoked);
        foreach (var target in plan)
        {
            target.Status = ExecutionStatus.Scheduled;
        }

        return plan;
    }

    private IReadOnlyList<ExecutableTarget> Defaults()
    {
        if (session.Options.GenerateConfiguration is not null)
        {
            return [];
        }

        if (collection.All.Count == 0)
        {
            session.Problems.Add("The build has no targets. Declare one in the build class: `Target Compile => _ => _.Executes(() => { });`.");
        }
        else if (defaultTargets.Count == 0)
        {
            session.Problems.Add("No target was named, and the build has no default. Name one; --help lists them.");
        }

        var found = new List<ExecutableTarget>();
        foreach (var name in defaultTargets)
        {
            if (collection.Find(name) is { } target)
            {
                found.Add(target);
            }
            else
            {
                session.Problems.Add($"The default target '{name}' is not a target of the build: targets are instance properties. Declare it as `Target "
                    + $"{name} => _ => _`, or name another one in Main.");
            }
        }

        return [.. found.Distinct()];
    }

    private IReadOnlyList<ExecutableTarget> Find(IReadOnlyList<string> names)
    {
        var found = new List<ExecutableTarget>();
        foreach (var name in names)
        {
            if (collection.Find(name) is { } target)
            {
                found.Add(target);
            }
            else
            {
                session.Problems.Add($"Unknown target '{name}'.{NearestName.Hint(name, collection.All.Select(x => x.Name))} --help lists them all.");
            }
        }

        return [.. found.Distinct()];
    }
}
