using System.Text.Json;

namespace Fairlead.IntegrationTests.Stacks;

/// <summary>
/// Which stacks' cycles are due, and which modules' own plans: those whose content is another than the one with which they last passed. They are most of
/// the time of all integration tests, and what they show cannot have changed without their content. A file in the source tree remembers the digests; only
/// a cycle or a plan that has passed writes it, and whoever changes a stack or a module commits it.
/// </summary>
internal sealed class StackRecord
{
    /// <summary>The variable with which every cycle is due: <c>./build.sh IntegrationTest --all-stacks</c>, which the nightly workflow runs.</summary>
    public const string AllStacksVariable = "FAIRLEAD_ALL_STACKS";

    /// <summary>The file, by its path in the repository.</summary>
    public const string Path = "tests/Fairlead.IntegrationTests/Stacks/passed.json";

    private static readonly Lazy<StackRecord> Here = new(() => new StackRecord(
        Repository.Root,
        string.Equals(Environment.GetEnvironmentVariable(AllStacksVariable), "true", StringComparison.OrdinalIgnoreCase)));
    private static readonly Lock Writing = new();

    private readonly string _root;
    private readonly bool _isAll;
    private readonly IReadOnlyDictionary<string, string> _passed;
    private readonly Dictionary<string, string> _digests = [];

    /// <param name="root">The repository. What it contains now is what the cycles run with, and what is recorded when they pass.</param>
    /// <param name="isAll">Whether every cycle is due.</param>
    public StackRecord(string root, bool isAll = false)
    {
        _root = root;
        _isAll = isAll;
        _passed = Read(File);
    }

    /// <summary>The record of the repository that the tests were compiled in.</summary>
    public static StackRecord OfThisRepository => Here.Value;

    /// <summary>Stacks that the file names, their plans (<c>plans/cpm</c>), and modules by their path below <c>infra</c>.</summary>
    public IEnumerable<string> Names => _passed.Keys;

    private string File => System.IO.Path.Combine(_root, Path);

    /// <summary>Whether the stack's cycle has to run, or the module's plans.</summary>
    /// <param name="stack">Name of the stack, <c>plans/STACK</c> or <c>modules/NAME</c>.</param>
    public bool IsDue(string stack) => _isAll || _passed.GetValueOrDefault(stack) != Digest(stack);

    /// <summary>One sentence on whether the stack's cycle runs, and why.</summary>
    public string Describe(string stack)
    {
        var digest = Digest(stack)[..12];
        return !IsDue(stack) ? $"The cycle of {stack} is left out: it has passed with content {digest}, and nothing that it depends on has changed since. "
            + $"It is planned with mocks."
            : _passed.GetValueOrDefault(stack) == Digest(stack) ? $"The cycle of {stack} runs although it has passed with content {digest}: all were asked for."
            : _passed.TryGetValue(
                stack,
                out var before) ? $"The cycle of {stack} runs: its content is {digest}, and it last passed with {before[..Math.Min(12, before.Length)]}."
            : $"The cycle of {stack} runs: {Path} does not say that it has passed.";
    }

    /// <summary>Records that the cycle, or the plans, passed with the content that was there when this record was first asked about it.</summary>
    public void Pass(string stack)
    {
        lock (Writing)
        {
            // Read again: the cycles of the other stacks write to it too.
            var passed = new SortedDictionary<string, string>(Read(File).ToDictionary(), StringComparer.Ordinal) { [stack] = Digest(stack) };
            var lines = passed.Select(x => $"  {JsonSerializer.Serialize(x.Key)}: {JsonSerializer.Serialize(x.Value)}");
            var text = $"{{\n{string.Join(",\n", lines)}\n}}\n";
            if (!System.IO.File.Exists(File) || System.IO.File.ReadAllText(File).ReplaceLineEndings("\n") != text)
            {
                System.IO.File.WriteAllText($"{File}.new", text);
                System.IO.File.Move($"{File}.new", File, overwrite: true);
            }
        }
    }

    private string Digest(string stack)
    {
        lock (_digests)
        {
            return _digests.TryGetValue(stack, out var digest) ? digest : _digests[stack] = stack.Split('/') switch
            {
                ["modules", _] => StackDigest.OfModule(_root, stack),
                ["plans", var name] => StackDigest.OfPlan(_root, name),
                _ => StackDigest.Of(_root, stack),
            };
        }
    }

    private static IReadOnlyDictionary<string, string> Read(string file)
    {
        try
        {
            return System.IO.File.Exists(file) ? JsonSerializer.Deserialize<Dictionary<string, string>>(System.IO.File.ReadAllText(file)) ?? [] : [];
        }
        catch (JsonException exception)
        {
            throw new InvalidOperationException($"{file} is not valid JSON: {exception.Message} After a merge with conflicts, delete the lines in "
                + $"question: the cycles of these stacks run, and write them again.", exception);
        }
    }
}
