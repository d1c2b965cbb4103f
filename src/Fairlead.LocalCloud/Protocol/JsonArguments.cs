using System.Text.Json;
using System.Text.Json.Nodes;

namespace Fairlead.LocalCloud.Protocol;

/// <summary>Reads the members of a JSON request. A member of the wrong type is a <c>SerializationException</c>, as on AWS; an absent one is null.</summary>
internal static class JsonArguments
{
    public static string? Text(this JsonObject request, string member) => request.Value<string>(member);

    public static int? Number(this JsonObject request, string member) => request.Value<int>(member, out var value) ? value : null;

    public static long? LongNumber(this JsonObject request, string member) => request.Value<long>(member, out var value) ? value : null;

    public static bool? Flag(this JsonObject request, string member) => request.Value<bool>(member, out var value) ? value : null;

    /// <exception cref="AwsServiceException">The member is absent or empty.</exception>
    public static string Required(this JsonObject request, string member, string errorCode = "InvalidParameterException")
        => request.Text(member) is { Length: > 0 } value ? value : throw new AwsServiceException(errorCode, $"Missing required parameter: {member}.");

    public static JsonObject? Structure(this JsonObject request, string member) => request[member] switch
    {
        null => null,
        JsonObject value => value,
        _ => throw Mistyped(member),
    };

    /// <summary>The objects of a list; empty when the member is absent.</summary>
    public static IEnumerable<JsonObject> Structures(this JsonObject request, string member)
        => request.List(member).Select(x => x as JsonObject ?? throw Mistyped(member));

    /// <summary>The strings of a list; empty when the member is absent.</summary>
    public static IReadOnlyList<string> Texts(this JsonObject request, string member)
        => [.. request.List(member).Select(x => x is JsonValue value && value.TryGetValue<string>(out var text) ? text : throw Mistyped(member))];

    private static JsonArray List(this JsonObject request, string member) => request[member] switch
    {
        null => [],
        JsonArray value => value,
        _ => throw Mistyped(member),
    };

    private static T? Value<T>(this JsonObject request, string member) where T : class
        => request.Value<T>(member, out var value) ? value : null;

    private static bool Value<T>(this JsonObject request, string member, out T? value)
    {
        value = default;
        return request[member] switch
        {
            null => false,
            JsonValue node when node.GetValueKind() == JsonValueKind.Null => false,
            JsonValue node when node.TryGetValue(out value) => true,
            _ => throw Mistyped(member),
        };
    }

    private static AwsServiceException Mistyped(string member) => new("SerializationException", $"The value of {member} has the wrong type.");
}
