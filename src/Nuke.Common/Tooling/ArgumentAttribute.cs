namespace Nuke.Common.Tooling;

/// <summary>How an option is written on the command line; <c>{value}</c> and <c>{key}</c> stand for what was set.</summary>
public class ArgumentAttribute : Attribute
{
    /// <summary>Positive: in front of the others, in this order. Negative: behind them.</summary>
    public int Position { get; set; }

    public string? Format { get; set; }
    public string? AlternativeFormat { get; set; }

    /// <summary>The value is replaced by [REDACTED] in the invocation, the output and errors.</summary>
    public bool Secret { get; set; }

    /// <summary>The type that has <see cref="FormatterMethod"/>; default: the one of the options.</summary>
    public Type? FormatterType { get; set; }

    /// <summary>A method that turns the value and its <see cref="System.Reflection.PropertyInfo"/> into text.</summary>
    public string? FormatterMethod { get; set; }

    /// <summary>Joins the values of a list, or the pairs of a dictionary, into one argument. Default: the format is repeated.</summary>
    public string? Separator { get; set; }

    /// <summary>Joins the values of one key of a lookup.</summary>
    public string? InnerSeparator { get; set; }

    /// <summary>The joined values are put in double quotes.</summary>
    public bool QuoteMultiple { get; set; }
}
