using System.Diagnostics;
using System.Globalization;
using System.Runtime.ExceptionServices;

namespace Fairlead.Testing.Fuzzing;

/// <summary>
/// Gives a target inputs until its budget is used up, or it does something else than to read or to refuse. It works in a thread with the smallest stack that
/// programs get, so that what nests too deep is found; the bounds are counted and not timed.
/// </summary>
public sealed class FuzzRun
{
    /// <summary>Allocations, in bytes, that any input is worth: buffers of readers, an exception with its trace.</summary>
    public const int BaseMemory = 2 << 20;

    // As on Windows, and a little more than on musl; glibc gives 8 MiB.
    private const int StackSize = 1 << 20;
    private const int MostAttemptsToShrink = 2000;
    private const int LongestLiteral = 4000;

    // For what hangs: no input takes more than some seconds on an idle machine. One core of a busy one is enough for thirty times as much.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(5);

    private readonly FuzzTarget _target;
    private readonly FuzzBudget _budget;
    private readonly KeptInput _kept;
    private long _started = Stopwatch.GetTimestamp();
    private int _length;
    private long _inputs;
    private long _read;
    private (TimeSpan Time, int Length) _slowest;

    private FuzzRun(FuzzTarget target, FuzzBudget budget, KeptInput kept) => (_target, _budget, _kept) = (target, budget, kept);

    /// <exception cref="FuzzException">The target has a fault; the message tells the input, as small as it was made, and how to see it again.</exception>
    public static FuzzReport Of(FuzzTarget target) => Of(target, FuzzBudget.FromEnvironment(target.Name), Limit);

    /// <summary>As the other, with a budget of its own.</summary>
    /// <param name="target">The parser.</param>
    /// <param name="budget">How much is tried.</param>
    /// <param name="limit">How long one input may take.</param>
    public static FuzzReport Of(FuzzTarget target, FuzzBudget budget, TimeSpan limit)
    {
        using var kept = KeptInput.Of(target.Name);
        var run = new FuzzRun(target, budget, kept);
        FuzzReport? report = null;
        ExceptionDispatchInfo? fault = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    report = run.Run();
                }
                catch (Exception exception)
                {
                    fault = ExceptionDispatchInfo.Capture(exception);
                }
            },
            StackSize)
        { IsBackground = true, Name = $"fuzz {target.Name}" };
        thread.Start();
        while (!thread.Join(limit < Glance ? limit : Glance))
        {
            if (Stopwatch.GetElapsedTime(Interlocked.Read(ref run._started)) > limit)
            {
                throw new FuzzException(
                    $"{target.Name} does not come to an end: it is at one input of {Volatile.Read(ref run._length):N0} bytes for {limit}. "
                        + $"Look for what is done again for each part of it. The input is in {kept.Path}.");
            }
        }

        kept.Delete();
        fault?.Throw();
        return report!;
    }

    private FuzzReport Run()
    {
        var (all, clock) = (Stopwatch.StartNew(), new Stopwatch());
        foreach (var seed in _target.Seeds)
        {
            Require(seed, Try(seed), "It is a seed.");
        }

        if (_read < _target.Seeds.Count && !_target.RefusesAll)
        {
            throw new FuzzException($"{_target.Name} refuses one of its own seeds, of which each is to be read: {Refused}");
        }

        if (_kept.Left is { } left)
        {
            Require(left, Try(left), "An earlier run ended within it.");
        }

        foreach (var grown in _target.Seeds.SelectMany(x => GrownInputs.Of(x, _budget.Longest)))
        {
            Require(grown, Try(grown), "It is a seed with one thing in it again and again.");
        }

        clock.Restart();
        var generator = FuzzInputs.Of(_target.Seeds);
        for (var i = 0; i < _budget.Inputs && clock.Elapsed < _budget.Time; i++)
        {
            var random = _budget.Random.ToString();
            var input = generator.Generate(_budget.Random, null, out _);
            Require(input, Try(input), $"To see it again: {FuzzBudget.SeedVariable}={random}");
        }

        return new FuzzReport(_target.Name, _inputs, _read, all.Elapsed, _slowest.Time, _slowest.Length);
    }

    private string Refused { get; set; } = "";

    private void Require(byte[] input, FuzzFault? fault, string again)
    {
        if (fault is null)
        {
            return;
        }

        var (small, smallest) = Shrink(input, fault);
        throw new FuzzException(
            $"""
            {_target.Name}: {smallest.Sentence}
            The input, made smaller, has {small.Length} of {input.Length} bytes: {Literal(small)}
            {again}
            {smallest.Exception?.StackTrace}
            """,
            smallest.Exception);
    }

    /// <summary>Reads an input; null when that, or a refusal, is all that happened.</summary>
    private FuzzFault? Try(byte[] input)
    {
        var fault = Measure(input, out var allocated);
        var allowed = BaseMemory + (long)_target.MemoryPerByte * input.Length;

        // What is only allocated once, such as the tables of a serializer, is not the input's.
        return fault ?? (allocated > allowed && Measure(input, out allocated) is null && allocated > allowed ? FuzzFault.Memory(allocated, allowed) : null);
    }

    private FuzzFault? Measure(byte[] input, out long allocated)
    {
        _kept.Write(input);
        Volatile.Write(ref _length, input.Length);
        Interlocked.Exchange(ref _started, Stopwatch.GetTimestamp());
        _inputs++;
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            _target.Parse(input);
            _read++;
            return null;
        }
        catch (Exception exception) when (_target.Refusals.Any(x => x.IsInstanceOfType(exception)))
        {
            Refused = exception.Message;
            return FuzzFault.OfRefusal(exception, WideText.Decode(input));
        }
        catch (Exception exception)
        {
            return FuzzFault.Thrown(exception);
        }
        finally
        {
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            var time = Stopwatch.GetElapsedTime(_started);
            _slowest = time > _slowest.Time ? (time, input.Length) : _slowest;
        }
    }

    /// <summary>Leaves out what the fault does not need: halves, quarters, down to single bytes.</summary>
    private (byte[] Input, FuzzFault Fault) Shrink(byte[] input, FuzzFault fault)
    {
        var attempts = 0;
        for (var length = Math.Max(input.Length / 2, 1); length > 0; length /= 2)
        {
            for (var at = 0; at < input.Length && attempts < MostAttemptsToShrink;)
            {
                byte[] candidate = [.. input.AsSpan(0, at), .. input.AsSpan(Math.Min(at + length, input.Length))];
                attempts++;
                if (Try(candidate) is { } same && same.Kind == fault.Kind)
                {
                    (input, fault) = (candidate, same);
                }
                else
                {
                    at += length;
                }
            }
        }

        return (input, fault);
    }

    /// <summary>As C# has it: a text where it is one, else bytes; in a file when it is long.</summary>
    private string Literal(byte[] input)
    {
        var text = WideText.Decode(input);
        var literal = text.Contains('\uFFFD', StringComparison.Ordinal)
            ? $"Convert.FromBase64String(\"{Convert.ToBase64String(input)}\")"
            : $"\"{string.Concat(text.Select(Escaped))}\"";
        if (literal.Length <= LongestLiteral)
        {
            return literal;
        }

        var file = Path.ChangeExtension(_kept.Path, ".fault");
        File.WriteAllBytes(file, input);
        return $"{literal.AsSpan(0, 200)}…, whole in {file}";
    }

    private static string Escaped(char c) => c switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        < ' ' or > '~' => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
        _ => c.ToString(),
    };
}
