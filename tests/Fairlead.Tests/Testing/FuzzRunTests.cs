using CsCheck;
using Fairlead.Testing.Fuzzing;

namespace Fairlead.Tests.Testing;

public sealed class FuzzRunTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    [Fact]
    public void What_a_parser_throws_beside_its_refusals_is_told_with_the_smallest_input_and_how_to_see_it_again()
    {
        var target = FuzzTarget.Text("throws", x => throw (x.Contains('!') ? new KeyNotFoundException("no key") : new FormatException("no number")), "12", "!")
            .RefusesWith<FormatException>() with
        { RefusesAll = true, Seeds = ["12 and more"u8.ToArray()] };

        var message = Fault(target).Message;

        message.ShouldContain("throws: It threw System.Collections.Generic.KeyNotFoundException");
        message.ShouldContain("has 1 of ");
        message.ShouldContain("\"!\"");
        var seed = message.Split("FAIRLEAD_FUZZ_SEED=")[1].Split('\n')[0].Trim();
        Should.Throw<FuzzException>(() => FuzzRun.Of(target, new FuzzBudget(1, TimeSpan.MaxValue, PCG.Parse(seed)), Limit)).Message.ShouldContain("\"!\"");
    }

    [Theory]
    [InlineData("", "It refused without a word")]
    [InlineData("The value could not be converted to Fairlead.Releases.Ledger.", "Its refusal names 'Fairlead.Releases.Ledger'")]
    [InlineData("   at Fairlead.Run()", "Its refusal names")]
    public void A_refusal_is_in_words_for_people(string refusal, string fault)
        => Fault(FuzzTarget.Text("wordless", _ => throw new FormatException(refusal), "a").RefusesWith<FormatException>() with { RefusesAll = true })
            .Message.ShouldContain(fault);

    [Fact]
    public void A_refusal_may_say_what_the_input_says()
        => FuzzRun.Of(
            FuzzTarget.Text("echo", x => throw new FormatException($"'{x}' is nothing."), "System.Text.Json").RefusesWith<FormatException>() with
            {
                RefusesAll = true,
            },
            Few(),
            Limit).Read.ShouldBe(0);

    [Fact]
    public void Memory_beyond_what_the_input_is_worth_is_a_fault()
        => Fault(FuzzTarget.Bytes("memory", _ => GC.KeepAlive(new byte[4 << 20]), [1])).Message.ShouldContain("It allocated 4,194,");

    [Fact]
    public void What_does_not_end_is_given_up_and_its_input_is_in_a_file()
    {
        using var never = new ManualResetEventSlim();
        var target = FuzzTarget.Text("endless", _ => never.Wait(), "a");

        var message = Should.Throw<FuzzException>(() => FuzzRun.Of(target, Few(), TimeSpan.FromMilliseconds(50))).Message;

        message.ShouldContain("endless does not come to an end: it is at one input of 1 bytes");
        var file = Path.Combine(AppContext.BaseDirectory, "fuzz", "endless.input");
        message.ShouldContain(file);
        File.ReadAllBytes(file)[..5].ShouldBe([1, 0, 0, 0, (byte)'a']);
        never.Set();
        File.Delete(file);
    }

    [Fact]
    public void An_input_within_which_an_earlier_run_ended_is_tried_first()
    {
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "fuzz")).FullName, "left.input");
        File.WriteAllBytes(file, [4, 0, 0, 0, .. "left"u8]);
        var read = new List<string>();

        FuzzRun.Of(FuzzTarget.Text("left", read.Add, "seed"), Few(), Limit);

        read[..2].ShouldBe(["seed", "left"]);
        File.Exists(file).ShouldBeFalse();
    }

    /// <summary>What is done again for each part of an input is seen in one that is long, and in a list of many things that are not the same.</summary>
    [Fact]
    public void Each_seed_is_tried_when_it_has_become_long()
    {
        var longest = new List<string>();

        FuzzRun.Of(FuzzTarget.Text("grown", x => longest.AddRange(x.Length > 250_000 ? [x] : []), "{\"names\":[\"ab\"],\"c\":1}"), Few(0), Limit);

        longest.ShouldContain(x => x.StartsWith("***", StringComparison.Ordinal) && x.EndsWith("\"c\":1}", StringComparison.Ordinal));
        longest.ShouldContain(x => x.Contains("\n\n\n", StringComparison.Ordinal));
        longest.ShouldContain(x => x.StartsWith("{\"names\":[\"ab0\",\"ab1\",", StringComparison.Ordinal)
            && x.Contains("\"ab20000\",", StringComparison.Ordinal));
        longest.ShouldContain(x => x.StartsWith("{\"names0\":[\"ab\"],\"names1\":[\"ab\"],", StringComparison.Ordinal));
        longest.ShouldAllBe(x => x.Length <= 1 << 18);
    }

    [Fact]
    public void Of_XML_an_element_and_of_lines_a_line_is_there_again_and_again()
    {
        var longest = new List<string>();

        FuzzRun.Of(FuzzTarget.Text("grown", x => longest.AddRange(x.Length > 250_000 ? [x] : []), "<a><b>c</b></a>", "one: 1\ntwo\n"), Few(0), Limit);

        longest.ShouldContain(x => x.StartsWith("<a><b>c0</b><b>c1</b>", StringComparison.Ordinal));
        longest.ShouldContain(x => x.StartsWith("one0: 1\none1: 1\n", StringComparison.Ordinal));
    }

    [Fact]
    public void A_seed_that_is_refused_is_no_seed()
        => Fault(FuzzTarget.Text("unread", x => throw new FormatException("no"), "a").RefusesWith<FormatException>())
            .Message.ShouldContain("refuses one of its own seeds");

    [Fact]
    public void Inputs_are_nested_cut_and_mixed_and_the_same_every_time()
    {
        var first = Inputs();

        Inputs().ShouldBe(first);
        first.Any(x => x.Length > 50_000).ShouldBeTrue();
        first.Any(x => x.Contains("null", StringComparison.Ordinal)).ShouldBeTrue();
        first.Any(x => x.Any(char.IsSurrogate)).ShouldBeTrue();
        first.Distinct().Count().ShouldBeGreaterThan(400);

        static List<string> Inputs()
        {
            var inputs = new List<string>();
            FuzzRun.Of(FuzzTarget.Text("inputs", inputs.Add, "{\"a\":1,\"b\":[2]}"), Few(600), Limit);
            return inputs;
        }
    }

    private static FuzzBudget Few(int inputs = 20) => new(inputs, TimeSpan.MaxValue, new PCG(1, 2));

    private static FuzzException Fault(FuzzTarget target) => Should.Throw<FuzzException>(() => FuzzRun.Of(target, Few(500), Limit));
}
