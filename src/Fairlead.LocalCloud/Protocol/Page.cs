using System.Text.Json.Nodes;

namespace Fairlead.LocalCloud.Protocol;

/// <param name="Items">What is on the page.</param>
/// <param name="NextToken">Where the next page begins; null when this is the last.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? NextToken)
{
    /// <summary>The page as the answer of a JSON service: the items, and <c>nextToken</c> when there are more.</summary>
    public JsonObject ToJson(string member, Func<T, JsonNode> item)
    {
        var answer = new JsonObject { [member] = new JsonArray([.. Items.Select(item)]) };
        if (NextToken is not null)
        {
            answer["nextToken"] = NextToken;
        }

        return answer;
    }
}
