namespace Nuke.Common.Tooling;

/// <summary>How an option is written on the command line; <c>{value}</c> and <c>{key}</c> stand for what was set.</summary>
[AttributeUsage(AttributeTargets.Property)]
public class ArgumentAttribute : Attribute
{
    /// <summary>Positive: in front of the others, in this order. Negative: behind them.</summary>
    public int Position { get; set; }

    public string Format { get; set; }

    /// <summary>The value is not shown in the log.</summary>
    public bool Secret { get; set; }

    /// <summary>Joins the values of a list into one argument. Default: the format is repeated.</summary>
    public string Separator { get; set; }
}
