namespace Storefront.Api.Products;

/// <summary>The catalogue as <c>GET /api/products</c> answers it, in the order in which the shop shows it.</summary>
internal sealed record ProductList(IReadOnlyList<Product> Products, string Currency);
