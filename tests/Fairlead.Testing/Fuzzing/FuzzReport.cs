namespace Fairlead.Testing.Fuzzing;

/// <summary>What a run tried without a fault.</summary>
/// <param name="Target">The target's name.</param>
/// <param name="Inputs">How many inputs, seeds included.</param>
/// <param name="Read">How many of them were read; the others were refused.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="Slowest">How long the input took that took longest: for who looks; nothing is judged by it.</param>
/// <param name="SlowestLength">The length of that input, in bytes.</param>
public sealed record FuzzReport(string Target, long Inputs, long Read, TimeSpan Elapsed, TimeSpan Slowest, int SlowestLength);
