using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Storefront.Api.Hosting;
using Storefront.Api.Products;

namespace Storefront.Api.Orders;

/// <summary>What makes a request an order, and what the order costs. Nothing here touches the world.</summary>
internal static partial class OrderRules
{
    public const int MostLines = 50;
    public const int MostOfOneProduct = 99;
    public const int LongestName = 100;
    public const int LongestEmail = 254; // RFC 5321, section 4.5.3.1.3, less the angle brackets
    public const int LongestKey = 200;
    private const int LongestSlug = 64;

    /// <summary>Returns the draft, or null and the errors by the path of the field.</summary>
    public static OrderDraft? Validate(OrderRequest request, out Dictionary<string, string[]> errors)
    {
        var found = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var name = request.Customer?.Name?.Trim() ?? "";
        if (name.Length == 0)
        {
            found["customer.name"] = ["Enter your name."];
        }
        else if (name.Length > LongestName || name.Any(char.IsControl))
        {
            found["customer.name"] = [$"A name has at most {LongestName} characters, all of them printable."];
        }

        var email = request.Customer?.Email?.Trim() ?? "";
        if (email.Length == 0)
        {
            found["customer.email"] = ["Enter your e-mail address."];
        }
        else if (email.Length > LongestEmail || !Email().IsMatch(email))
        {
            found["customer.email"] = ["Enter an e-mail address like name@example.org."];
        }

        var lines = ValidateLines(request.Lines, found);
        errors = found;
        return found.Count == 0 ? new OrderDraft(new Customer(name, email), lines) : null;
    }

    /// <summary>Gives every line the price of the catalogue, and the order its total; null and the errors when a product is not for sale.</summary>
    public static Order? Price(OrderDraft draft, IReadOnlyList<Product> catalogue, string id, DateTimeOffset now, out Dictionary<string, string[]> errors)
    {
        errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var lines = new List<OrderLine>(draft.Lines.Count);
        for (var i = 0; i < draft.Lines.Count; i++)
        {
            var line = draft.Lines[i];
            var product = catalogue.FirstOrDefault(x => x.Slug == line.Product);
            if (product is null)
            {
                errors[$"lines[{i}].product"] = ["The shop has no such product."];
                continue;
            }

            lines.Add(new OrderLine(product.Slug, product.Name, line.Quantity, product.PriceCents));
        }

        return errors.Count == 0 ? new Order(id, now, draft.Customer, lines, lines.Sum(x => x.TotalCents), Shop.Currency) : null;
    }

    /// <summary>Says whether two requests ask for the same, whatever the spacing or order of fields in their JSON.</summary>
    public static string Digest(OrderDraft draft)
    {
        // Control characters are refused by validation, so that a line feed cannot be part of a field.
        var text = new StringBuilder().Append(draft.Customer.Name).Append('\n').Append(draft.Customer.Email).Append('\n');
        foreach (var line in draft.Lines)
        {
            text.Append(line.Product).Append('\n').Append(line.Quantity.ToString(CultureInfo.InvariantCulture)).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>80 random bits: whoever knows the id may read the order, so it cannot be guessed.</summary>
    public static string NewId() => RandomNumberGenerator.GetString("0123456789abcdefghjkmnpqrstvwxyz", 16);

    /// <summary>Printable ASCII, 1 to <see cref="LongestKey"/> characters.</summary>
    public static bool IsIdempotencyKey(string key) => key.Length is > 0 and <= LongestKey && key.All(x => x is >= ' ' and <= '~');

    private static List<DraftLine> ValidateLines(IReadOnlyList<LineRequest?>? requested, Dictionary<string, string[]> errors)
    {
        var lines = new List<DraftLine>();
        if (requested is null or { Count: 0 })
        {
            errors["lines"] = ["An order has at least one line."];
            return lines;
        }

        if (requested.Count > MostLines)
        {
            errors["lines"] = [$"An order has at most {MostLines} lines."];
            return lines;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < requested.Count; i++)
        {
            var product = requested[i]?.Product ?? "";
            if (product.Length > LongestSlug || !Slug().IsMatch(product))
            {
                errors[$"lines[{i}].product"] = ["The shop has no such product."];
            }
            else if (!seen.Add(product))
            {
                errors[$"lines[{i}].product"] = ["The order has another line for this product."];
            }

            var quantity = requested[i]?.Quantity ?? 0;
            if (quantity is < 1 or > MostOfOneProduct)
            {
                errors[$"lines[{i}].quantity"] = [$"A quantity is a whole number from 1 to {MostOfOneProduct}."];
            }

            lines.Add(new DraftLine(product, quantity));
        }

        return lines;
    }

    [GeneratedRegex(@"^[^\s@\p{C}]+@[^\s@.\p{C}]+(\.[^\s@.\p{C}]+)+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Email();

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Slug();
}
