using CsCheck;

namespace Fairlead.Testing.Fuzzing;

/// <summary>Inputs made of seeds by some mutations, and now and then one of random bytes.</summary>
internal static class FuzzInputs
{
    /// <summary>Bytes; what grows beyond is cut.</summary>
    public const int Longest = 1 << 20;

    private const int MostMutations = 5;

    // Each as often in the list as it weighs.
    private static readonly IReadOnlyList<Mutation> Mutations = [.. Mutation.All.SelectMany(x => Enumerable.Repeat(x, x.Weight))];

    public static Gen<byte[]> Of(IReadOnlyList<byte[]> seeds)
    {
        var choice = Gen.Int[0, MutationChoices.Most];
        var seed = Gen.Int[0, seeds.Count - 1].Select(x => seeds[x]);
        var mutation = Gen.Select(
            Gen.Int[0, Mutations.Count - 1],
            choice,
            choice,
            choice,
            seed,
            (kind, where, amount, what, spliced) => (Mutations[kind], new MutationChoices(where, amount, what, spliced)));
        var mutated = Gen.Select(seed, mutation.Array[1, MostMutations], (input, changes) => changes.Aggregate(input, Apply));
        return Gen.Frequency((40, mutated), (1, Gen.Byte.Array[0, 64]));
    }

    private static byte[] Apply(byte[] input, (Mutation Mutation, MutationChoices Choices) change)
    {
        var made = input.Length == 0 ? change.Choices.Spliced : change.Mutation.Apply(input, change.Choices);
        return made.Length > Longest ? made[..Longest] : made;
    }
}
