namespace Fairlead.Deployments;

/// <summary>Something that stands against a step.</summary>
/// <param name="What">What is wrong and where, as a sentence.</param>
/// <param name="Next">What to do, as a sentence.</param>
public sealed record StepProblem(string What, string Next);
