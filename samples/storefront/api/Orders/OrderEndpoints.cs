using System.Text.Json;
using Storefront.Api.Database;
using Storefront.Api.Hosting;

namespace Storefront.Api.Orders;

internal static class OrderEndpoints
{
    public static void MapOrders(this IEndpointRouteBuilder app)
    {
        app.MapPost("/api/orders", PlaceAsync);
        app.MapGet("/api/orders/{id}", FindAsync);
    }

    private static async Task<IResult> FindAsync(string id, IShopDatabase database, HttpResponse response, CancellationToken cancellation)
    {
        response.Headers.CacheControl = "no-store";
        return await database.FindOrderAsync(id, cancellation) is { } order ? Results.Ok(order) : Problem.NotFound("The shop has no such order.");
    }

    private static async Task<IResult> PlaceAsync(HttpContext context, IShopDatabase database, TimeProvider time, CancellationToken cancellation)
    {
        context.Response.Headers.CacheControl = "no-store";
        var key = context.Request.Headers.TryGetValue("Idempotency-Key", out var values) ? values.ToString() : null;
        if (key is not null && !OrderRules.IsIdempotencyKey(key))
        {
            return Problem.Of(
                StatusCodes.Status400BadRequest,
                "Invalid request",
                $"An Idempotency-Key has 1 to {OrderRules.LongestKey} printable ASCII characters.");
        }

        var (request, refusal) = await ReadAsync(context.Request, cancellation);
        if (request is null)
        {
            return refusal!;
        }

        if (OrderRules.Validate(request, out var malformed) is not { } draft)
        {
            return Problem.Invalid(malformed);
        }

        var catalogue = await database.ListProductsAsync(cancellation);
        if (OrderRules.Price(draft, catalogue, OrderRules.NewId(), Now(time), out var unknown) is not { } order)
        {
            return Problem.Invalid(unknown);
        }

        var placement = await database.PlaceOrderAsync(order, key, key is null ? null : OrderRules.Digest(draft), cancellation);
        if (!placement.SameRequest)
        {
            return Problem.Of(StatusCodes.Status422UnprocessableEntity, "The key was used before",
                "An earlier request with this Idempotency-Key asked for something else. Send a new key for a new order.");
        }

        if (placement.IsReplay)
        {
            context.Response.Headers["Idempotency-Replayed"] = "true";
        }

        return Results.Created($"/api/orders/{placement.Order.Id}", placement.Order);
    }

    private static async Task<(OrderRequest?, IResult?)> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!request.HasJsonContentType())
        {
            return (null, Problem.Of(StatusCodes.Status415UnsupportedMediaType, "Unsupported media type", "An order is sent as application/json."));
        }

        try
        {
            return await request.ReadFromJsonAsync(ShopJson.Default.OrderRequest, cancellation) is { } order
                ? (order, null)
                : (null, Malformed());
        }
        catch (JsonException)
        {
            return (null, Malformed());
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (null, Problem.Of(e.StatusCode, "Too large", $"An order has at most {ShopApplication.LargestRequestBody} bytes."));
        }
    }

    private static IResult Malformed()
        => Problem.Of(StatusCodes.Status400BadRequest, "Invalid request", "The body is not an order: it must be a JSON object with customer and lines.");

    /// <summary>To the millisecond: what every database keeps, so that an order reads back as it was answered.</summary>
    private static DateTimeOffset Now(TimeProvider time) => DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
}
