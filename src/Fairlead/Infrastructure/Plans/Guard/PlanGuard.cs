using Fairlead.Infrastructure.Plans.Reading;

namespace Fairlead.Infrastructure.Plans.Guard;

/// <summary>
/// Keeps a plan from destroying or replacing what holds data, unless the very address is named. Pure. Each
/// address needs its own allowance: whoever types it has seen it.
/// </summary>
public static class PlanGuard
{
    private const int MostNearAddresses = 3;

    /// <summary>Judges a plan.</summary>
    public static GuardResult Check(TerraformPlan plan, PlanGuardOptions options)
    {
        var allowed = options.AllowDestroy.ToHashSet(StringComparer.Ordinal);
        var holdsData = options.HoldsData.ToHashSet(StringComparer.Ordinal);
        var losing = plan.Resources.Where(x => x.Destroys)
            .Select(x => (Resource: x, Loss: DataHolder.Loss(x, holdsData)))
            .Where(x => x.Loss is not null)
            .OrderBy(x => x.Resource.Address, StringComparer.Ordinal)
            .ToList();
        var known = plan.Resources.Where(x => x.IsManaged).Select(x => x.Address).ToHashSet(StringComparer.Ordinal);
        return new GuardResult
        {
            Refusals = losing.Where(x => !allowed.Contains(x.Resource.Address)).Select(x => Refuse(x.Resource, x.Loss!)).ToList(),
            Allowed = losing.Where(x => allowed.Contains(x.Resource.Address)).Select(x => x.Resource.Address).Distinct(StringComparer.Ordinal).ToList(),
            UnknownAllowances = options.AllowDestroy.Distinct(StringComparer.Ordinal)
                .Where(x => !known.Contains(x))
                .Select(x => Unknown(x, known, losing.Select(y => y.Resource.Address)))
                .ToList(),
            Warnings = plan.Resources.Where(x => x.IsManaged).OrderBy(x => x.Address, StringComparer.Ordinal).SelectMany(x => GuardWarnings.Of(x, holdsData))
                .Concat(options.AllowDestroy.Where(x => known.Contains(x) && !plan.Resources.Any(y => y.Address == x && y.Destroys))
                    .Distinct(StringComparer.Ordinal)
                    .Select(x => $"{x} is not destroyed by this plan: its --allow-destroy is not needed."))
                .ToList(),
        };
    }

    private static GuardRefusal Refuse(PlannedResource resource, string loss)
        => new(
            resource.Address,
            resource.Action,
            loss,
            resource.ReplacePaths.Count > 0 ? string.Join(", ", resource.ReplacePaths.Distinct(StringComparer.Ordinal)) + " cannot be changed in place"
                : resource.Reason is null ? ""
                : PlanReasons.Say(resource.Reason),
            $"--allow-destroy {Quote(resource.Address)}");

    // Brackets and quotes mean something to a shell: module.x["a"] must arrive as it is.
    private static string Quote(string address)
        => address.All(x => char.IsAsciiLetterOrDigit(x) || x is '.' or '_' or '-') ? address : $"'{address.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private static string Unknown(string address, IReadOnlyCollection<string> known, IEnumerable<string> losing)
    {
        var inside = losing.Where(x => x.StartsWith(address + ".", StringComparison.Ordinal) || x.StartsWith(address + "[", StringComparison.Ordinal)).ToList();
        var near = inside.Count > 0 ? inside : known.OrderBy(x => Distance(address, x))
            .ThenBy(x => x, StringComparer.Ordinal)
            .Where(x => Distance(address, x) <= Math.Max(4, address.Length / 2))
            .ToList();
        var hint = near.Count == 0 ? "" : $" Near it: {string.Join(", ", near.Take(MostNearAddresses))}.";
        return $"--allow-destroy names {address}, and the plan has no resource of that address.{hint}";
    }

    // Levenshtein, one row at a time.
    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (left[i - 1] == right[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }
}
