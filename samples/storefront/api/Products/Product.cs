namespace Storefront.Api.Products;

/// <summary>A thing that the shop sells. <see cref="PriceCents"/> is in euro cents, tax included.</summary>
internal sealed record Product(string Slug, string Name, string Summary, string Description, long PriceCents);
