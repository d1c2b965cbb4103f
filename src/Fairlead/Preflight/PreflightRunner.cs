using Fairlead.Reporting;

namespace Fairlead.Preflight;

/// <summary>Runs every check, whatever the others say, and tells all problems at once.</summary>
public sealed class PreflightRunner(IReporter reporter)
{
    /// <exception cref="FairleadException">At least one check found a problem; the message lists them all.</exception>
    public async Task RunAsync(IEnumerable<PreflightCheck> checks, CancellationToken cancellationToken)
    {
        var results = await Task.WhenAll(checks.Select(async check => (check.Name, Problem: await FindAsync(check, cancellationToken))));
        var problems = results.Where(x => x.Problem is not null).ToList();
        if (problems.Count > 0)
        {
            throw new FairleadException(
                problems.Count == 1
                    ? "Something stands in the way of this run; nothing was changed."
                    : $"{problems.Count} things stand in the way of this run; nothing was changed.",
                string.Concat(problems.Select(x => $"{Environment.NewLine}  {x.Name}: {x.Problem!.What} {x.Problem.Next}")).TrimEnd(),
                "");
        }

        reporter.Information($"Ready: {string.Join(", ", results.Select(x => x.Name))}.");
    }

    private static async Task<PreflightProblem?> FindAsync(PreflightCheck check, CancellationToken cancellationToken)
    {
        try
        {
            return await check.FindProblemAsync(cancellationToken);
        }
        catch (FairleadException exception)
        {
            return new PreflightProblem($"{exception.What} {exception.Why}", exception.Next);
        }
    }
}
