namespace Fairlead.Preflight;

/// <summary>Something that must be so before time is spent or anything is changed.</summary>
/// <param name="Name">What is looked at, for the list: <c>Disk</c>, <c>Credentials</c>.</param>
/// <param name="FindProblemAsync">Null when all is well. Reads only.</param>
public sealed record PreflightCheck(string Name, Func<CancellationToken, Task<PreflightProblem?>> FindProblemAsync)
{
    /// <summary>A check that needs no waiting.</summary>
    public static PreflightCheck Of(string name, Func<PreflightProblem?> findProblem) => new(name, _ => Task.FromResult(findProblem()));
}

/// <param name="What">One sentence on what is wrong, and where.</param>
/// <param name="Next">One sentence on what to do.</param>
public sealed record PreflightProblem(string What, string Next);
