using System.Text.Json.Nodes;

namespace Fairlead.LocalCloud.Protocol;

/// <summary>
/// The limits that a service model sets on its members. What breaks one is a <c>ValidationException</c> in AWS's words, without the value: it may be a secret
/// (https://docs.aws.amazon.com/systems-manager/latest/APIReference/CommonErrors.html).
/// </summary>
internal static class Constraints
{
    /// <summary>A member that must be there, with its length in characters.</summary>
    public static string RequiredText(this JsonObject request, string member, int maximum)
        => request.BoundedText(member, 1, maximum) ?? throw Refusal(member, "Member must not be null");

    /// <summary>A member that may be absent, with its length in characters.</summary>
    public static string? BoundedText(this JsonObject request, string member, int minimum, int maximum)
    {
        var value = request.Text(member);
        return value?.Length < minimum ? throw Refusal(member, $"Member must have length greater than or equal to {minimum}")
            : value?.Length > maximum ? throw Refusal(member, $"Member must have length less than or equal to {maximum}")
            : value;
    }

    /// <summary>A member that has one of a few values, or is absent.</summary>
    public static string? OneOf(this JsonObject request, string member, params IReadOnlyList<string> values)
        => request.Text(member) is not { } value ? null
            : values.Contains(value) ? value
            : throw Refusal(member, $"Member must satisfy enum value set: [{string.Join(", ", values)}]");

    /// <summary>A list of 1 to <paramref name="maximum"/> texts.</summary>
    public static IReadOnlyList<string> RequiredTexts(this JsonObject request, string member, int maximum)
    {
        var values = request.Texts(member);
        return request[member] is null ? throw Refusal(member, "Member must not be null")
            : values.Count == 0 ? throw Refusal(member, "Member must have length greater than or equal to 1")
            : values.Count > maximum ? throw Refusal(member, $"Member must have length less than or equal to {maximum}")
            : values;
    }

    /// <summary><c>MaxResults</c>; the maximum when it is absent.</summary>
    public static int PageSize(this JsonObject request, int maximum, int? usual = null) => request.Number("MaxResults") switch
    {
        null => usual ?? maximum,
        < 1 => throw Refusal("MaxResults", "Member must have value greater than or equal to 1"),
        { } size when size > maximum => throw Refusal("MaxResults", $"Member must have value less than or equal to {maximum}"),
        { } size => size,
    };

    public static AwsServiceException Refusal(string member, string constraint) => new(
        "ValidationException",
        $"1 validation error detected: Value at '{char.ToLowerInvariant(member[0])}{member[1..]}' failed to satisfy constraint: {constraint}");
}
