using System.Text;

namespace Fairlead.Testing;

/// <summary>What a <see cref="LoopbackServer"/> answers.</summary>
public sealed record ScriptedResponse(int Status, byte[] Content, params IReadOnlyList<(string Name, string Value)> Headers)
{
    public ScriptedResponse(int status, string body, params IReadOnlyList<(string Name, string Value)> headers)
        : this(status, Encoding.UTF8.GetBytes(body), headers)
    {
    }

    /// <summary>No answer: the connection stays open until the client gives up.</summary>
    public static ScriptedResponse Never { get; } = new(0, "");

    /// <summary>The connection ends without an answer.</summary>
    public static ScriptedResponse Cut { get; } = new(0, "");

    public static ScriptedResponse Json(string body) => new(200, body, ("Content-Type", "application/x-amz-json-1.1"));

    public static ScriptedResponse Error(string code, string message, int status = 400)
        => new(status, $$"""{"__type":"{{code}}","message":"{{message}}"}""", ("Content-Type", "application/x-amz-json-1.1"));
}
