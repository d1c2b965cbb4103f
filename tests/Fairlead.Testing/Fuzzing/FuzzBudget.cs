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

    /// <summary>What a fault printed: the first input is the one that it was found with. <c>random</c> tries other inputs at each run; without it they are
    /// the same ones, so that nobody's run fails by chance.</summary>
    public const string SeedVariable = "FAIRLEAD_FUZZ_SEED";

    private const string AnySeed = "random";

    private const int FewInputs = 150;

    // Of inputs that are the same each time a faster machine must not try more than a slower one: whoever changed nothing here would find a fault there.
    private const int MostSameInputs = 300;

    // What takes time with the square of the length does not end within the limit at this one either, and a run of all targets takes a quarter of the time.
    private const int Long = FuzzInputs.Longest / 4;

    /// <summary>Bytes of the inputs that are made long (<see cref="GrownInputs"/>): as long as any may be when the targets have time.</summary>
    public int Longest { get; init; } = Long;

    /// <summary>What the variables say.</summary>
    public static FuzzBudget FromEnvironment(string target)
    {
        var seconds = double.TryParse(Environment.GetEnvironmentVariable(SecondsVariable), CultureInfo.InvariantCulture, out var given) ? given : 0;
        var seed = Environment.GetEnvironmentVariable(SeedVariable);
        var random = seed switch
        {
            AnySeed => new PCG(1),
            { Length: > 0 } => PCG.Parse(seed),
            _ => new PCG(1, target.Aggregate(0UL, (sum, x) => sum * 31 + x)),
        };
        var most = seed == AnySeed ? int.MaxValue : MostSameInputs;
        return seconds > 0
            ? new FuzzBudget(most, TimeSpan.FromSeconds(seconds), random) { Longest = seconds >= 1 ? FuzzInputs.Longest : Long }
            : new FuzzBudget(FewInputs, TimeSpan.MaxValue, random);
    }
}
