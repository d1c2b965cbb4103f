using Nuke.Common.CI;
using Nuke.Common.ConsoleOutput;
using Nuke.Common.Parameters;
using Nuke.Common.Planning;
using Nuke.Common.Schema;
using Serilog;

namespace Nuke.Common.Execution;

/// <summary>One run from the command line to the exit code.</summary>
internal static class BuildRunner
{
    private const int Failure = -1;
    private const int Cancelled = 130;

    // What NUKE does itself at an event is an extension among the others; user extensions come before or after it by their priority.
    private const float ParameterInjectionPriority = 100;
    private const float OtherInjectionPriority = -100;

    /// <summary>The run of this process.</summary>
    public static int Run(Func<NukeBuild> create, Func<IReadOnlyList<string>> defaultTargets)
    {
        BuildSession session;
        try
        {
            session = BuildSession.FromProcess();
        }
        catch (Exception exception)
        {
            TellAside($"Nothing was run, because the build could not start: {ExceptionText.Of(exception)}");
            return Failure;
        }

        return Run(session, create, defaultTargets);
    }

    public static int Run(BuildSession session, Func<NukeBuild> create, IReadOnlyList<string> defaultTargets)
        => Run(session, create, () => defaultTargets);

    public static int Run(BuildSession session, Func<NukeBuild> create, Func<IReadOnlyList<string>> defaultTargets)
    {
        var exitCode = RunAndTell(session, create, defaultTargets);
        if (session.LogLoss is { } lacking)
        {
            TellAside(lacking);
        }

        if (session.OutputLoss is not { } loss)
        {
            return exitCode;
        }

        // Whoever reads the output must not take what is there for all of it.
        var hadTheirTurn = session.Build?.ExecutionPlan.Any(x => x.Status is ExecutionStatus.Succeeded or ExecutionStatus.Failed or ExecutionStatus.Skipped);
        var targets = hadTheirTurn == true ? " Its targets had their turn all the same." : "";
        TellAside($"The build failed, because its output is not complete. {loss}{targets}");
        return exitCode == 0 ? Failure : exitCode;
    }

    /// <summary>What cannot be told where it belongs.</summary>
    private static void TellAside(string message)
    {
        try
        {
            Console.Error.WriteLine(message);
        }
        catch (IOException)
        {
            // The same full disk. The exit code is all that is left to tell.
        }
    }

    private static int RunAndTell(BuildSession session, Func<NukeBuild> create, Func<IReadOnlyList<string>> defaultTargets)
    {
        session.Activate();
        try
        {
            return RunCore(session, create, defaultTargets);
        }
        catch (Exception) when (Verbs.IsCompletion(session))
        {
            // A shell would offer the message as a completion.
            return Failure;
        }
        catch (Exception exception)
        {
            ProblemWriter.Write(session, [.. session.Problems, Text(session, exception)]);
            return Failure;
        }
        finally
        {
            session.CloseOutput();
            session.Surroundings.Out.Flush();
        }
    }

    private static int RunCore(BuildSession session, Func<NukeBuild> create, Func<IReadOnlyList<string>> defaultTargets)
    {
        var problems = session.Problems;
        var needsRoot = !session.Options.Help && !Verbs.IsCompletion(session);
        if (needsRoot && session.CommandLine.Find("root") is null)
        {
            session.RequireRoot();
        }

        if (needsRoot && session.RootDirectory is null)
        {
            ProblemWriter.Write(session, problems);
            return Failure;
        }

        var build = session.Build = Create(session, create);
        var defaults = defaultTargets();
        var collection = TargetCollection.Create(build, defaults, problems);
        session.Targets = collection.All;
        session.Values.Declare(build, problems);
        if (Verbs.TryRun(session, build))
        {
            return 0;
        }

        BuildSchemaFile.Refresh(session, build);
        if (session.CommandLine.Find(BuildSchemaFile.Switch) is not null)
        {
            return 0;
        }

        if (session.Options.Help)
        {
            HelpWriter.Write(session, build);
            return 0;
        }

        session.Output.Attach(build);
        Logging.Install(build);
        problems.AddRange(UnknownNames.Problems(session));
        foreach (var warning in UnknownNames.Warnings(session))
        {
            Log.Warning("{Warning:l}", warning);
        }

        if (PlanWriter.Problem(session) is { } problem)
        {
            problems.Add(problem);
        }

        session.Extensions.Load(build);
        session.Extensions.RaiseFrom<IOnBuildCreated>(ParameterInjectionPriority, x => x.OnBuildCreated(session.Targets));
        session.Values.InjectParameters(build, problems);
        session.SecretParameters.Tell();
        if (problems.Count == 0)
        {
            session.Extensions.RaiseBelow<IOnBuildCreated>(ParameterInjectionPriority, x => x.OnBuildCreated(session.Targets));
            build.RaiseBuildCreated();
        }

        var plan = new PlanRequest(session, collection, defaults).Plan(out var skip);
        if (problems.Count > 0)
        {
            ProblemWriter.Write(session, problems);
            return build.ExitCode ?? Failure;
        }

        build.ExecutionPlan = plan;
        if (session.Options.GenerateConfiguration is { } id)
        {
            return ConfigurationGeneration.Generate(session, build, id);
        }

        if (session.Options.Plan)
        {
            return ShowPlan(session, build, plan, skip);
        }

        return Execute(session, build, plan, skip);
    }

