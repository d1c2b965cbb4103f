using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using Nuke.Common.Utilities;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Common.Tests.Tooling;

public sealed class OptionsTests
{
    /// <summary>Written as NUKE's users write the options of their own tools.</summary>
    private sealed class OwnSettings : ToolOptions
    {
        [Argument(Format = "--name {value}")] public string Name => Get<string>(() => Name);
        [Argument(Format = "--item {value}")] public IReadOnlyList<string> Items => Get<List<string>>(() => Items);
        [Argument(Format = "--pair {key}={value}")] public IReadOnlyDictionary<string, int> Pairs => Get<Dictionary<string, int>>(() => Pairs);
        [Argument(Format = "--group {key}:{value}", InnerSeparator = ",")]
        public ILookup<string, string> Groups => Get<LookupTable<string, string>>(() => Groups);
        [Argument(Format = "/list:{value}", Separator = ";", QuoteMultiple = true)] public IReadOnlyList<int> Joined => Get<List<int>>(() => Joined);
        [Argument(Format = "/pairs:{key}={value}", Separator = ";")]
        public IReadOnlyDictionary<string, string> JoinedPairs => Get<Dictionary<string, string>>(() => JoinedPairs);
        [Argument(Format = "--when {value}", FormatterMethod = nameof(Format))] public DateTime? When => Get<DateTime?>(() => When);
        [Argument(Format = "--last {value}", Position = -1)] public string Last => Get<string>(() => Last);
        [Argument(Format = "--before-last {value}", Position = -2)] public string BeforeLast => Get<string>(() => BeforeLast);
        [Argument(Format = "{value}", Position = 2)] public string Second => Get<string>(() => Second);
        [Argument(Format = "{value}", Position = 1)] public string First => Get<string>(() => First);
        public bool? Silent => Get<bool?>(() => Silent);

        private static string Format(DateTime value, System.Reflection.PropertyInfo property) => $"{property.Name}:{value:yyyy}";
    }

    private static string Line(ToolOptions options) => CommandLineBuilder.Build(options).Arguments;

    [Fact]
    public void Options_of_ones_own_are_set_by_their_properties()
    {
        var start = new OwnSettings();
        var set = start.Modify(x => x.Set(() => start.Name, "n")).Modify(x => x.AddCollection(() => start.Items, "a", "b c"))
            .Modify(x => x.SetDictionary(() => start.Pairs, "k", 1)).Modify(x => x.AddLookup(() => start.Groups, "g", "1", "2"));
        (set.Name, set.Items.Count, set.Pairs["k"], set.Groups["g"].Count()).ShouldBe(("n", 2, 1, 2));
        start.Name.ShouldBeNull();
        start.Items.ShouldBeNull();
        Line(set).ShouldBe("--name n --item a --item \"b c\" --pair k=1 --group g:1,2");
        set = set.Modify(x =>
        {
            x.RemoveCollection(() => start.Items, "a");
            x.RemoveDictionary(() => start.Pairs, "k");
            x.RemoveLookup(() => start.Groups, "g", "1");
            x.Remove(() => start.Name);
        });
        Line(set).ShouldBe("--item \"b c\" --group g:2");
        ((IOptions)set).Get<string>(() => start.Name).ShouldBeNull();
    }

    [Fact]
    public void Positions_order_the_arguments_and_options_without_a_format_are_not_written()
    {
        var o = new OwnSettings();
        Line(o.Modify(x =>
        {
            x.Set(() => o.Last, "l");
            x.Set(() => o.BeforeLast, "bl");
            x.Set(() => o.Name, "n");
            x.Set(() => o.Second, "2");
            x.Set(() => o.First, "1");
            x.Set(() => o.Silent, true);
        })).ShouldBe("1 2 --name n --before-last bl --last l");
    }

