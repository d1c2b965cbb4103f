using System.Globalization;
using System.Text;
using Fairlead.Infrastructure.Plans.Reading;

namespace Fairlead.Infrastructure.Plans.Costs;

/// <summary>What a plan costs in a month, before and after, as far as the price table knows. What it does not know is named, never taken for nothing.</summary>
public sealed record CostEstimate
{
    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>The day that the prices are of.</summary>
    public required DateOnly PricesOf { get; init; }

    /// <summary>The region that the prices are of.</summary>
    public required string Region { get; init; }

    /// <summary>Each resource that costs something, the dearest first.</summary>
    public required IReadOnlyList<CostChange> Resources { get; init; }

    /// <summary>Resources whose price is not known, with the reason.</summary>
    public required IReadOnlyList<(string Address, string Why)> NotPriced { get; init; }

    /// <summary>Per month before, without what is not priced.</summary>
    public decimal Before => Resources.Sum(x => x.Before);

    /// <summary>Per month after, without what is not priced.</summary>
    public decimal After => Resources.Sum(x => x.After);

    /// <summary>The part of <see cref="After"/> that rests on assumptions about use.</summary>
    public decimal Assumed => Resources.Where(x => x.After > 0).SelectMany(x => x.Lines).Where(x => x.Assumption is not null).Sum(x => x.Monthly);

    /// <summary>Reckons a plan.</summary>
    public static CostEstimate Of(TerraformPlan plan, PriceTable prices, CostAssumptions? assumptions = null)
    {
        var (before, after) = (new ResourcePrices(
            plan,
            prices,
            assumptions ?? new CostAssumptions(),
            beforePlan: true), new ResourcePrices(plan, prices, assumptions ?? new CostAssumptions(), beforePlan: false));
        var changes = new List<CostChange>();
        var notPriced = new List<(string Address, string Why)>();
        foreach (var resource in plan.Resources.Where(x => x.IsManaged && x.Deposed is null))
        {
            var (old, oldWhy) = resource.Before.IsNull ? ([], null) : before.Of(resource);
            var stays = resource.Action is not (PlannedAction.Delete or PlannedAction.Forget);
            var (@new, why) = !stays ? ([], null) : after.Of(resource);
            if ((why ?? oldWhy) is { } reason)
            {
                notPriced.Add((resource.Address, reason));
            }

            if (old.Count + @new.Count > 0)
            {
                changes.Add(new CostChange(resource.Address, old.Sum(x => x.Monthly), @new.Sum(x => x.Monthly), stays ? @new : old));
            }
        }

        return new CostEstimate
        {
            Currency = prices.Currency,
            PricesOf = prices.Date,
            Region = prices.Region,
            Resources = changes.OrderByDescending(x => Math.Max(x.Before, x.After)).ThenBy(x => x.Address, StringComparer.Ordinal).ToList(),
            NotPriced = notPriced.OrderBy(x => x.Address, StringComparer.Ordinal).ToList(),
        };
    }

    /// <summary>One line: <c>about 120.34 USD a month (+20.00), of which 12.00 by assumed use; 1 resource not priced</c>.</summary>
    public string Headline
    {
        get
        {
            var change = After - Before;
            var text = new StringBuilder();
            text.Append(CultureInfo.InvariantCulture, $"about {After:0.00} {Currency} a month");
            if (Before != 0)
            {
                text.Append(CultureInfo.InvariantCulture, $" ({Signed(change)})");
            }

            if (Assumed > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $", of which {Assumed:0.00} by assumed use");
            }

            if (NotPriced.Count > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $", and {NotPriced.Count} {(NotPriced.Count == 1 ? "resource" : "resources")} not priced");
            }

            return text.ToString();
        }
    }

    /// <summary>For a console: the sum, then each resource whose cost changes, then what is not priced.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Cost: {Headline}.\n");
        foreach (var resource in Resources)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {Money(resource),22}  {resource.Address}\n");
            foreach (var line in resource.Lines)
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"  {line.Monthly,22:0.00}    {line.What}{(line.Assumption is null ? "" : $" (assumed: {line.Assumption})")}\n");
            }
        }

        foreach (var (address, why) in NotPriced)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {"not priced",22}  {address}: {why}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"{Basis}\n");
        return text.ToString();
    }

    /// <summary>For a pull request.</summary>
    public string ToMarkdown()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"### Cost\n\n**{PlanMarkdown.Escape(Headline)}**\n\n");
        var changed = Resources.Where(x => x.Change != 0).ToList();
        if (changed.Count > 0)
        {
            text.Append("| Resource | Before | After | Change |\n|---|---:|---:|---:|\n");
            foreach (var x in changed)
            {
                text.Append(CultureInfo.InvariantCulture, $"| {PlanMarkdown.Escape(x.Address)} | {x.Before:0.00} | {x.After:0.00} | {Signed(x.Change)} |\n");
            }

            text.Append('\n');
        }

        if (Resources.Count > 0)
        {
            text.Append("<details><summary>by line</summary>\n\n");
            text.Append(PlanMarkdown.Fenced(Resources.SelectMany(x => x.Lines).Select(x => string.Create(
                CultureInfo.InvariantCulture,
                $"{x.Monthly,10:0.00}  {x.Address}: {x.What}{(x.Assumption is null ? "" : $" (assumed: {x.Assumption})")}"))));
            text.Append("</details>\n\n");
        }

        foreach (var (address, why) in NotPriced)
        {
            text.Append(CultureInfo.InvariantCulture, $"- not priced: {PlanMarkdown.Escape(address)}: {PlanMarkdown.Escape(why)}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"\n{PlanMarkdown.Escape(Basis)}\n");
        return text.ToString();
    }

    private string Basis => string.Create(
        CultureInfo.InvariantCulture,
        $"List prices of {Region}, {PricesOf:yyyy-MM-dd}; a month of {CostAssumptions.HoursPerMonth} hours, without tax, free tier or discounts.");

    private static string Money(CostChange change)
        => change.Before == change.After ? string.Create(CultureInfo.InvariantCulture, $"{change.After:0.00}")
            : change.Before == 0 || change.After == 0 ? Signed(change.Change)
            : string.Create(CultureInfo.InvariantCulture, $"{change.Before:0.00} → {change.After:0.00}");

    private static string Signed(decimal value) => value.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture);
}
