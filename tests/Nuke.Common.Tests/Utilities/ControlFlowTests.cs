using System.Linq.Expressions;
using Nuke.Common.Utilities;

namespace Nuke.Common.Tests.Utilities;

public sealed class ControlFlowTests
{
    private static string Shared { get; set; } = "before";

    private int Own { get; } = 1;

    [Fact]
    public void What_fails_is_tried_again_and_cleaned_up_every_time()
    {
        var (tries, cleanups, log) = (0, 0, new List<string>());
        ControlFlow.ExecuteWithRetry(() => Assert.True(++tries == 3, "not yet"), () => cleanups++, logAction: log.Add);
        tries.ShouldBe(3);
        cleanups.ShouldBe(3);
        log.ShouldBe(["Attempt #1 failed with: not yet", "Attempt #2 failed with: not yet"]);
    }

    [Fact]
    public void The_last_failure_is_the_outcome()
    {
        var log = new List<string>();
        var exception = Should.Throw<Exception>(() => ControlFlow.ExecuteWithRetry(
            () => Assert.Fail("no"), retryAttempts: 2, delay: TimeSpan.Zero, logAction: log.Add));
        exception.Message.ReplaceLineEndings("\n").ShouldBe("Execution failed permanently after 2 attempts.\nLast attempt failed with: no");
        log[1].ShouldStartWith("Waiting 00:00:00");
        Should.Throw<ArgumentException>(() => ControlFlow.ExecuteWithRetry(() => { }, retryAttempts: 0));
    }

    [Fact]
    public void Suppressed_errors_leave_the_default()
    {
        ControlFlow.SuppressErrors(() => int.Parse("x"), 7, logWarning: false).ShouldBe(7);
        ControlFlow.SuppressErrors(() => Fails<IEnumerable<int>>(), includeStackTrace: false).ShouldBeEmpty();
    }

    [Fact]
    public void Assertions_quote_what_does_not_hold_or_say_what_they_were_told()
    {
        var (text, items) = ("", new List<int>());
        Should.Throw<ArgumentException>(() => Assert.True(items.Count > 1)).Message.ShouldContain("items.Count > 1");
        Should.Throw<ArgumentException>(() => Assert.False(text == "", "text is empty")).Message.ShouldBe("text is empty");
        Should.Throw<ArgumentException>(() => text.NotNullOrEmpty()).Message.ShouldContain("text");
        Should.Throw<ArgumentException>(() => Assert.HasSingleItem(items)).Message.ShouldContain("1 elements, but found 0");
        Should.Throw<ArgumentException>(() => Assert.FileExists("/nowhere/at/all")).Message.ShouldContain("/nowhere/at/all");
        "x".NotNull().ShouldBe("x");
    }

    [Fact]
    public void A_bracket_ends_once_and_with_what_it_began_with()
    {
        var log = new List<string>();
        var bracket = DelegateDisposable.CreateBracket(() => "value", x => log.Add($"end {x}"))
            .CombineWith(() => log.Add("begin"), () => log.Add("before"));
        bracket.Dispose();
        bracket.Dispose();
        log.ShouldBe(["begin", "before", "end value"]);
    }

    [Fact]
    public void A_member_is_set_and_restored()
    {
        using (DelegateDisposable.SetAndRestore(() => Shared, "during"))
        using (DelegateDisposable.SetAndRestore(() => Own, 2))
        {
            Shared.ShouldBe("during");
            Own.ShouldBe(2);
        }

        Shared.ShouldBe("before");
        Own.ShouldBe(1);
    }

    [Fact]
    public void Types_and_members_are_described_as_they_are_written()
    {
        typeof(Dictionary<string, int?[]>).GetDisplayShortName().ShouldBe("Dictionary<string, int?[]>");
        typeof(ControlFlowTests).GetMethod(nameof(Fails), ReflectionUtility.Static)!.GetDisplayText().ShouldBe("Fails(int times = 1) : T");
        typeof(List<int>).GetScalarType().ShouldBe(typeof(int));
        ((Expression<Func<string>>)(() => Shared)).GetMemberInfo().Name.ShouldBe(nameof(Shared));
        ReflectionUtility.Convert("1;2", typeof(int[]), ';', booleanDefault: false).ShouldBe(new[] { 1, 2 });
        ReflectionUtility.Convert([], typeof(bool), booleanDefault: true).ShouldBe(true);
        Should.Throw<ArgumentException>(() => ReflectionUtility.Convert<int>("x")).Message.ShouldBe("'x' cannot be converted to int.");
        Should.Throw<FormatException>(() => ((Func<int>)(() => int.Parse("x"))).DynamicInvokeUnwrap<int>());
    }

    private static T Fails<T>(int times = 1) => throw new InvalidOperationException($"{times}");
}
