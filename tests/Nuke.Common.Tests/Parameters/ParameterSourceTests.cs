using Nuke.Common.CI;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Tooling;

namespace Nuke.Common.Tests.Parameters;

public sealed class ParameterSourceTests
{
    [Flags]
    private enum Mode
    {
        None = 0,
        Read = 1,
        Write = 2,
    }

    private sealed class Size : Enumeration
    {
        public static readonly Size Small = new() { Value = nameof(Small) };
        public static readonly Size Large = new() { Value = nameof(Large) };
    }

    private sealed class Place
    {
        public string? Region;
        public Mode? Mode { get; set; }
        public Size? Size { get; init; }
        public AbsolutePath? Folder { get; set; }
        public List<int>? Ports { get; set; }
        public Dictionary<string, string>? Tags { get; set; }
    }

    private class Basis : NukeBuild
    {
        [Parameter] private readonly string _hidden = "unset";
        public string Hidden => _hidden;
        [Parameter] public virtual string Overridden { get; set; } = "base";
    }

    private sealed class Many : Basis
    {
        [Parameter] public readonly bool Flag = true;
        [Parameter] public readonly bool? MaybeFlag;
        [Parameter(ValueProviderMember = nameof(AllLevels))] public readonly string[]? Levels;
        static IEnumerable<string> AllLevels => ["low", "high"];
        [Parameter] public readonly string Word = "default";
        [Parameter] public readonly string[] Names = ["default"];
        [Parameter(Separator = " ")] public readonly HashSet<int>? Numbers;
        [Parameter] public readonly List<Size>? Sizes;
        [Parameter] public readonly Mode Mode;
        [Parameter] public readonly Guid Id;
        [Parameter] public readonly DateOnly Day;
        [Parameter] public readonly TimeSpan Wait;
        [Parameter] public readonly decimal Price;
        [Parameter] public readonly AbsolutePath[]? Folders;
        [Parameter] public readonly Place[]? Places;
        [Parameter] public static string? Shared;
        [Parameter] public string? Automatic { get; private set; }
        [Partition(3)] public readonly Partition? Shard;
        public override string Overridden { get; set; } = "derived";

        Target Show => _ => _.Executes(() => { });
        Target Other => _ => _.Executes(() => { });
    }

    private static Many Read(string arguments, string? json = null, params (string Name, string Value)[] variables)
    {
        using var run = new TestRun();
        if (json is not null)
        {
            run.Write(".nuke/parameters.json", json);
        }

        foreach (var (name, value) in variables)
        {
            run.Variables[name] = value;
        }

        run.Run<Many>($"Show {arguments}").ShouldBe(0, run.Output);
        return (Many)run.Build;
    }

    [Theory]
    [InlineData("--flag", true)]
    [InlineData("--flag true", true)]
    [InlineData("--flag False", false)]
    [InlineData("-Flag false", false)]
    [InlineData("--flag false --flag", true)]
    [InlineData("", true)]
    public void A_switch_is_true_unless_it_says_otherwise(string arguments, bool expected) => Read(arguments).Flag.ShouldBe(expected);

    [Fact]
    public void An_empty_variable_is_false_or_an_empty_list_and_otherwise_no_value()
    {
        var build = Read("", """{ "Word": "file", "Names": ["file"], "Flag": true }""", ("WORD", ""), ("NAMES", ""), ("FLAG", ""), ("LEVELS", ""));
        build.Levels.ShouldBeEmpty();
        build.Flag.ShouldBeFalse();
        build.Names.ShouldBeEmpty();
        build.Word.ShouldBe("file");
    }

    [Fact]
    public void A_variable_is_one_element_unless_there_is_a_separator()
    {
        var build = Read("", null, ("NUKE_NAMES", "q r"), ("NUMBERS", "1 2  3"));
        build.Names.ShouldBe(["q r"]);
        build.Numbers.ShouldBe([1, 2, 3]);
    }

    [Theory]
    [InlineData("--word -5", "-5")]
    [InlineData("--word -", "-")]
    [InlineData("--word -.5e3", "-.5e3")]
    public void A_number_may_begin_with_a_dash(string arguments, string expected) => Read(arguments).Word.ShouldBe(expected);

