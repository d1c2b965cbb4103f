namespace Nuke.Common.Execution;

/// <summary>A mistake in the build or in what it was given: what is wrong, and what to do about it. Printed without a stack trace.</summary>
internal class BuildException(string what, string? next = null) : Exception(next is null ? what : $"{Sentence(what)} {next}")
{
    // What ends with another exception's message ends as that does.
    private static string Sentence(string text) => text.Length > 0 && char.IsPunctuation(text[^1]) && text[^1] != '\'' ? text : $"{text}.";
}
