namespace Storefront.Api.Orders;

/// <summary>What came of writing an order under an idempotency key.</summary>
/// <param name="Order">The order of that key: the new one, or the one that an earlier request placed.</param>
/// <param name="IsReplay">The order was there before.</param>
/// <param name="SameRequest">False when the earlier request under this key asked for something else; nothing was written.</param>
internal sealed record Placement(Order Order, bool IsReplay, bool SameRequest);