    [Fact]
    public void Quotes_belong_to_the_shell()
    {
        using var run = new TestRun();
        run.Run<Many>(["Show", "--names", "a b", "\"c\"", "", "--word", " x "]).ShouldBe(0, run.Output);
        var build = (Many)run.Build;
        build.Names.ShouldBe(["a b", "\"c\"", ""]);
        build.Word.ShouldBe(" x ");
    }

    [Fact]
    public void Other_types_are_converted_too()
    {
        var build = Read(
            "--sizes small LARGE --mode read,write --id 8c7a9a3e-6f0b-4a39-9a5c-1f2f3a4b5c6d --day 2026-01-31 --wait 00:05:00 --price 12.50 --folders a /b "
                + "--shared s --automatic p");
        build.Sizes.ShouldBe([Size.Small, Size.Large]);
        build.Mode.ShouldBe(Mode.Read | Mode.Write);
        build.Id.ShouldBe(new Guid("8c7a9a3e-6f0b-4a39-9a5c-1f2f3a4b5c6d"));
        build.Day.ShouldBe(new DateOnly(2026, 1, 31));
        build.Wait.ShouldBe(TimeSpan.FromMinutes(5));
        build.Price.ShouldBe(12.50m);
        build.Folders!.Select(x => x.Name).ShouldBe(["a", "b"]);
        Many.Shared.ShouldBe("s");
        build.Automatic.ShouldBe("p");
    }

    [Fact]
    public void Objects_in_files_have_fields_enums_paths_lists_and_dictionaries()
    {
        var build = Read("", """
            {
              "Places": [
                // the only one
                { "region": "eu", "mode": "write", "SIZE": "Large", "folder": "out", "ports": [1, "2"], "tags": { "a": "b" }, },
              ],
            }
            """);
        var place = build.Places.ShouldHaveSingleItem();
        place.Region.ShouldBe("eu");
        place.Mode.ShouldBe(Mode.Write);
        place.Size.ShouldBe(Size.Large);
        place.Folder!.ToString().ShouldBe(Path.Combine(build.Root(), "out"));
        place.Ports.ShouldBe([1, 2]);
        place.Tags!["a"].ShouldBe("b");
    }

    [Fact]
    public void Private_members_of_base_classes_and_overridden_properties_get_their_values()
    {
        var build = Read("--hidden x --overridden y");
        build.Hidden.ShouldBe("x");
        build.Overridden.ShouldBe("y");
    }

    [Fact]
    public void A_part_of_a_partition_is_a_parameter() => Read("--shard 2").Shard!.Part.ShouldBe(2);

    [Fact]
    public void The_engine_s_own_parameters_may_stand_in_the_file()
    {
        using var run = new TestRun();
        run.Write(".nuke/parameters.json", """{ "Target": ["Show"], "Skip": ["other"], "Verbosity": "Quiet", "NoLogo": true }""");
        run.Run<Many>([]).ShouldBe(0, run.Output);
        run.Names(ExecutionStatus.Succeeded).ShouldBe(["Show"]);
        run.Session.Options.Skip.ShouldBe(["other"]);
        run.Session.Options.Verbosity.ShouldBe(Verbosity.Quiet);
        run.Session.Options.NoLogo.ShouldBeTrue();

        run.Run<Many>(["Other", "--skip", "--verbosity", "Normal"]).ShouldBe(0, run.Output);
        run.Names(ExecutionStatus.Succeeded).ShouldBe(["Other"]);

        run.Write(".nuke/parameters.json", """{ "Verbosity": "Loud" }""");
        run.Run<Many>(["Show"]).ShouldBe(-1);
        run.Output.ShouldContain("'Verbosity' in .nuke/parameters.json:1:16 was given 'Loud'.");
    }

    [Fact]
    public void A_name_ending_in_Prefix_is_the_prefix_without_it() => new ParameterPrefixAttribute("MailPrefix").Prefix.ShouldBe("Mail");
}

internal static class TestBuildExtensions
{
    public static string Root(this INukeBuild build) => build.RootDirectory;
}