    [Fact]
    public void Values_are_joined_quoted_and_formatted_as_the_attribute_says()
    {
        var o = new OwnSettings();
        Line(o.Modify(x =>
        {
            x.Set(() => o.Joined, new[] { 1, 2 });
            x.Set(() => o.JoinedPairs, new Dictionary<string, string> { ["a"] = "1", ["b"] = "2" });
            x.Set(() => o.When, new DateTime(2026, 1, 2));
        })).ShouldBe("/list:\"1;2\" /pairs:a=1;b=2 --when When:2026");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void An_empty_value_is_not_written(string value)
        => Line(new DotNetTestSettings().SetFilter(value).AddLoggers("", "trx")).ShouldBe("test --logger trx");

    [Fact]
    public void A_value_that_is_set_again_keeps_its_place_and_one_that_was_reset_goes_last()
    {
        var test = new DotNetTestSettings().SetFilter("a").SetConfiguration("Debug").SetFilter("b");
        Line(test).ShouldBe("test --filter b --configuration Debug");
        Line(test.ResetFilter().SetFilter("c")).ShouldBe("test --configuration Debug --filter c");
    }

    [Fact]
    public void Later_changes_of_a_list_do_not_reach_the_options()
    {
        var list = new List<string> { "a" };
        var options = new DotNetTestSettings().SetLoggers(list);
        list.Add("b");
        options.Loggers.ShouldBe(["a"]);
    }

    [Fact]
    public void A_pair_that_is_there_can_be_set_but_not_added()
    {
        var options = new DotNetBuildSettings().SetProperty("A", 1).SetProperty("A", 2);
        options.Properties!["A"].ShouldBe(2);
        Should.Throw<ArgumentException>(() => options.AddProperty("A", 3)).Message
            .ShouldBe("'A' of Properties has a value already. Set it instead of adding it.");
    }

    [Fact]
    public void A_pair_without_a_value_is_none()
    {
        var options = new DotNetBuildSettings().SetVersion("1.0.0").SetProperty("A", 1);
        options.SetVersion(null).Properties!.Keys.ShouldBe(["A"]);
        Line(options.SetVersion(null)).ShouldBe(Line(options.ResetVersion()));
    }

    [Fact]
    public void Values_that_are_null_can_be_set_but_not_added()
    {
        var options = new DotNetPublishSettings().SetProcessAdditionalArguments("a");
        options.SetProcessAdditionalArguments((IEnumerable<string>?)null).ProcessAdditionalArguments.ShouldBeNull();
        Should.Throw<ArgumentException>(() => options.AddProcessAdditionalArguments((IEnumerable<string>)null!)).Message
            .ShouldBe("The values for ProcessAdditionalArguments are null. Leave the call out, or give an empty list.");
        Should.Throw<ArgumentException>(() => options.AddNoWarns((IEnumerable<int>)null!)).Message.ShouldStartWith("The values for NoWarn are null.");
    }

    [Fact]
    public void Options_compose()
    {
        var start = new DotNetPublishSettings().SetConfiguration("Debug");
        Configure<DotNetPublishSettings> release = _ => _.SetConfiguration("Release");
        var changed = start.Apply(release).When(true, _ => _.EnableNoLogo()).When(x => x.NoLogo == true, _ => _.SetRuntime("linux-x64"));
        start.Configuration.ShouldBe("Debug");
        start.NoLogo.ShouldBeNull();
        Line(changed).ShouldBe("publish --configuration Release --nologo --runtime linux-x64");
    }

    [Fact]
    public void Options_combine_in_every_form()
    {
        var one = new DotNetPublishSettings();
        Projects(one.CombineWith(["a", "b"], (_, v) => _.SetProject(v))).ShouldBe("a b");
        Projects(one.CombineWith(_ => _.SetProject("a"), _ => _.SetProject("b"))).ShouldBe("a b");
        Projects(one.CombineWith(["a", "b"], (_, v) => _.CombineWith([1, 2], (_, w) => _.SetProject(v + w)))).ShouldBe("a1 a2 b1 b2");
        Projects(one.CombineWith(["a", "b"], (_, v) => _.SetProject(v)).CombineWith([1, 2], (_, w) => _.SetProject(_.Project + w))).ShouldBe("a1 a2 b1 b2");
        CombinatorialConfigure<DotNetPublishSettings> two = _ => _.CombineWith([1, 2], (_, v) => _.SetProject(_.Project + v));
        Projects(one.SetProject("a").CombineWith(two)).ShouldBe("a1 a2");
        Projects(new[] { one.SetProject("a"), one.SetProject("b") }.CombineWith(two)).ShouldBe("a1 a2 b1 b2");

        static string Projects(IEnumerable<DotNetPublishSettings> all) => string.Join(' ', all.Select(x => x.Project));
    }

    [Fact]
    public void The_environment_of_a_process_starts_with_the_one_of_the_build()
    {
        new DotNetRunSettings().ProcessEnvironmentVariables!.Keys.ShouldContain("PATH");
        var variables = new DotNetRunSettings().SetProcessEnvironmentVariable("X", 1).ProcessEnvironmentVariables!;
        variables["X"].ShouldBe("1");
        variables.Keys.ShouldContain("PATH");
        new DotNetRunSettings().ClearProcessEnvironmentVariables().SetProcessEnvironmentVariable("X", "1").ProcessEnvironmentVariables!.Keys.ShouldBe(["X"]);
        new DotNetRunSettings().SetProcessEnvironmentVariable("X", "1").ResetProcessEnvironmentVariables().GivenEnvironmentVariables.ShouldBeNull();
    }
}
