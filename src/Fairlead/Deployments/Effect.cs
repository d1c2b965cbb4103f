namespace Fairlead.Deployments;

/// <summary>One write to the place: a point at which a run can be killed, and after which another run goes on.</summary>
/// <param name="Step">Name of the step.</param>
/// <param name="Name">What is written, the same in every run: <c>put s3://shop-site/index.html</c>.</param>
public sealed record Effect(string Step, string Name);
