using System.Reflection;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Tests.Parameters;

public sealed class ValueInjectionTests
{
    private static readonly List<string> Order = [];

    private sealed class MeasureAttribute(int priority = 0) : ValueInjectionAttributeBase
    {
        public bool Fails { get; set; }
        public string? From { get; set; }
        public override int Priority => priority;

        public override object GetValue(MemberInfo member, object instance)
        {
            lock (Order)
            {
                Order.Add(member.Name);
            }

            return Fails
                ? throw new InvalidOperationException("out of order")
                : GetMemberValueOrNull<string>(From, instance) ?? $"{member.Name} of {((INukeBuild)instance).RootDirectory.Name.Length > 0}";
        }
    }

    private sealed class Injected : NukeBuild
    {
        [Measure(1)] public readonly string? Late;
        [Measure(2)] public readonly string? Early;
        [Measure(From = nameof(Secret))] public readonly string? Copy;
        [Measure(Fails = true)] public readonly string? Warned;
        [Measure(Fails = true)][Optional] public readonly string? Silent;
        private string Secret => "copied";

        Target Show => _ => _.Executes(() => { });
    }

    private class Dear : NukeBuild
    {
        [Measure][OnDemand] public readonly string? Asked;
        [Measure][OnDemand] public readonly string? Unasked;

        Target Show => _ => _.Requires(() => Asked).Executes(() => { });
    }

    [OnDemandValueInjection]
    private sealed class AllDear : Dear
    {
        [Measure] public readonly string? Plain;
    }

    private sealed class Misspelt : NukeBuild
    {
        [Measure(From = "Nowhere")] public readonly string? Copy;

        Target Show => _ => _.Executes(() => { });
    }

    private sealed class WrongType : NukeBuild
    {
        [Measure] public readonly int Number;

        Target Show => _ => _.Executes(() => { });
    }

    [Fact]
    public void A_higher_priority_comes_first_and_a_failure_is_a_warning_unless_the_member_is_optional()
    {
        Order.Clear();
        using var run = new TestRun();
        run.Run<Injected>("Show").ShouldBe(0, run.Output);
        var build = (Injected)run.Build;
        build.Early.ShouldStartWith("Early");
        build.Copy.ShouldBe("copied");
        build.Warned.ShouldBeNull();
        Order.IndexOf("Early").ShouldBeLessThan(Order.IndexOf("Late"));
        run.Output.ShouldContain("Warned has no value: out of order");
        run.Output.ShouldNotContain("Silent");
    }

    [Fact]
    public void Members_on_demand_get_a_value_when_a_target_of_the_plan_requires_them()
    {
        using var run = new TestRun();
        run.Run<Dear>("Show").ShouldBe(0, run.Output);
        var build = (Dear)run.Build;
        build.Asked.ShouldNotBeNull();
        build.Unasked.ShouldBeNull();

        run.Run<AllDear>("Show").ShouldBe(0, run.Output);
        ((AllDear)run.Build).Plain.ShouldBeNull();
        ((AllDear)run.Build).Asked.ShouldNotBeNull();
    }

    [Fact]
    public void A_member_that_an_attribute_names_must_exist_and_the_types_must_fit()
    {
        using var run = new TestRun();
        run.Run<Misspelt>("Show").ShouldBe(-1);
        run.Output.ShouldContain("Misspelt has no member 'Nowhere'. Correct the name in MeasureAttribute.");
        run.Run<WrongType>("Show").ShouldBe(-1);
        run.Output.ShouldContain("WrongType.Number is of type Int32, but its attribute gives a String. Change the member's type.");
    }
}
