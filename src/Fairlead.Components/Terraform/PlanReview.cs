using System.Text;
using Fairlead.Infrastructure.Plans.Costs;
using Fairlead.Infrastructure.Plans.Guard;
using Fairlead.Infrastructure.Plans.Policies;
using Fairlead.Infrastructure.Plans.Reading;
using Fairlead.Infrastructure.Plans.Summary;

namespace Fairlead.Components.Terraform;

/// <summary>A plan with everything that is said about it: what changes, what it would destroy, which policies
/// it breaks, what it costs where there is a price table.</summary>
internal sealed record PlanReview(TerraformPlan Plan, PlanSummary Summary, GuardResult Guard, PolicyReport Policies, CostEstimate? Cost)
{
    /// <param name="json">The plan as <c>terraform show -json</c> tells it. It holds secrets; nothing of what is made of it does.</param>
    /// <param name="build">The build, for allowances and for the stack's waivers.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<PlanReview> OfAsync(string json, ITerraform build, CancellationToken cancellationToken)
    {
        var plan = TerraformPlan.Parse(json);
        var holdsData = build.HoldsData;
        var prices = build.RootDirectory / "infra" / "prices" / $"{build.AwsRegion}.json";
        return new PlanReview(
            plan,
            PlanSummary.Of(plan, holdsData.ToHashSet(StringComparer.Ordinal)),
            PlanGuard.Check(plan, new PlanGuardOptions { AllowDestroy = build.AllowDestroy, HoldsData = holdsData }),
            PolicyChecks.Run(
                plan,
                await PolicyWaivers.ReadAsync(build.TerraformDirectory, cancellationToken),
                DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime)),
            File.Exists(prices) ? CostEstimate.Of(plan, await PriceTable.ReadAsync(prices, cancellationToken)) : null);
    }

    /// <summary>For a console.</summary>
    public string ToText()
    {
        var text = new StringBuilder(Summary.ToText());
        Append(text, Policies.ToText());
        Append(text, Cost?.ToText() ?? "");
        foreach (var warning in Guard.Warnings)
        {
            text.Append("warning ").Append(warning).Append('\n');
        }

        return text.ToString().TrimEnd('\n');
    }

    /// <summary>For a pull request.</summary>
    public string ToMarkdown(string title)
    {
        var text = new StringBuilder(Guard.ToMarkdown());
        var (policies, cost) = (Policies.ToMarkdown(), Cost?.ToMarkdown() ?? "");
        // Together they must fit into one comment; the summary says what it leaves out.
        Append(
            text,
            Summary.ToMarkdown(title, Math.Max(PlanSummary.GitHubLimit / 4, PlanSummary.GitHubLimit - text.Length - policies.Length - cost.Length - 3)));
        Append(text, policies);
        Append(text, cost);
        return text.ToString();
    }

    /// <exception cref="FairleadException">The guard or a policy stands against the plan.</exception>
    public void ThrowIfRefused()
    {
        Guard.ThrowIfRefused();
        Policies.ThrowIfRefused();
    }

    private static void Append(StringBuilder text, string part)
    {
        if (part.Length > 0)
        {
            text.Append('\n').Append(part);
        }
    }
}
