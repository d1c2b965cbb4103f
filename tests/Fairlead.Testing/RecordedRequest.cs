using System.Text;
using System.Text.Json.Nodes;

namespace Fairlead.Testing;

/// <summary>A request that a <see cref="LoopbackServer"/> took.</summary>
/// <param name="Method">GET, POST…</param>
/// <param name="Path">The path with its query, as it was sent.</param>
/// <param name="Headers">By name; upper and lower case are the same.</param>
/// <param name="Content">The body.</param>
public sealed record RecordedRequest(string Method, string Path, IReadOnlyDictionary<string, string> Headers, byte[] Content)
{
    public string Body => Encoding.UTF8.GetString(Content);

    /// <summary>The operation of an AWS JSON request.</summary>
    public string Operation => Headers.TryGetValue("X-Amz-Target", out var target) ? target[(target.LastIndexOf('.') + 1)..] : "";

    public JsonObject Json => JsonNode.Parse(Content)!.AsObject();
}
