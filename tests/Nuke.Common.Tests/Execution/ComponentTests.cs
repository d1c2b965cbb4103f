namespace Nuke.Common.Tests.Execution;

public sealed class ComponentTests
{
    private interface IRan : INukeBuild
    {
        List<string> Ran { get; }
    }

    private abstract class Recording : NukeBuild
    {
        public List<string> Ran { get; } = [];
    }

    private static (IReadOnlyList<string> Ran, IReadOnlyList<string> Targets) Run<T>(string arguments)
        where T : Recording, new()
    {
        using var run = new TestRun();
        run.Run<T>($"{arguments} --parallel 1").ShouldBe(0, run.Output);
        return (((Recording)run.Build).Ran, [.. run.Session.Targets.Select(x => x.Name)]);
    }

    private static string Problem<T>(string arguments)
        where T : NukeBuild, new()
    {
        using var run = new TestRun();
        run.Run<T>(arguments).ShouldBe(-1, run.Output);
        return run.Output;
    }

    private interface IRoot : IRan
    {
        Target Shared => _ => _.Executes(() => Ran.Add("root"));
    }

    private interface ILeft : IRoot
    {
        Target Left => _ => _.DependsOn(Shared).Executes(() => Ran.Add("left"));
    }

    private interface IRight : IRoot
    {
        Target Right => _ => _.DependsOn<IRoot>().After<ILeft>(x => x.Left).Executes(() => Ran.Add("right"));
    }

    private sealed class Diamond : Recording, ILeft, IRight, IRoot;

    [Fact]
    public void A_component_that_comes_twice_brings_its_target_once()
    {
        var (ran, targets) = Run<Diamond>("Left Right");
        ran.ShouldBe(["root", "left", "right"]);
        targets.ShouldBe(["Left", "Shared", "Right"], ignoreOrder: true);
    }

    private interface ILeftOverride : IRoot
    {
        Target IRoot.Shared => _ => _.Inherit<IRoot>().Executes(() => Ran.Add("left override"));
    }

    private interface IRightOverride : IRoot
    {
        Target IRoot.Shared => _ => _.Executes(() => Ran.Add("right override"));
    }

    private sealed class OneOverride : Recording, ILeftOverride;

    private sealed class Decided : Recording, ILeftOverride, IRightOverride
    {
        Target IRoot.Shared => _ => _.Inherit<IRoot>(x => x.Shared).Executes(() => Ran.Add("build"));
    }

    [Fact]
    public void A_component_can_override_the_target_of_the_one_it_derives_from()
        => Run<OneOverride>("Shared").Ran.ShouldBe(["root", "left override"]);

    [Fact]
    public void The_build_decides_between_two_overrides() => Run<Decided>("Shared").Ran.ShouldBe(["root", "build"]);

    private interface IPackage : IRan
    {
        Target Pack => _ => _.Executes(() => Ran.Add("package"));
    }

    private interface IBaggage : IRan
    {
        Target Pack => _ => _.Executes(() => Ran.Add("baggage"));
    }

    private sealed class Rivals : Recording, IPackage, IBaggage;

    private sealed class Settled : Recording, IPackage, IBaggage
    {
        public Target Pack => _ => _.Inherit<IPackage>(x => x.Pack).Inherit<IBaggage>();
        Target Use => _ => _.DependsOn<IBaggage>().Executes(() => Ran.Add("use"));
    }

    private sealed class Hidden : Recording, IPackage
    {
        Target Pack => _ => _;
    }

    private sealed class Doubled : Recording, IPackage
    {
        public Target Pack => _ => _;
        Target IPackage.Pack => _ => _;
    }

    [Fact]
    public void One_name_in_two_components_is_a_mistake_that_names_both()
        => Problem<Rivals>("Pack").ShouldContain("Several components bring a target named 'Pack': IPackage, IBaggage. Declare a public target 'Pack'");

    [Fact]
    public void A_public_target_of_the_build_is_the_one_of_all_its_components()
        => Run<Settled>("Use").Ran.ShouldBe(["package", "baggage", "use"]);

    [Fact]
    public void A_private_target_does_not_override_a_components()
        => Problem<Hidden>("Pack").ShouldContain("Target 'Pack' of Hidden is not public, so that it does not override the one of IPackage.");

    [Fact]
    public void A_target_and_an_explicit_implementation_of_its_name_are_a_mistake()
        => Problem<Doubled>("Pack").ShouldContain("There are two targets named 'Pack': Doubled's own, and the one that it implements for IPackage.");

    private interface IGeneric<T> : IRan
    {
        Target Make => _ => _.Executes(() => Ran.Add($"make {typeof(T).Name}"));
    }

