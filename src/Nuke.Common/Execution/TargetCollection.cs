namespace Nuke.Common.Execution;

/// <summary>All targets of a build, by name and by the delegate that build code refers to them with.</summary>
internal sealed class TargetCollection
{
    private readonly Dictionary<string, ExecutableTarget> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly FactoryMap _byFactory = new();
    private readonly List<ExecutableTarget> _all = [];
    private readonly List<string> _problems;

    private TargetCollection(List<string> problems) => _problems = problems;

    /// <summary>In NUKE's order: the class's own from the most derived class on, then those of components.</summary>
    public IReadOnlyList<ExecutableTarget> All => _all;

    /// <param name="build">The build.</param>
    /// <param name="defaultTargets">Names of the targets that run when the command line names none.</param>
    /// <param name="problems">Receives every mistake of the graph; the collection is to be looked at, not to be run, when there are any.</param>
    public static TargetCollection Create(object build, IReadOnlyCollection<string> defaultTargets, List<string> problems)
    {
        var collection = new TargetCollection(problems);
        new TargetDiscovery(collection, build, problems).Run();
        foreach (var target in collection._all)
        {
            target.IsDefault = defaultTargets.Contains(target.Name);
        }

        foreach (var target in collection._all)
        {
            Define(target, build, problems);
        }

        new TargetRelations(collection, problems).Resolve();
        problems.AddRange(GraphCheck.Problems(collection._all));
        return collection;
    }

    /// <summary>The target of this name; case and dashes do not matter. Null when there is none.</summary>
    public ExecutableTarget? Find(string name) => _byName.GetValueOrDefault(name.Replace("-", ""));

    /// <summary>The target that build code means with a delegate; null when it is not one of the build's.</summary>
    public ExecutableTarget? Find(Delegate factory) => _byFactory.Find(factory);

    public void Add(ExecutableTarget target)
    {
        if (!_byName.TryAdd(target.Name, target))
        {
            _problems.Add(new BuildException(
                $"Targets '{_byName[target.Name].Name}' and '{target.Name}' differ in case only, and on the command line case does not matter.",
                "Rename one of them.").Message);
            return;
        }

        _all.Add(target);
        Refer(target.Factory, target);
    }

    /// <summary>From now on the delegate means the target, unless it means another one already.</summary>
    public void Refer(Delegate factory, ExecutableTarget target) => _byFactory.Add(factory, target);

    private static void Define(ExecutableTarget target, object build, List<string> problems)
    {
        var definition = new TargetDefinition(target, build, problems);
        if (target.Factory is Cleanup)
        {
            definition.AssuredAfterFailure();
        }

        try
        {
            switch (target.Factory)
            {
                case Target factory:
                    factory(definition);
                    break;
                case Setup factory:
                    factory(definition);
                    break;
                case Cleanup factory:
                    factory(definition);
                    break;
            }
        }
        catch (Exception exception) when (BuildSession.Current.Options.Verbosity != Verbosity.Verbose)
        {
            problems.Add(exception is BuildException
                ? exception.Message
                : $"The definition of target '{target.Name}' failed: {ExceptionText.Of(exception)}");
        }
    }
}
