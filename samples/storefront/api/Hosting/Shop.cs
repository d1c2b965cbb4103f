namespace Storefront.Api.Hosting;

internal static class Shop
{
    /// <summary>ISO 4217. Every amount in the API is in hundredths of it.</summary>
    public const string Currency = "EUR";
}
