namespace Storefront.Api.Database;

/// <summary>The database cannot be used. The message is for people: it holds no connection string, name or password.</summary>
internal sealed class ShopDatabaseException(string message, Exception? inner = null) : Exception(message, inner);
