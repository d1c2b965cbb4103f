using System.Globalization;
using System.Text.Json;
using Fairlead.Infrastructure.Plans.Reading;
using Fairlead.Json;

namespace Fairlead.Infrastructure.Plans.Policies;

/// <summary>The file of waivers beside a stack, <c>policy-waivers.json</c>.</summary>
/// <example><c>{"waivers": [{"check": "FL006", "address": "aws_instance.vault", "reason": "…", "expires": "2027-01-31"}]}</c></example>
public static class PolicyWaivers
{
    /// <summary>Name of the file in a stack's directory.</summary>
    public const string FileName = "policy-waivers.json";

    private static readonly string[] Members = ["check", "address", "reason", "expires"];

    /// <summary>Reads the waivers of a stack's directory; none when the file is not there.</summary>
    /// <exception cref="FairleadException">The file is not right: a waiver without a reason, an unknown check, a member that means nothing.</exception>
    public static async Task<IReadOnlyList<PolicyWaiver>> ReadAsync(string directory, CancellationToken cancellationToken = default)
    {
        var file = Path.Combine(directory, FileName);
        return File.Exists(file) ? Parse(await File.ReadAllBytesAsync(file, cancellationToken), file) : [];
    }

    /// <inheritdoc cref="ReadAsync"/>
    /// <param name="json">The file's content.</param>
    /// <param name="file">Its name, for messages.</param>
    public static IReadOnlyList<PolicyWaiver> Parse(ReadOnlySpan<byte> json, string file)
    {
        JsonElement root;
        try
        {
            root = WellFormedJson.Parse(json);
        }
        catch (JsonException e)
        {
            throw Wrong(file, $"It is not JSON: {e.Message}", e);
        }

        if (TerraformPlan.Member(root, "waivers").ValueKind != JsonValueKind.Array)
        {
            throw Wrong(file, "It has no list \"waivers\".");
        }

        return TerraformPlan.Items(root, "waivers").Select((x, i) => Read(x, i + 1, file)).ToList();
    }

    private static PolicyWaiver Read(JsonElement element, int number, string file)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw Wrong(file, $"Waiver {number} is not an object.");
        }

        // A misspelt "expires" would be a waiver for ever.
        if (element.EnumerateObject().FirstOrDefault(x => !Members.Contains(x.Name)) is { Value.ValueKind: not JsonValueKind.Undefined } unknown)
        {
            throw Wrong(file, $"Waiver {number} has a member \"{unknown.Name}\"; known are {string.Join(", ", Members)}.");
        }

        var (check, address, reason) = (Required("check"), Required("address"), Required("reason"));
        if (PolicyChecks.Rules.All(x => x.Id != check))
        {
            throw Wrong(
                file,
                $"Waiver {number} names the check {check}, and there is none; the checks are {PolicyChecks.Rules[0].Id} to {PolicyChecks.Rules[^1].Id}.");
        }

        DateOnly? expires = null;
        if (element.TryGetProperty("expires", out var date))
        {
            expires = date.ValueKind == JsonValueKind.String
                && DateOnly.TryParseExact(date.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? day
                : throw Wrong(file, $"The \"expires\" of waiver {number} is not a date of the form 2027-01-31.");
        }

        return new PolicyWaiver(check, address, reason, expires);

        string Required(string name)
            => TerraformPlan.Text(element, name) is { } text && !string.IsNullOrWhiteSpace(text)
                ? text
                : throw Wrong(file, $"Waiver {number} has no \"{name}\".");
    }

    private static FairleadException Wrong(string file, string why, Exception? inner = null)
        => new($"The waivers in {file} cannot be used.", why, "Each waiver has a check, an address, a reason, and maybe a last day; correct the file.", inner);
}
