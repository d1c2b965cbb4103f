using Nuke.Common.CI;
using Nuke.Common.ConsoleOutput;
using Nuke.Common.Parameters;
using Nuke.Common.Planning;
using Serilog;

namespace Nuke.Common.Execution;

/// <summary>One run from the command line to the exit code.</summary>
internal static class BuildRunner
{
    private const int Failure = -1;
    private const int Cancelled = 130;

    public static int Run(BuildSession session, Func<NukeBuild> create, IReadOnlyList<string> defaultTargets)
    {
        session.Activate();
        try
        {
            return RunCore(session, create, defaultTargets);
        }
        catch (Exception exception)
        {
            var text = session.Options.Verbosity == Verbosity.Verbose ? exception.ToString() : ExceptionText.Of(exception);
            ProblemWriter.Write(session, [.. session.Problems, text]);
            return Failure;
        }
        finally
        {
            session.Surroundings.Out.Flush();
        }
    }

    private static int RunCore(BuildSession session, Func<NukeBuild> create, IReadOnlyList<string> defaultTargets)
    {
        var problems = session.Problems;
        if (!session.Options.Help && session.CommandLine.Find("root") is null)
            session.RequireRoot();
        if (!session.Options.Help && session.RootDirectory is null)
        {
            ProblemWriter.Write(session, problems);
            return Failure;
        }

        var build = create();
        var collection = TargetCollection.Create(build, defaultTargets);
        session.Targets = collection.All;
        session.Values.Declare(build);
        if (session.Options.Help)
        {
            HelpWriter.Write(session, build);
            return 0;
        }

        CheckSwitches(session);
        session.Values.InjectParameters(build, problems);
        var plan = MakePlan(session, collection, defaultTargets);
        if (problems.Count > 0)
        {
            ProblemWriter.Write(session, problems);
            return Failure;
        }

        build.ExecutionPlan = plan;
        if (session.Options.GenerateConfiguration is { } id)
            return ConfigurationGeneration.Generate(session, build, id);

        SessionSink.Install();
        return Execute(session, build, collection, plan);
    }

    private static int Execute(BuildSession session, NukeBuild build, TargetCollection collection, IReadOnlyList<ExecutableTarget> plan)
    {
        var problems = session.Problems;
        session.Extensions.Load(build);
        session.Extensions.Raise<IOnBuildCreated>(x => x.OnBuildCreated(session.Targets));
        build.RaiseBuildCreated();
        session.Values.InjectOthers(build, problems);
        if (problems.Count > 0)
        {
            ProblemWriter.Write(session, problems);
            return Failure;
        }

        SkipMarker.Apply(plan, session.Options.Skip is null ? null : Find(session, collection, session.Options.Skip));
        if (session.Options.Plan)
        {
            PlanWriter.Write(session, plan);
            return 0;
        }

        session.Extensions.Raise<IOnBuildInitialized>(x => x.OnBuildInitialized(session.Targets, plan));
        build.RaiseBuildInitialized();
        problems.AddRange(RequirementCheck.Problems(session, build, plan));
        if (problems.Count > 0)
        {
            ProblemWriter.Write(session, problems);
            return Failure;
        }

        ConfigurationGeneration.Refresh(session, build);
        return RunTargets(session, build, plan);
    }

    private static int RunTargets(BuildSession session, NukeBuild build, IReadOnlyList<ExecutableTarget> plan)
    {
        foreach (var target in plan.Where(x => x.Status != ExecutionStatus.Skipped))
            target.Status = ExecutionStatus.Scheduled;
        var attempt = new BuildAttempt(session, plan);
        if (session.Options.Continue)
            attempt.SkipSucceeded();

        session.Clock = new RunClock(session.Time);
        session.Output.BuildStarted(session.Options.NoLogo);
        using (CancellationSignals.Listen(session))
        using (session.Output.CaptureConsole())
            new TargetScheduler(session, build, plan).Run(session.Options.Parallel);

        var cancelled = session.Cancellation.IsCancellationRequested;
        var failed = build.IsFailing || cancelled;
        attempt.Save(failed);
        session.Output.BuildFinished(plan, session.Clock.Elapsed, failed, cancelled);
        session.Extensions.Raise<IOnBuildFinished>(x => x.OnBuildFinished());
        build.RaiseBuildFinished();
        return cancelled ? Cancelled : build.ExitCode ?? (failed ? Failure : 0);
    }

    private static void CheckSwitches(BuildSession session)
    {
        var known = BuildOptionsReader.Switches.Select(x => x.Name)
            .Concat(session.Values.Declared.Select(x => ParameterNames.Dashed(x.Name)))
            .ToList();
        if (PlanWriter.Problem(session) is { } problem)
            session.Problems.Add(problem);
        var normalized = known.Select(CommandLine.Normalize).ToHashSet();
        foreach (var spelling in session.CommandLine.Spellings.Where(x => !normalized.Contains(CommandLine.Normalize(x))))
        {
            var hint = NearestName.Hint(spelling.TrimStart('-'), known, "--");
            session.Problems.Add($"Unknown parameter '{spelling}'.{hint} --help lists them all.");
        }
    }

    private static IReadOnlyList<ExecutableTarget> MakePlan(BuildSession session, TargetCollection collection, IReadOnlyList<string> defaultTargets)
    {
        var names = session.Options.Targets.Count > 0 ? session.Options.Targets : defaultTargets;
        var invoked = Find(session, collection, names);
        if (session.Options.Skip is { } skip)
            Find(session, collection, skip);
        if (invoked.Count == 0 && session.Problems.Count == 0 && session.Options.GenerateConfiguration is null)
            session.Problems.Add("No target was named, and the build has no default. Name one; --help lists them.");
        foreach (var target in invoked)
        {
            target.IsRoot = true;
            target.Invoked = session.Options.Targets.Count > 0;
        }

        try
        {
            return ExecutionPlanner.Plan(invoked);
        }
        catch (BuildException exception)
        {
            session.Problems.Add(exception.Message);
            return [];
        }
    }

    private static IReadOnlyList<ExecutableTarget> Find(BuildSession session, TargetCollection collection, IReadOnlyList<string> names)
    {
        var found = new List<ExecutableTarget>();
        foreach (var name in names)
        {
            if (collection.Find(name) is { } target)
                found.Add(target);
            else
                session.Problems.Add($"Unknown target '{name}'.{NearestName.Hint(name, collection.All.Select(x => x.Name))} --help lists them all.");
        }

        return [.. found.Distinct()];
    }
}
