using System.Text.Json;

namespace Fairlead.Json;

/// <summary>
/// What is wrong with a document, for whoever wrote it. Of what is no JSON the serializer tells the place; of JSON that does not fit it tells this program's
/// types, which say nothing to anybody else.
/// </summary>
public static class JsonFault
{
    private static readonly string[] OfTypes = ["System.", "Fairlead.", ".NET"];

    /// <summary>A sentence, for the answer to a request: what it says itself, else which member does not fit.</summary>
    public static string Of(JsonException exception)
        => !OfTypes.Any(x => exception.Message.Contains(x, StringComparison.Ordinal)) ? exception.Message
            : exception.Path is { } path ? $"What is at {path} is of a kind that does not belong there, or lacks a member."
            : "It is of a kind that does not belong there, or lacks a member.";

    /// <summary>The end of a sentence that has named the document: <c>its field fence is not what it must be</c>.</summary>
    public static string Reason(this JsonException exception)
        => IsSyntax(exception) ? $"it is not JSON: {exception.Message.TrimEnd('.')}"
            : exception.Path is { Length: > 2 } path ? $"its field {path[2..]} is not what it must be"
            : "it lacks fields that it must have";

    // A reader has no path; the serializer wraps what its reader says and adds one.
    private static bool IsSyntax(JsonException exception) => exception.Path is null || exception.InnerException is JsonException;
}
