using System.Text.Json;
using Fairlead.Secrets;

namespace Fairlead.Infrastructure.Plans.Reading;

/// <summary>
/// Which values of a plan are secrets by their name. Terraform marks what a variable or a provider declares sensitive; the environment of a container, a
/// function or an instance no provider does.
/// </summary>
internal static class NamedSecrets
{
    private static readonly JsonElement Yes = JsonElement.Parse("true");

    // A block that gives a value a name: a container's environment, Helm's set, a tag, a parameter of a group.
    private static readonly string[] NameMembers = ["name", "Name", "key", "Key", "parameter_key", "ParameterKey"];
    private static readonly HashSet<string> ValueMembers = new(StringComparer.Ordinal) { "value", "Value", "values", "parameter_value", "ParameterValue" };

    /// <summary>The mark of sensitivity of a member: Terraform's, or one that holds for the whole where its name says so.</summary>
    public static JsonElement Mark(JsonElement parent, string name, JsonElement value, JsonElement mark)
        => IsSecret(parent, name, value) ? Yes : mark;

    /// <summary>The mark of a value that has a name of its own, such as a root output.</summary>
    public static JsonElement Mark(string name, JsonElement value, JsonElement mark) => IsSecret(default, name, value) ? Yes : mark;

    /// <summary>Whether any part of a value must not be shown.</summary>
    public static bool Has(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Any(x => IsSecret(value, x.Name, x.Value) || Has(x.Value)),
        JsonValueKind.Array => value.EnumerateArray().Any(Has),
        JsonValueKind.String => value.GetString() is { Length: > 0 } text && !ReferenceEquals(SecretText.Hide(text), text),
        _ => false,
    };

    private static bool IsSecret(JsonElement parent, string name, JsonElement value)
        => CanBeSecret(value) && (SecretNames.IsSecret(name) || (ValueMembers.Contains(name) && NameOf(parent) is { } said && SecretNames.IsSecret(said)));

    // A switch is none. Of blocks the members have names of their own, as the container's secrets have, which are references.
    private static bool CanBeSecret(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!.Length > 0 && !bool.TryParse(value.GetString(), out _),
        JsonValueKind.Array => !value.EnumerateArray().All(x => x.ValueKind == JsonValueKind.Object),
        JsonValueKind.Number or JsonValueKind.Object => true,
        _ => false,
    };

    private static string? NameOf(JsonElement parent)
        => parent.ValueKind == JsonValueKind.Object
            ? NameMembers.Select(x => parent.TryGetProperty(x, out var name) && name.ValueKind == JsonValueKind.String ? name.GetString() : null)
                .FirstOrDefault(x => x is not null)
            : null;
}
