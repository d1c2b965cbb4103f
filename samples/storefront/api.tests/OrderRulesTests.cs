using Storefront.Api.Orders;
using Storefront.Api.Products;

namespace Storefront.Api.Tests;

public sealed class OrderRulesTests
{
    private static readonly Product Mug = new("enamel-mug", "Enamel mug", "", "", 1450);

    [Theory]
    [InlineData("a@b.c", true)]
    [InlineData("  ada.lovelace+shop@mail.example.org ", true)]
    [InlineData("ada@exämple.org", true)]
    [InlineData("ada", false)]
    [InlineData("ada@example", false)]
    [InlineData("ada@@example.org", false)]
    [InlineData("ada@example..org", false)]
    [InlineData("ada lovelace@example.org", false)]
    [InlineData("ada@example.org\nBcc: all@example.org", false)]
    public void An_email_address_has_a_name_and_a_domain(string email, bool valid)
    {
        OrderRules.Validate(Request(email: email), out var errors);
        errors.ContainsKey("customer.email").ShouldBe(!valid);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(99, true)]
    [InlineData(100, false)]
    [InlineData(null, false)]
    public void A_quantity_is_from_1_to_99(int? quantity, bool valid)
    {
        OrderRules.Validate(Request(quantity: quantity), out var errors);
        errors.ContainsKey("lines[0].quantity").ShouldBe(!valid);
    }

    [Fact]
    public void An_order_has_at_most_fifty_lines()
    {
        var lines = Enumerable.Range(0, 51).Select(x => new LineRequest($"p-{x}", 1)).ToArray();
        OrderRules.Validate(Request() with { Lines = lines }, out var errors).ShouldBeNull();
        errors.Keys.ShouldBe(["lines"]);
        OrderRules.Validate(Request() with { Lines = lines[..50] }, out _).ShouldNotBeNull();
    }

    [Fact]
    public void An_empty_request_is_an_error_and_no_crash()
    {
        OrderRules.Validate(new OrderRequest(null, null), out var errors).ShouldBeNull();
        errors.Keys.ShouldBe(["customer.name", "customer.email", "lines"], ignoreOrder: true);
    }

    [Fact]
    public void The_price_is_the_catalogues()
    {
        var draft = OrderRules.Validate(Request(quantity: 99), out _)!;
        var order = OrderRules.Price(draft, [Mug], "id", DateTimeOffset.UnixEpoch, out _)!;
        order.TotalCents.ShouldBe(99 * 1450);
        order.Lines.Single().UnitPriceCents.ShouldBe(1450);
    }

    [Fact]
    public void The_digest_tells_every_field_apart()
    {
        string[] digests =
        [
            Digest(Request()),
            Digest(Request(name: "Grace")),
            Digest(Request(email: "x@example.org")),
            Digest(Request(quantity: 3)),
            Digest(Request() with { Lines = [new LineRequest("enamel-mug", 1), new LineRequest("watch-cap", 1)] }),
        ];
        digests.Distinct().Count().ShouldBe(digests.Length);
        Digest(Request(name: " Ada ")).ShouldBe(digests[0]);
    }

    private static string Digest(OrderRequest request) => OrderRules.Digest(OrderRules.Validate(request, out _)!);

    private static OrderRequest Request(string name = "Ada", string email = "ada@example.org", int? quantity = 1)
        => new(new CustomerRequest(name, email), [new LineRequest("enamel-mug", quantity)]);
}
