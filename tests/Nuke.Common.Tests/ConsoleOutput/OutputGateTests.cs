using Nuke.Common.ConsoleOutput;

namespace Nuke.Common.Tests.ConsoleOutput;

public sealed class OutputGateTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly List<string> _taken = [];
    private readonly OutputGate _gate;

    public OutputGateTests() => _gate = new OutputGate((target, text) => _taken.Add($"{target}: {text}"));

    [Fact]
    public void Who_posts_does_not_wait_for_the_one_inside_who_takes_it_along()
    {
        using (_gate.Enter())
        {
            InAnotherThread(() => _gate.Post("Compile", "text"));
            _taken.ShouldBeEmpty();
        }

        _taken.ShouldBe(["Compile: text"]);
    }

    [Fact]
    public void What_was_posted_before_is_taken_before_the_next_one_goes_on()
    {
        using (_gate.Enter())
        {
            InAnotherThread(() => _gate.Post("Compile", "text"));
            using (_gate.Enter())
            {
                _taken.ShouldBeEmpty("The thread is inside already, in the middle of something.");
            }
        }

        _gate.Post(null, "more");
        using (_gate.Enter())
        {
            _taken.ShouldBe(["Compile: text", ": more"]);
        }
    }

    [Fact]
    public void What_the_one_inside_posts_is_taken_at_once()
    {
        using (_gate.Enter())
        {
            _gate.Post("Compile", "text");
            _taken.ShouldBe(["Compile: text"]);
        }
    }

    [Fact]
    public void Nothing_is_lost_and_each_keeps_its_order_whoever_is_inside()
    {
        const int Texts = 5_000;
        var threads = Enumerable.Range(0, 8).Select(x => new Thread(() =>
        {
            for (var i = 0; i < Texts; i++)
            {
                _gate.Post($"{x}", $"{i}");
                if (i % 10 == 0)
                {
                    _gate.Enter().Dispose();
                }
            }
        })).ToList();
        threads.ForEach(x => x.Start());
        threads.ForEach(x => x.Join(Limit).ShouldBeTrue());
        for (var target = 0; target < threads.Count; target++)
        {
            _taken.Where(x => x.StartsWith($"{target}:", StringComparison.Ordinal)).ShouldBe(Enumerable.Range(0, Texts).Select(x => $"{target}: {x}"));
        }
    }

    [Fact]
    public void Somebody_who_posts_without_end_waits_until_it_is_taken()
    {
        const int Texts = 50_000;
        var posted = 0;
        Thread writer;
        using (_gate.Enter())
        {
            writer = new Thread(() =>
            {
                for (; posted < Texts; Interlocked.Increment(ref posted))
                {
                    _gate.Post("Compile", "text");
                }
            });
            writer.Start();
            SpinWait.SpinUntil(() => writer.ThreadState.HasFlag(ThreadState.WaitSleepJoin) || posted == Texts, Limit).ShouldBeTrue();
            posted.ShouldBeLessThan(Texts);
        }

        writer.Join(Limit).ShouldBeTrue();
        _taken.Count.ShouldBe(Texts);
    }

    [Fact]
    public void Who_waits_because_of_having_posted_much_does_not_stop_the_one_inside_who_needs_the_same_console()
    {
        var console = new object();
        using var holdsConsole = new ManualResetEventSlim();
        var writer = new Thread(() =>
        {
            lock (console)
            {
                holdsConsole.Set();
                for (var i = 0; i < 10_001; i++)
                {
                    _gate.Post("Compile", "text");
                }
            }
        })
        { IsBackground = true };
        using (_gate.Enter())
        {
            writer.Start();
            holdsConsole.Wait(Limit).ShouldBeTrue();
            Monitor.TryEnter(console, TimeSpan.FromSeconds(20)).ShouldBeTrue("The writer waits for the gate and holds the console.");
            Monitor.Exit(console);
        }

        writer.Join(Limit).ShouldBeTrue();
        _taken.Count.ShouldBe(10_001);
    }

    private static void InAnotherThread(Action action)
    {
        var thread = new Thread(() => action());
        thread.Start();
        thread.Join(Limit).ShouldBeTrue("It waits.");
    }
}
