using Fairlead.Releases;
using Nuke.Common.Execution;

namespace Fairlead.Components.Reporting;

/// <summary>What became of a release that a target which is none of its steps failed in the middle of, in the summary of that target.</summary>
internal static class WayBack
{
    /// <summary>The key of the sentence in the summary.</summary>
    public const string Key = "Way back";

    /// <summary>What is known when it was cancelled: how far it came, and what serves, was not seen.</summary>
    public const string Cancelled = "Going back was cancelled before it was over. ./build.sh Status tells what serves now; the next deploy puts it right.";

    /// <summary>What was seen beyond the failure itself; null when nothing.</summary>
    public static string? Sentence(Outcome failure, Outcome ended)
    {
        var said = ended.Reason.StartsWith(failure.Reason, StringComparison.Ordinal) ? ended.Reason[failure.Reason.Length..] : ended.Reason;
        return said.Trim() is { Length: > 0 } sentence ? sentence : null;
    }

    public static void Tell(ExecutableTarget target, Outcome ended, string sentence)
    {
        target.SummaryInformation["Outcome"] = ended.Word;
        target.SummaryInformation[Key] = sentence;
    }

    /// <summary>The sentence; null for a target that did not fail in the middle of a release.</summary>
    public static string? Of(ExecutableTarget target) => target.SummaryInformation.GetValueOrDefault(Key);
}
