using Nuke.Common.IO;

namespace Nuke.Common.Tests.Parameters;

public sealed class BadParameterTests
{
    private enum Color
    {
        Red,
        Green,
    }

    private sealed record Place(string Region, int Port, Color Color = Color.Red, Place? Next = null, AbsolutePath? Folder = null);

    private sealed class Opaque
    {
        public string? Text { get; set; }
    }

    private sealed class Strict : NukeBuild
    {
        [Parameter] public readonly int Retries;
        [Parameter] public readonly byte Small;
        [Parameter] public readonly string[]? Names;
        [Parameter] public readonly Place? Place;
        [Parameter] public readonly Place[]? Places;
        [Parameter] public readonly Opaque? Opaque;
        [Parameter] public readonly DateTime Day;
        [Parameter] public readonly TimeSpan Wait;
        [Parameter] public readonly bool Force;
        [Parameter][Secret] public readonly int Pin;
        [Parameter(ValueProviderMember = nameof(Zones), Separator = "+")] public readonly string[]? Zone;
        static IEnumerable<string> Zones => ["eu", "us"];

        Target Show => _ => _.Executes(() => { });
    }

    private sealed class Frozen : NukeBuild
    {
        [Parameter] static readonly string? Name;

        Target Show => _ => _.Executes(() => { });
    }

    private interface IFirst : INukeBuild
    {
        [Parameter] string Region => TryGetValue(() => Region);
    }

    private interface ISecond : INukeBuild
    {
        [Parameter] string Region => TryGetValue(() => Region);
    }

    [ParameterPrefix("Mail")]
    private interface IMail : INukeBuild
    {
        [Parameter] string Server => TryGetValue(() => Server);
    }

    [ParameterPrefix("MailPrefix")]
    private interface IOtherMail : INukeBuild
    {
        [Parameter] string Server => TryGetValue(() => Server);
    }

    private interface IDerived : IFirst
    {
        [Parameter] new string Region => TryGetValue(() => Region);
    }

    private sealed class Twice : NukeBuild, IFirst, ISecond, IMail, IOtherMail
    {
        [Parameter] readonly string? Word;
        [Parameter(Name = "word")] readonly string? Other;
        [Parameter("Mine")] new readonly bool Help;

        Target Show => _ => _.Executes(() => { });
    }

    private sealed class Once : NukeBuild, IDerived
    {
        [Parameter] public string Region { get; } = null!;

        Target Show => _ => _.Executes(() => { });
    }

    private static string Problem<T>(string arguments, string? json = null, Action<TestRun>? prepare = null)
        where T : NukeBuild, new()
    {
        using var run = new TestRun();
        if (json is not null)
        {
            run.Write(".nuke/parameters.json", json);
        }

        prepare?.Invoke(run);
        run.Run<T>($"Show {arguments}").ShouldBe(-1, run.Output);
        return run.Output;
    }

    [Theory]
    [InlineData("{ \"Retries\": 3, oops }", ".nuke/parameters.json:1:17 is not valid JSON (property 'Retries'): 'o' is an invalid start of a property name.")]
    [InlineData("{\n  \"Names\": [ \"ü\", x ]\n}", ".nuke/parameters.json:2:19 is not valid JSON (property 'Names')")]
    [InlineData("{ \"Retries\": 3 } }", ".nuke/parameters.json:1:18 is not valid JSON")]
    [InlineData("{ \"Retries\": 3", ".nuke/parameters.json:1:15 is not valid JSON (property 'Retries')")]
    [InlineData("", ".nuke/parameters.json:1:1 is not valid JSON")]
    [InlineData("[ 1 ]", ".nuke/parameters.json:1:1 is not a JSON object. Write parameters as { \"Name\": value }.")]
    [InlineData("{\n  \"Retries\": 3,\n  \"retries\": 4\n}", ".nuke/parameters.json has 'retries' twice: at 2:3 and at 3:3. Keep the one that is meant.")]
    [InlineData("{ \"Retries\": \"\\ud800\" }", ".nuke/parameters.json:1:14 ('Retries') holds half of a surrogate pair, which is no text.")]
    [InlineData("{\n  \"Names\": [ \"a\", \"\\udc00x\" ]\n}", ".nuke/parameters.json:2:12 ('Names') holds half of a surrogate pair, which is no text.")]
    [InlineData("{ \"Place\": { \"\\ud800\": 1 } }", ".nuke/parameters.json:1:12 ('Place') holds half of a surrogate pair, which is no text.")]
    [InlineData("{ \"Retries\": 1,\n \"\\ud800\": 1 }", ".nuke/parameters.json:2:2 is a name with half of a surrogate pair, which is no text.")]
    public void A_file_that_cannot_be_read_is_named_with_line_column_and_property(string json, string message)
        => Problem<Strict>("", json).ShouldContain(message);

