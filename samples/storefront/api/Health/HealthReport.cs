using System.Text.Json.Serialization;

namespace Storefront.Api.Health;

/// <summary>What <c>GET /api/health</c> answers.</summary>
/// <param name="Status"><c>ok</c> (with 200) or <c>unavailable</c> (with 503).</param>
internal sealed record HealthReport(string Status, string Release, string Commit, DatabaseHealth Database);

/// <param name="Kind"><c>sqlite</c> or <c>postgresql</c>.</param>
/// <param name="State"><c>ready</c>, <c>pending migrations</c> or <c>unreachable</c>.</param>
/// <param name="Schema">The number of the last migration in the database; null when the database cannot be asked.</param>
/// <param name="Latest">The number of the last migration that this release knows.</param>
/// <param name="Reason">Why the database is not ready, without names or secrets; absent when it is.</param>
internal sealed record DatabaseHealth(string Kind, string State, int? Schema, int Latest,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reason);
