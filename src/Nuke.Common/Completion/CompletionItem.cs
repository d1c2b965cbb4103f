namespace Nuke.Common.Completion;

/// <summary>A parameter as completion sees it.</summary>
/// <param name="Name">The parameter's name, not dashed.</param>
/// <param name="Values">What it can be given, where that is known.</param>
internal sealed record CompletionItem(string Name, Func<IEnumerable<string>> Values)
{
    /// <summary>Takes several values.</summary>
    public bool IsList { get; init; }

    /// <summary>Case and dashes of its values do not matter.</summary>
    public bool IsName { get; init; } = true;

    public string? Separator { get; init; }

    public static IEnumerable<string> Nothing() => [];
}
