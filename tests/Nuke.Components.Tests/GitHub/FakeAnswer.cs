namespace Nuke.Components.Tests.GitHub;

internal sealed record FakeAnswer(int Status, string Body, params (string Name, string Value)[] Headers)
{
    public static FakeAnswer NotFound { get; } = new(404, """{ "message": "Not Found", "status": "404" }""");

    /// <summary>No answer: the connection is cut.</summary>
    public static FakeAnswer Cut { get; } = new(0, "");

    public static FakeAnswer AlreadyExists(string resource, string field) => new(
        422,
        $$"""{ "message": "Validation Failed", "errors": [{ "resource": "{{resource}}", "code": "already_exists", "field": "{{field}}" }] }""");

    public ScriptedResponse ToResponse()
        => this == Cut ? ScriptedResponse.Cut : new ScriptedResponse(Status, Body, [("Content-Type", "application/json"), .. Headers]);
}
