using System.Text.Json.Nodes;

namespace Fairlead.Tests.Aws;

internal sealed record RecordedRequest(string Method, string Path, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>The operation of an AWS JSON request.</summary>
    public string Operation => Headers.TryGetValue("X-Amz-Target", out var target) ? target[(target.LastIndexOf('.') + 1)..] : "";

    public JsonObject Json => JsonNode.Parse(Body)!.AsObject();
}
