namespace Nuke.Common.Tests.Execution;

public sealed class GraphErrorTests
{
    private static string Problems<T>(string arguments)
        where T : NukeBuild, new()
    {
        using var run = new TestRun();
        run.Run<T>(arguments).ShouldBe(-1, run.Output);
        run.Output.ShouldStartWith("Nothing was run, because of");
        run.Output.ShouldNotContain("   at ");
        return run.Output;
    }

    private interface IAbsent : INukeBuild
    {
        Target Absent => _ => _;
    }

    private sealed class Wrong : NukeBuild
    {
        private static readonly Wrong Other = new();

        Target A => _ => _.DependsOn(B);
        Target B => _ => _.After(C);
        Target C => _ => _.DependsOn(A);
        Target Self => _ => _.Before(Self);
        Target D => _ => _.DependsOn<IAbsent>().After<IAbsent>(x => x.Absent);
        Target E => _ => _.DependsOn(Other.A);
        Target F => _ => _.Partition(1);
        Target G => _ => _.Consumes(F);
        Target H => _ => _.Produces("output/*.nupkg");
        Target I => _ => _.Consumes(H, "output/*.zip");
        Target J => _ => _.Consumes(H, "output/*.nupkg").Consumes(H, "output/App.nupkg").Consumes(H);
        Target K => _ => _.Base();
        Target L => _ => _.Inherit(L);
        Target M => _ => throw new InvalidOperationException("no definition");
        Target N => _ => _.DependsOn((Target)null!);
        Target O => null!;
        Target P => throw new InvalidOperationException("no getter");
        Target Q => _ => _.TryDependsOn<IAbsent>()
            .TryAfter<IAbsent>()
            .TryBefore<IAbsent>()
            .TryTriggers<IAbsent>()
            .TryTriggeredBy<IAbsent>()
            .TryDependentFor<IAbsent>();
    }

    [Fact]
    public void Every_mistake_of_a_graph_is_named_at_once_whatever_is_invoked()
    {
        var output = Problems<Wrong>("Q");
        output.ShouldContain("because of 13 problems");
        output.ShouldContain("circle: A → B → C → A. Remove one of these relations: A depends on B, B runs after C, C depends on A.");
        output.ShouldContain("circle: Self → Self.");
        output.ShouldContain("Target 'D' refers to IAbsent, but the build does not implement it. Add IAbsent to the interfaces");
        output.ShouldContain("Target 'E' says DependsOn 'A' of Wrong, which is not a target of the build.");
        output.ShouldContain("Target 'F' is split with Partition(1), which leaves nothing to split.");
        output.ShouldContain("Target 'G' consumes artifacts of 'F', which produces none.");
        output.ShouldContain("Target 'I' consumes 'output/*.zip' of 'H', which produces only 'output/*.nupkg'.");
        output.ShouldContain("Target 'K' calls Base(), but it overrides nothing.");
        output.ShouldContain("Target 'L' inherits from itself.");
        output.ShouldContain("The definition of target 'M' failed: no definition");
        output.ShouldContain("Target 'N' says DependsOn a target that is null.");
        output.ShouldContain("Target 'O' of Wrong is null.");
        output.ShouldContain("Target 'P' of Wrong cannot be read: no getter");
        output.ShouldNotContain("Target 'J'");
        output.ShouldNotContain("Target 'Q'");
    }

    private sealed class Loose : NukeBuild
    {
        Target First => _ => _;
        Target Second => _ => _;
        Target Third => _ => _.DependsOn(First, Second);
    }

    [Fact]
    public void Strict_forbids_an_order_that_is_left_open()
    {
        Problems<Loose>("Third --strict").ShouldContain(
            "nothing says which of First, Second is the last. Order them with DependsOn, Before or After, such as `First => _ => _.After(Second)`.");
        using var run = new TestRun();
        run.Run<Loose>("Third").ShouldBe(0, run.Output);
    }

    [Fact]
    public void Strict_is_not_in_the_help()
    {
        using var run = new TestRun();
        run.Run<Loose>("--help").ShouldBe(0);
        run.Output.ShouldNotContain("strict");
    }

    private sealed class Unpaired : NukeBuild
    {
        Setup Begin => _ => _.Executes(() => { });
        Target Work => _ => _;
    }

    [Fact]
    public void A_setup_without_a_cleanup_is_a_mistake()
        => Problems<Unpaired>("Work").ShouldContain("Setup 'Begin' has no Cleanup: Unpaired declares none.");

    private sealed class Cased : NukeBuild
    {
        Target Test => _ => _;
        Target TEST => _ => _;
    }

    [Fact]
    public void Names_that_differ_in_case_only_are_a_mistake()
        => Problems<Cased>("Test").ShouldContain("Targets 'Test' and 'TEST' differ in case only");

    [Fact]
    public void Unknown_targets_are_all_named_with_the_nearest_name()
    {
        var output = Problems<Loose>("frist nothing --skip secnod");
        output.ShouldContain("Unknown target 'frist'. Did you mean 'First'?");
        output.ShouldContain("Unknown target 'nothing'. --help lists them all.");
        output.ShouldContain("Unknown target 'secnod'. Did you mean 'Second'?");
    }

    private sealed class Empty : NukeBuild;

    [Fact]
    public void A_build_without_targets_says_how_to_declare_one()
        => Problems<Empty>("").ShouldContain("The build has no targets. Declare one in the build class");

    private sealed class Failing : NukeBuild
    {
        readonly string _value = Environment.GetEnvironmentVariable("PATH") is null ? "" : throw new InvalidOperationException("no value");

        Target A => _ => _.Executes(() => Console.WriteLine(_value));
    }

    [Fact]
    public void A_build_class_that_cannot_be_created_says_why()
        => Problems<Failing>("A").ShouldContain(
            "The build class could not be created: no value. Its constructor or the initialiser of a field or property failed");

    private sealed class Defaults : NukeBuild
    {
        public Target NotATarget = _ => _;
        public Target Compile => _ => _.Executes(() => { });
        public Target Method() => Compile;
    }

    [Fact]
    public void A_default_target_that_is_not_a_member_is_a_mistake()
    {
        using var run = new TestRun();
        run.RunWithDefaults<Defaults>(x => x.NotATarget).ShouldBe(-1);
        run.Output.ShouldContain("The default target 'NotATarget' is not a target of the build: targets are instance properties.");
        run.RunWithDefaults<Defaults>(x => x.Method()).ShouldBe(-1);
        run.Output.ShouldContain("does not name a member");
        run.RunWithDefaults<Defaults>(x => x.Compile).ShouldBe(0);
    }

    [Fact]
    public void A_target_that_is_invoked_twice_runs_once()
    {
        using var run = new TestRun();
        run.Run<Loose>("Third third+FIRST").ShouldBe(0, run.Output);
        run.Build.ExecutionPlan.Select(x => x.Name).ShouldBe(["Second", "First", "Third"]);
        run.Build.InvokedTargets.Select(x => x.Name).ShouldBe(["First", "Third"]);
    }
}
