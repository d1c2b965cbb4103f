using System.Text;

namespace Nuke.Components.Tests.GitHub;

internal sealed record FakeAnswer(int Status, string Body, params (string Name, string Value)[] Headers)
{
    public static FakeAnswer NotFound { get; } = new(404, """{ "message": "Not Found", "status": "404" }""");

    /// <summary>No answer: the connection is cut.</summary>
    public static FakeAnswer Cut { get; } = new(0, "");

    public static FakeAnswer AlreadyExists(string resource, string field) => new(
        422,
        $$"""{ "message": "Validation Failed", "errors": [{ "resource": "{{resource}}", "code": "already_exists", "field": "{{field}}" }] }""");

    public bool IsCut => Status == 0;

    public byte[] ToBytes()
    {
        var body = Encoding.UTF8.GetBytes(Body);
        var headers = string.Concat(Headers.Select(x => $"{x.Name}: {x.Value}\r\n"));
        return [.. Encoding.ASCII.GetBytes($"HTTP/1.1 {Status} X\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n{headers}\r\n"), .. body];
    }
}
