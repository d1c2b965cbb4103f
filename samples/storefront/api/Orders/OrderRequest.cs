namespace Storefront.Api.Orders;

/// <summary>The body of <c>POST /api/orders</c> before validation: anything may be missing.</summary>
internal sealed record OrderRequest(CustomerRequest? Customer, IReadOnlyList<LineRequest?>? Lines);

internal sealed record CustomerRequest(string? Name, string? Email);

internal sealed record LineRequest(string? Product, int? Quantity);