    [Fact]
    public void A_file_that_nests_without_end_is_named_and_ends_no_process()
        => Problem<Strict>("", $"{{ \"Place\": {new string('[', 1_000_000)}").ShouldContain(".nuke/parameters.json:1:75 is not valid JSON (property 'Place')");

    [Fact]
    public void A_file_in_another_encoding_is_named()
        => Problem<Strict>("", prepare: x => File.WriteAllBytes(Path.Combine(x.Root, ".nuke", "parameters.json"), [0xFF, 0xFE, (byte)'{', 0, (byte)'}', 0]))
            .ShouldContain(".nuke/parameters.json is not UTF-8 text. Save it with that encoding.");

    [Fact]
    public void Comments_trailing_commas_and_a_byte_order_mark_are_no_mistakes()
    {
        using var run = new TestRun();
        run.Write(".nuke/parameters.json", "\uFEFF{\n  // three\n  \"Retries\": 3, /* and */\n}\n// end\n");
        run.Run<Strict>("Show").ShouldBe(0, run.Output);
        ((Strict)run.Build).Retries.ShouldBe(3);
    }

    [Theory]
    [InlineData("{\n  \"Retries\": \"some\"\n}", "'Retries' in .nuke/parameters.json:2:14 was given 'some'. Expected a whole number.")]
    [InlineData("{ \"Retries\": [1, 2] }", "'Retries' in .nuke/parameters.json:1:14 was given 2 values. Expected one: a whole number.")]
    [InlineData("{ \"Retries\": [] }", "'Retries' in .nuke/parameters.json:1:14 was given without a value.")]
    [InlineData("{ \"Force\": [] }", "'Force' in .nuke/parameters.json:1:12 was given without a value. Expected true or false.")]
    [InlineData("{ \"Retries\": { \"a\": 1 } }", "'Retries' in .nuke/parameters.json:1:14 was given {. Expected a whole number.")]
    [InlineData(
        "{ \"Place\": { \"Region\": \"ü\",\n  \"port\": \"many\" } }",
        "'Place.port' in .nuke/parameters.json:2:11 was given \"many\". Expected a whole number.")]
    [InlineData("{ \"Place\": { \"color\": \"blue\" } }", "'Place.color' in .nuke/parameters.json:1:23 was given \"blue\". Expected one of: Red, Green.")]
    [InlineData(
        "{ \"Place\": { \"next\": { \"next\": { \"Port\": true } } } }",
        "'Place.next.next.Port' in .nuke/parameters.json:1:42 was given true. Expected a whole number.")]
    [InlineData("{ \"Places\": [ {}, { \"Port\": null } ] }", "'Places[1].Port' in .nuke/parameters.json:1:29 was given null. Expected a whole number.")]
    [InlineData("{ \"Pin\": \"12a4\" }", "'Pin' in .nuke/parameters.json:1:10 was given a value that does not fit. Expected a whole number.")]
    public void A_value_of_the_wrong_type_in_a_file_is_named_with_its_place(string json, string message)
        => Problem<Strict>("", json).ShouldContain(message);

