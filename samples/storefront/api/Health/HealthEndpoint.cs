using Storefront.Api.Database;
using Storefront.Api.Hosting;

namespace Storefront.Api.Health;

internal static class HealthEndpoint
{
    /// <summary>Load balancers give up after 5 s unless told otherwise; by then the answer must say what it is that hangs.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    public static void MapHealth(this IEndpointRouteBuilder app) => app.MapGet("/api/health", AnswerAsync);

    private static async Task<IResult> AnswerAsync(
        ShopSettings settings,
        IShopDatabase database,
        TimeProvider time,
        HttpResponse response,
        CancellationToken cancellation)
    {
        response.Headers.CacheControl = "no-store";
        var health = await ExamineAsync(database, time, cancellation);
        var ready = health.Reason is null;
        return Results.Json(
            new HealthReport(ready ? "ok" : "unavailable", settings.Release, settings.Commit, health),
            ShopJson.Default.HealthReport,
            statusCode: ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>A schema that is newer than this release is ready: migrations only add, so that an earlier release can be brought back.</summary>
    private static async Task<DatabaseHealth> ExamineAsync(IShopDatabase database, TimeProvider time, CancellationToken cancellation)
    {
        var latest = database.LatestSchema;
        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            // The wait ends by itself: a driver that cancels first asks the server that hangs, and waits for that too.
            var schema = await database.ReadSchemaAsync(either.Token).WaitAsync(either.Token);
            return schema >= latest
                ? new DatabaseHealth(database.Kind, "ready", schema, latest, Reason: null)
                : new DatabaseHealth(database.Kind, "pending migrations", schema, latest,
                    $"The database is at schema {schema} and this release needs {latest}: run the migrate command.");
        }
        catch (ShopDatabaseException e)
        {
            return new DatabaseHealth(database.Kind, "unreachable", Schema: null, latest, e.Message);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return new DatabaseHealth(
                database.Kind,
                "unreachable",
                Schema: null,
                latest,
                $"The database did not answer within {Patience.TotalSeconds:0} seconds.");
        }
    }
}
