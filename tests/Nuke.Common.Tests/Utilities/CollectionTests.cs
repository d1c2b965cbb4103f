using System.Collections;
using Nuke.Common.Utilities;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Common.Tests.Utilities;

public sealed class CollectionTests
{
    [Fact]
    public void Dependencies_come_first()
    {
        var needs = new Dictionary<string, string[]> { ["a"] = ["c", "b"], ["b"] = ["c"], ["c"] = [], ["d"] = [] };
        needs.Keys.TSort(x => needs[x]).ShouldBe(["c", "b", "a", "d"]);
        needs["c"] = ["a"];
        needs.Keys.TSort(x => needs[x]).Count().ShouldBe(4);
        Should.Throw<InvalidOperationException>(() => needs.Keys.TSort(x => needs[x], throwOnCycle: true)).Message.ShouldContain("depends on itself");
    }

    [Fact]
    public void Descendants_are_walked_down_and_along()
    {
        5.DescendantsAndSelf(x => x - 1).ShouldBe([5, 4, 3, 2, 1]);
        1.Descendants(x => x * 2, x => x < 8).ShouldBe([2, 4, 8]);
        1.DescendantsAndSelf(x => new[] { x * 2, (x * 2) + 1 }, x => x < 6).ShouldBe([1, 2, 4, 5, 3]);
    }

    [Fact]
    public void A_second_key_is_explained()
    {
        Should.Throw<ArgumentException>(() => new[] { "a", "b", "A" }.ToDictionarySafe(x => x.ToLowerInvariant(), x => x, "Twice:"))
            .Message.ReplaceLineEndings("\n").ShouldBe("Twice:\n - a");
        Should.Throw<InvalidDataException>(() => new[] { 1, 1 }.ToDictionary(x => x, x => x, exceptionFactory: (_, key) => new InvalidDataException($"{key}")))
            .Message.ShouldBe("1");
        Should.Throw<InvalidOperationException>(() => new[] { 1, 2 }.SingleOrError("One!")).Message.ShouldBe("One!");
        Array.Empty<int>().SingleOrDefaultOrError(x => x > 1, "None!").ShouldBe(0);
    }

    [Fact]
    public void Pairs_are_added_and_never_replaced()
    {
        var pairs = new Dictionary<string, string>().AddPair("a", 1).AddPair("b", "x").AddPairWhenValueNotNull("c", (string?)null);
        pairs.ShouldBe(new Dictionary<string, string> { ["a"] = "1", ["b"] = "x" });
        Should.Throw<ArgumentException>(() => pairs.AddPair("a", 2));
        pairs.SetKeyValue("a", "2")["a"].ShouldBe("2");
        new Dictionary<string, int>().AddDictionary(new Dictionary<string, int> { ["x"] = 1 })["x"].ShouldBe(1);
        new Hashtable { ["a"] = 1 }.ToGeneric<string, int>()["a"].ShouldBe(1);
    }

    [Fact]
    public void Items_are_taken_and_combined()
    {
        new[] { 1, 2, 3, 4 }.TakeUntil(x => x > 2).ShouldBe([1, 2]);
        new[] { 1, 2, 3, 4 }.SkipUntil(x => x > 2).ShouldBe([3, 4]);
        new[] { 1, 2, 3 }.SequenceStartsWith([1, 2]).ShouldBeTrue();
        new[] { 1 }.SequenceStartsWith([1, 2]).ShouldBeFalse();
        new[] { "a", "b" }.WhereNot(x => x == "a").ShouldBe(["b"]);
        "x".Concat(new[] { "y" }).ShouldBe(["x", "y"]);
        new[] { "aa", "ab", "b" }.Distinct(x => x[0]).ShouldBe(["aa", "b"]);
        ((List<int>)[1, 2, 3]).Randomize().Order().ShouldBe([1, 2, 3]);
        new { A = 1 }.ToPropertyDictionary(x => x.Name, x => (int)x!)["A"].ShouldBe(1);
        new[] { "aa", "ab" }.ToLookupTable(x => x[0], x => x[1])['a'].ShouldBe(['a', 'b']);
        new[] { Task.FromResult(1), Task.FromResult(2) }.WaitAll().ShouldBe([1, 2]);
    }
}