    [Theory]
    [InlineData("--small 300", "--small was given '300'. Expected a whole number from 0 to 255.")]
    [InlineData("--small -1", "--small was given '-1'. Expected a whole number from 0 to 255.")]
    [InlineData("--retries", "--retries was given without a value. Expected a whole number.")]
    [InlineData("--retries 1 2", "--retries was given 2 values. Expected one: a whole number.")]
    [InlineData("--day tomorrow", "--day was given 'tomorrow'. Expected a date such as 2026-01-31 or 2026-01-31T12:00:00Z.")]
    [InlineData("--wait soon", "--wait was given 'soon'. Expected a duration such as 00:05:00.")]
    [InlineData("--opaque x", "--opaque cannot be given as text: Opaque has no TypeConverter from text.")]
    [InlineData("--zone eu+ap", "--zone was given 'ap'. Expected one of: eu, us.")]
    [InlineData("--retries=3", "'--retries' was given its value with an equals sign. Write a space instead: --retries VALUE.")]
    [InlineData("--pin=1234", "'--pin' was given its value with an equals sign.")]
    [InlineData("--retires=1234", "Unknown parameter '--retires'. Did you mean '--retries'?")]
    public void A_value_of_the_command_line_that_does_not_fit_is_explained(string arguments, string message)
    {
        var output = Problem<Strict>(arguments);
        output.ShouldContain(message);
        output.ShouldNotContain("1234");
    }

    [Theory]
    [InlineData("The command line", "")]
    [InlineData("The command line", "  ")]
    [InlineData("The command line", "+")]
    [InlineData("The command line", "Show", "\t")]
    [InlineData("The command line", "Show+ ")]
    [InlineData("--target", "--target", "")]
    [InlineData("--skip", "Show", "--skip", " ")]
    public void An_empty_word_where_a_target_belongs_is_refused_and_nothing_is_run(string origin, params string[] arguments)
    {
        using var run = new TestRun();

        run.Run<Strict>(arguments).ShouldBe(-1, run.Output);

        run.Output.ShouldContain($"{origin} has an empty word where the name of a target belongs. Name a target, or leave the word out.");
    }

    [Fact]
    public void A_value_of_a_variable_that_does_not_fit_names_the_variable()
        => Problem<Strict>("", prepare: x => x.Variables["NUKE_RETRIES"] = "lots")
            .ShouldContain("environment variable NUKE_RETRIES was given 'lots'. Expected a whole number.");

    [Theory]
    [InlineData("--profile", "--profile was given without a name. Known profiles: one, two.")]
    [InlineData("--profile tow", "Unknown profile 'tow'. Did you mean 'two'? Known profiles: one, two.")]
    [InlineData("--profile ../x", "Unknown profile '../x'.")]
    [InlineData("--profile one three", "Unknown profile 'three'.")]
    public void Profiles_that_do_not_exist_are_an_error_that_lists_those_that_do(string arguments, string message)
        => Problem<Strict>(arguments, prepare: x =>
        {
            x.Write(".nuke/parameters.one.json", "{}");
            x.Write(".nuke/parameters.two.json", "{}");
            x.Write("x.json", "{}");
        }).ShouldContain(message);

    [Fact]
    public void A_property_of_a_file_that_looks_misspelt_is_a_warning_and_another_is_not()
    {
        using var run = new TestRun();
        run.Write(".nuke/parameters.json", "{ \"$schema\": \"x\",\n  \"Retires\": 3, \"verbosity\": \"Normal\", \"SomethingElse\": 1 }");
        run.Run<Strict>("Show").ShouldBe(0, run.Output);
        run.Output.ShouldContain("'Retires' in .nuke/parameters.json:2:3 is not a parameter of this build. Did you mean 'Retries'?");
        run.Output.ShouldNotContain("SomethingElse");
    }

    [Fact]
    public void Two_parameters_of_one_name_are_refused_with_both_declarations()
    {
        var output = Problem<Twice>("");
        output.ShouldContain("Two parameters are named 'Region': IFirst.Region and ISecond.Region. Rename one");
        output.ShouldContain("Two parameters are named 'MailServer': IMail.Server and IOtherMail.Server.");
        output.ShouldContain("Two parameters are named 'word': Twice.Word and Twice.Other.");
        output.ShouldContain("Two parameters are named 'Help': Twice.Help and the engine's own --help.");
    }

    [Fact]
    public void A_member_that_is_overridden_or_hidden_is_still_one_parameter()
    {
        using var run = new TestRun();
        run.Run<Once>("Show --region here").ShouldBe(0, run.Output);
        ((IFirst)run.Build).Region.ShouldBe("here");
        ((Once)run.Build).Region.ShouldBe("here");
    }

    [Fact]
    public void A_static_field_that_is_read_only_cannot_be_given_a_value()
        => Problem<Frozen>("--name x").ShouldContain("Frozen.Name is static and read-only, so that it cannot be given a value. Remove `readonly` or `static`");
}
