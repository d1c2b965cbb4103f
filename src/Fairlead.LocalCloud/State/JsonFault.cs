using System.Text.Json;

namespace Fairlead.LocalCloud.State;

/// <summary>Why JSON is not what was expected, for whoever wrote it: the serializer names this program's types.</summary>
internal static class JsonFault
{
    private static readonly string[] OfTypes = ["System.", "Fairlead.", ".NET"];

    public static string Of(JsonException exception)
        => !OfTypes.Any(x => exception.Message.Contains(x, StringComparison.Ordinal)) ? exception.Message
            : exception.Path is { } path ? $"What is at {path} is of a kind that does not belong there, or lacks a member."
            : "It is of a kind that does not belong there, or lacks a member.";
}
