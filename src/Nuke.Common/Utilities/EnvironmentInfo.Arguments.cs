using System.Linq.Expressions;
using Nuke.Common.Execution;
using Nuke.Common.Parameters;

namespace Nuke.Common;

public static partial class EnvironmentInfo
{
    public static IReadOnlyCollection<string> CommandLineArguments => BuildSession.Current.Surroundings.Arguments;

    /// <param name="name">In any case and with or without dashes.</param>
    public static bool HasArgument(string name) => BuildSession.Current.CommandLine.Find(name) is not null;

    public static bool HasArgument<T>(Expression<Func<T>> expression) => HasArgument(NameOf(expression));

    /// <summary>The value of a switch; default when it was not given.</summary>
    /// <param name="parameterName">In any case and with or without dashes.</param>
    /// <param name="separator">Between several values in one word.</param>
    /// <exception cref="Exception">What was given is not of the type.</exception>
    public static T? GetNamedArgument<T>(string parameterName, char? separator = null)
        => Convert<T>(BuildSession.Current.CommandLine.Find(parameterName), separator, $"--{ParameterNames.Dashed(parameterName)}");

    /// <inheritdoc cref="GetNamedArgument{T}(string, char?)"/>
    public static T? GetNamedArgument<T>(Expression<Func<T?>> expression, char? separator = null) => GetNamedArgument<T>(NameOf(expression), separator);

    /// <inheritdoc cref="GetNamedArgument{T}(string, char?)"/>
    public static T? GetNamedArgument<T>(Expression<Func<object?>> expression, char? separator = null) => GetNamedArgument<T>(NameOf(expression), separator);

    /// <summary>A word before the first switch; default when there is none at the position.</summary>
    /// <param name="position">From 0; a negative number counts from the last one, which is -1.</param>
    /// <param name="separator">Between several values in the word.</param>
    public static T? GetPositionalArgument<T>(int position, char? separator = null)
    {
        var words = BuildSession.Current.CommandLine.Positional;
        var index = position < 0 ? words.Count + position : position;
        return index >= 0 && index < words.Count ? Convert<T>([words[index]], separator, $"argument {index + 1}") : default;
    }

    /// <summary>The words before the first switch; null when there are none.</summary>
    public static T[]? GetAllPositionalArguments<T>(char? separator = null)
        => BuildSession.Current.CommandLine.Positional is { Count: > 0 } words ? Convert<T[]>(words, separator, "the arguments") : null;

    private static T? Convert<T>(IReadOnlyList<string>? texts, char? separator, string origin) => texts is null
        ? default
        : (T?)ValueConverter.Convert(new RawValue(texts, null, origin, WorkingDirectory), typeof(T), separator?.ToString(), isSecret: false);

    private static string NameOf(LambdaExpression expression) => MemberNames.Short(ExpressionMember.Of(expression).Name);
}
