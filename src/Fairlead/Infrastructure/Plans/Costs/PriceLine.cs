namespace Fairlead.Infrastructure.Plans.Costs;

/// <param name="Resource">Terraform's type, or a meter of its own: <c>data_transfer</c>.</param>
/// <param name="Attribute">What the price depends on: <c>instance_type</c>.</param>
/// <param name="Value">Its value: <c>t3.micro</c>.</param>
/// <param name="Unit">What one price buys: <c>hour</c>, <c>month</c>, <c>GB-month</c>.</param>
/// <param name="Price">In the table's currency.</param>
/// <param name="Note">What is included, and how sure the figure is.</param>
public sealed record PriceLine(string Resource, string Attribute, string Value, string Unit, decimal Price, string Note = "");
