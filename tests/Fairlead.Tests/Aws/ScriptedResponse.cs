namespace Fairlead.Tests.Aws;

internal sealed record ScriptedResponse(int Status, string Body, params IReadOnlyList<(string Name, string Value)> Headers)
{
    public static ScriptedResponse Json(string body) => new(200, body, ("Content-Type", "application/x-amz-json-1.1"));

    public static ScriptedResponse Error(string code, string message, int status = 400) =>
        new(status, $$"""{"__type":"{{code}}","message":"{{message}}"}""", ("Content-Type", "application/x-amz-json-1.1"));
}
