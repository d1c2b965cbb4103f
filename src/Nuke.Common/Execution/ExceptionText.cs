using System.Reflection;

namespace Nuke.Common.Execution;

internal static class ExceptionText
{
    /// <summary>The message a user can act on: without the wrappers that reflection and tasks put around it.</summary>
    public static string Of(Exception exception) => string.Join(
        Environment.NewLine,
        Unwrap(exception).Select(x => string.IsNullOrWhiteSpace(x.Message) ? x.GetType().Name : x.Message).Distinct());

    public static string FirstLine(Exception exception)
        => exception.Message.Split('\n', 2)[0].Trim() is { Length: > 0 } line ? line : exception.GetType().Name;

    public static IEnumerable<Exception> Unwrap(Exception exception) => exception switch
    {
        AggregateException { InnerExceptions.Count: > 0 } aggregate => aggregate.InnerExceptions.SelectMany(Unwrap),
        TargetInvocationException { InnerException: { } inner } => Unwrap(inner),
        TypeInitializationException { InnerException: { } inner } => Unwrap(inner),
        _ => [exception],
    };
}
