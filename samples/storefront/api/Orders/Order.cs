namespace Storefront.Api.Orders;

/// <summary>An order as it was placed. All amounts are in euro cents.</summary>
internal sealed record Order(string Id, DateTimeOffset PlacedAt, Customer Customer, IReadOnlyList<OrderLine> Lines, long TotalCents, string Currency);

internal sealed record Customer(string Name, string Email);

internal sealed record OrderLine(string Product, string Name, int Quantity, long UnitPriceCents)
{
    public long TotalCents => Quantity * UnitPriceCents;
}