    private abstract class GenericBase<T> : Recording, IGeneric<T>
    {
        protected virtual Target Base => _ => _.Executes(() => Ran.Add($"base of {typeof(T).Name}"));
        Target Private => _ => _.Executes(() => Ran.Add("private"));
        Target UsesPrivate => _ => _.DependsOn(Private);
    }

    private class GenericMiddle<T> : GenericBase<T>
    {
        protected override Target Base => _ => _.Base().Executes(() => Ran.Add("middle"));
    }

    private sealed class OfStrings : GenericMiddle<string>, IGeneric<string>
    {
        Target IGeneric<string>.Make => _ => _.Base().Executes(() => Ran.Add("of strings"));
        protected override Target Base => _ => _.Base().Executes(() => Ran.Add("derived"));
    }

    [Fact]
    public void Base_goes_up_one_class_at_a_time_also_through_generic_ones()
        => Run<OfStrings>("Base").Ran.ShouldBe(["base of String", "middle", "derived"]);

    [Fact]
    public void Base_of_an_explicit_implementation_is_the_components_definition()
        => Run<OfStrings>("Make").Ran.ShouldBe(["make String", "of strings"]);

    [Fact]
    public void Private_targets_of_base_classes_are_targets() => Run<OfStrings>("UsesPrivate").Ran.ShouldBe(["private"]);

    private interface IBare : IRan
    {
        Target Bare { get; }
        Target Other => _ => _.DependsOn(Bare).Executes(() => Ran.Add("other"));
    }

    private sealed class Implementing : Recording, IBare
    {
        public Target Bare => _ => _.Executes(() => Ran.Add("bare"));
    }

    private sealed class InheritingNothing : Recording, IBare
    {
        public Target Bare => _ => _.Inherit<IBare>(x => x.Bare);
    }

    [Fact]
    public void A_component_can_leave_a_target_to_the_build()
    {
        Run<Implementing>("Other").Ran.ShouldBe(["bare", "other"]);
        Problem<InheritingNothing>("Other").ShouldContain("Target 'Bare' of IBare has no definition to inherit.");
    }

    private sealed class Ambiguous : Recording, ILeft, IBare
    {
        public Target Bare => _ => _;
        Target X => _ => _.DependsOn<IRan>();
        Target Y => _ => _.DependsOn<IBare>();
    }

    [Fact]
    public void The_short_form_needs_a_component_with_one_target()
    {
        var output = Problem<Ambiguous>("X");
        output.ShouldContain("IRan declares no Target, so that it cannot be referred to without naming one.");
        output.ShouldContain(
            "IBare declares several targets (Bare, Other), so that it cannot be referred to without naming one. Name the one you mean: <IBare>(x => x.Bare).");
    }

    private interface IContext : IRan
    {
        Setup Open => _ => _.Executes(() => Ran.Add("open"));
        Cleanup Close => _ => _.Executes(() => Ran.Add("close"));
    }

    private sealed class WithContext : Recording, IContext
    {
        Target Work => _ => _.DependsOnContext<IContext>().Executes(() => throw new InvalidOperationException("no"));
        Target Asks => _ => _
            .DependsOnContext<IContext>()
            .Executes(() => Ran.Add($"{SucceededTargets.Contains(((IContext)this).Open)} {FailedTargets.Contains(Work)}"));
    }

    [Fact]
    public void The_cleanup_of_a_context_runs_after_a_failure()
    {
        using var run = new TestRun();
        run.Run<WithContext>("Work --parallel 1").ShouldBe(-1);
        ((WithContext)run.Build).Ran.ShouldBe(["open", "close"]);
    }

    [Fact]
    public void Lists_of_targets_can_be_asked_for_a_setup_and_a_target() => Run<WithContext>("Asks").Ran.ShouldBe(["open", "True False", "close"]);

    private sealed class Ordered : Recording, ILeft, IPackage
    {
        Target Zebra => _ => _;
        Target IPackage.Pack => _ => _;
        Target Ant => _ => _.DependsOn(Zebra).DependsOn(Zebra);
        Target Bee => _ => _.DependentFor(Ant);
    }

    [Fact]
    public void Targets_are_listed_as_NUKE_does_the_builds_own_first()
    {
        using var run = new TestRun();
        run.Run<Ordered>("Ant").ShouldBe(0, run.Output);
        run.Session.Targets.Select(x => x.Name).ShouldBe(["Zebra", "Ant", "Bee", "Left", "Shared", "Pack"]);
        var ant = run.Session.Targets.Single(x => x.Name == "Ant");
        ant.ExecutionDependencies.Select(x => x.Name).ShouldBe(["Zebra", "Bee"]);
        ant.Member.Name.ShouldBe("Ant");
    }
}
