using System.Globalization;
using CsCheck;

namespace Fairlead.Testing.Fuzzing;

/// <summary>How much a run tries, and where its random numbers start.</summary>
/// <param name="Inputs">How many inputs at most.</param>
/// <param name="Time">How long at most.</param>
/// <param name="Random">The random numbers.</param>
public sealed record FuzzBudget(int Inputs, TimeSpan Time, PCG Random)
{
    /// <summary>Seconds for each target; when it is not set, a few inputs, which are the same every time: nobody's build fails by chance.</summary>
    public const string SecondsVariable = "FAIRLEAD_FUZZ_SECONDS";

    /// <summary>What a fault printed: the first input is the one that it was found with.</summary>
    public const string SeedVariable = "FAIRLEAD_FUZZ_SEED";

    private const int FewInputs = 150;

    /// <summary>What the variables say.</summary>
    public static FuzzBudget FromEnvironment(string target)
    {
        var seconds = double.TryParse(Environment.GetEnvironmentVariable(SecondsVariable), CultureInfo.InvariantCulture, out var given) ? given : 0;
        var random = Environment.GetEnvironmentVariable(SeedVariable) is { Length: > 0 } seed ? PCG.Parse(seed)
            : seconds > 0 ? new PCG(1)
            : new PCG(1, target.Aggregate(0UL, (sum, x) => sum * 31 + x));
        return seconds > 0
            ? new FuzzBudget(int.MaxValue, TimeSpan.FromSeconds(seconds), random)
            : new FuzzBudget(FewInputs, TimeSpan.MaxValue, random);
    }
}
