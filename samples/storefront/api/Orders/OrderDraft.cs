namespace Storefront.Api.Orders;

/// <summary>An order request that is well formed: what it names may still not be for sale.</summary>
internal sealed record OrderDraft(Customer Customer, IReadOnlyList<DraftLine> Lines);

internal sealed record DraftLine(string Product, int Quantity);
