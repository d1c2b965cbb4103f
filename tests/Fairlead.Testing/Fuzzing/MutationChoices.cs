namespace Fairlead.Testing.Fuzzing;

/// <summary>What a mutation does where: numbers from 0 to <see cref="Most"/>, and the seed that it may take from.</summary>
internal readonly record struct MutationChoices(int Where, int Amount, int What, byte[] Spliced)
{
    public const int Most = (1 << 20) - 1;

    /// <summary>A place in the input; a mutation is never given an empty one.</summary>
    public int At(byte[] input) => Where % input.Length;

    /// <summary>Another place.</summary>
    public int Other(int length) => length == 0 ? 0 : What % length;

    /// <summary>A few bytes as a rule, and now and then as many as there are.</summary>
    public int Some(byte[] input, int few) => Amount % 8 == 0 ? Amount % (input.Length + 1) : 1 + Amount % few;

    public T Of<T>(IReadOnlyList<T> table) => table[What % table.Count];
}
