using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Ecs.Rules;

/// <summary>What holds for the <c>tags</c> of every request of ECS (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Tag.html).</summary>
internal static class TagRules
{
    public const int MaximumTags = 50;

    public static IReadOnlyList<Rule<JsonObject>> For(string errorCode)
    => [
        new("tags/count", request => request.Structures("tags").Count() > MaximumTags
            ? $"The request has more than {MaximumTags} tags, which is the most that a resource can have."
            : null, errorCode),
        new("tags/key", request => First(request, x => x.Text("key") is not { Length: >= 1 and <= 128 }) is { } tag
            ? $"The tag key '{tag.Text("key")}' must have 1 to 128 characters."
            : null, errorCode),
        new("tags/value", request => First(request, x => x.Text("value") is { Length: > 256 }) is { } tag
            ? $"The value of the tag '{tag.Text("key")}' must have at most 256 characters."
            : null, errorCode),
        new("tags/reserved", request => First(request, x => x.Text("key")!.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)) is { } tag
            ? $"The tag key '{tag.Text("key")}' begins with aws:, which is reserved."
            : null, errorCode),
        new("tags/duplicate", request => request.Structures("tags").GroupBy(x => x.Text("key")).FirstOrDefault(x => x.Count() > 1) is { } key
            ? $"Duplicate tag keys are not allowed: '{key.Key}'."
            : null, errorCode),
    ];

    private static JsonObject? First(JsonObject request, Func<JsonObject, bool> isWrong) => request.Structures("tags").FirstOrDefault(isWrong);
}