    private static NukeBuild Create(BuildSession session, Func<NukeBuild> create)
    {
        try
        {
            return create();
        }
        catch (Exception exception) when (session.Options.Verbosity != Verbosity.Verbose)
        {
            throw new BuildException(
                $"The build class could not be created: {ExceptionText.Of(exception)}",
                "Its constructor or the initialiser of a field or property failed; move what can fail into a target.");
        }
    }

    private static int ShowPlan(
        BuildSession session, NukeBuild build, IReadOnlyList<ExecutableTarget> plan, IReadOnlyCollection<ExecutableTarget>? skip)
    {
        session.Values.InjectOthers(build, session.Problems);
        if (session.Problems.Count > 0)
        {
            ProblemWriter.Write(session, session.Problems);
            return Failure;
        }

        new SkipMarker(plan).Apply(skip);
        PlanWriter.Write(session, plan);
        return 0;
    }

    private static int Execute(
        BuildSession session, NukeBuild build, IReadOnlyList<ExecutableTarget> plan, IReadOnlyCollection<ExecutableTarget>? skip)
    {
        try
        {
            Prepare(session, build, plan, skip);
        }
        catch (Exception exception)
        {
            session.Problems.Add(Text(session, exception));
        }

        if (session.Problems.Count > 0)
        {
            foreach (var target in plan.Where(x => x.Status == ExecutionStatus.Scheduled))
            {
                target.Status = ExecutionStatus.NotRun;
            }

            ProblemWriter.Write(session, session.Problems);
            var code = build.ExitCode ??= Failure;
            RaiseFinished(session, build);
            return code;
        }

        return RunTargets(session, build, plan);
    }

    private static void Prepare(
        BuildSession session, NukeBuild build, IReadOnlyList<ExecutableTarget> plan, IReadOnlyCollection<ExecutableTarget>? skip)
    {
        session.Extensions.RaiseFrom<IOnBuildInitialized>(OtherInjectionPriority, x => x.OnBuildInitialized(session.Targets, plan));
        session.Problems.AddRange(Tooling.ToolInstallation.Ensure(session, build, plan));
        session.Values.InjectOthers(build, session.Problems);
        if (session.Problems.Count > 0)
        {
            return;
        }

        session.Extensions.RaiseBelow<IOnBuildInitialized>(OtherInjectionPriority, x => x.OnBuildInitialized(session.Targets, plan));
        build.RaiseBuildInitialized();
        new SkipMarker(plan).Apply(skip);
        session.Problems.AddRange(RequirementCheck.Problems(session, build, plan));
        if (session.Problems.Count == 0)
        {
            ConfigurationGeneration.Refresh(session, build);
        }
    }

    private static int RunTargets(BuildSession session, NukeBuild build, IReadOnlyList<ExecutableTarget> plan)
    {
        var attempt = new BuildAttempt(session, plan);
        if (session.Options.Continue)
        {
            attempt.SkipSucceeded();
        }

        session.Clock = new RunClock(session.Time);
        session.Output.BuildStarted(session.Options.NoLogo);

        // Listened to until everything is over: what handlers do at the end of the build can take minutes, and must not be cut off in the middle.
        using var cancellation = new RunCancellation(session, () => Running(plan), targetsAreOver => EndAtOnce(attempt, targetsAreOver));
        using var signals = CancellationSignals.Listen(session, cancellation);
        using (session.Output.CaptureConsole())
        {
            new TargetScheduler(session, build, plan, session.Options.Parallel).Run();
        }

        var cancelled = session.Cancellation.IsCancellationRequested;
        var failed = build.IsFailing || cancelled;
        attempt.Save(failed);
        cancellation.TargetsAreOver();
        session.Output.BuildFinished(plan, session.Clock.Elapsed, failed, cancelled);
        var exitCode = build.ExitCode ??= failed ? Failure : 0;
        var isWell = RaiseFinished(session, build);
        return session.Cancellation.IsCancellationRequested ? Cancelled : isWell || exitCode != 0 ? exitCode : Failure;
    }

    private static string[] Running(IReadOnlyList<ExecutableTarget> plan)
        => [.. plan.Where(x => x.Status == ExecutionStatus.Running).Select(x => x.Name)];

    private static void EndAtOnce(BuildAttempt attempt, bool targetsAreOver)
    {
        Tooling.RunningProcesses.KillAll();
        if (!targetsAreOver)
        {
            // Once they are, it is saved, and may be one that succeeded.
            attempt.Save(failed: true);
        }

        Environment.Exit(Cancelled);
    }

    /// <summary>False when a handler failed: everything was run by then, and the run still must not look well.</summary>
    private static bool RaiseFinished(BuildSession session, NukeBuild build)
    {
        try
        {
            session.Extensions.Raise<IOnBuildFinished>(x => x.OnBuildFinished());
            ConfigurationGeneration.SerializeState(session, build);
            build.RaiseBuildFinished();
            return true;
        }
        catch (Exception exception)
        {
            Log.Error("A handler of the end of the build failed: {Error:l}", Text(session, exception));
            return false;
        }
    }

    private static string Text(BuildSession session, Exception exception)
        => session.Options.Verbosity == Verbosity.Verbose ? exception.ToString() : ExceptionText.Of(exception);
}
