using System.Globalization;
using Nuke.Common.ConsoleOutput;
using Nuke.Common.Execution;
using Nuke.Common.Execution.Theming;
using Serilog.Events;

namespace Nuke.Common;

public partial class Host
{
    internal virtual IHostTheme Theme => new HostTheme(Output);

    /// <summary>Whether blocks fold, so that <see cref="DefaultOutput.TargetCollapse"/> and not TargetHeader turns them off.</summary>
    internal virtual bool Folds => GetType().Assembly != typeof(Host).Assembly && Overrides(nameof(WriteBlock));

    /// <summary>Whether the log shows what <see cref="ReportWarning"/> and <see cref="ReportError"/> do, so that a line would say it twice.</summary>
    internal virtual bool ShowsReports => false;

    private protected static BuildOutput Output => BuildSession.Current.Output;

    private bool FiltersMessages => this is CI.GitHubActions.GitHubActions || GetType().Assembly != typeof(Host).Assembly;

    /// <summary>What a run starts with, unless <c>--no-logo</c> says otherwise.</summary>
    protected internal void WriteLogo()
    {
        var degree = BuildSession.Current.Options.Parallel;
        Output.Print(Ansi.Bold, "Fairlead build engine");
        Output.Print(Ansi.Dim, $"NUKE API 10.1 · {Environment.OSVersion.Platform}, .NET {Environment.Version} · "
            + (degree == 1 ? "targets run one by one" : $"up to {degree} targets at a time"));
    }

    /// <summary>The header of a target; what is returned ends its block.</summary>
    protected internal virtual IDisposable? WriteBlock(string text) => OpenBlock(text);

    /// <summary>Tells the CI server about a warning.</summary>
    /// <param name="text">Without secrets.</param>
    /// <param name="details">The exception with its stack trace, if there is one.</param>
    protected internal virtual void ReportWarning(string text, string? details = null) { }

    /// <inheritdoc cref="ReportWarning"/>
    protected internal virtual void ReportError(string text, string? details = null) { }

    /// <summary>Whether the host has dealt with a message, so that it is not logged.</summary>
    protected internal virtual bool FilterMessage(string message) => false;

    /// <summary>The list of errors and warnings after the last target.</summary>
    protected internal virtual void WriteErrorsAndWarnings()
    {
        if (Output.Issues.All.Count == 0)
        {
            return;
        }

        // Folded it would be missed.
        var end = Folds ? Box("Errors & Warnings") : WriteBlock("Errors & Warnings");
        Print(SummaryWriter.Issues(Output.Issues));
        end?.Dispose();
    }

    /// <summary>The table with what became of each target.</summary>
    protected internal virtual void WriteTargetOutcome(INukeBuild build) => Print(SummaryWriter.Table(Output.Result, Output.Issues));

    /// <summary>The last lines of a run.</summary>
    protected internal virtual void WriteBuildOutcome(INukeBuild build)
    {
        var session = BuildSession.Current;
        var time = session.Time.GetLocalNow().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        Theme.WriteDebug();
        Print(SummaryWriter.Next(Output.Result, hasLogFile: this is Terminal));
        if (Output.Result.IsCancelled)
        {
            Theme.WriteError($"Build cancelled on {time}.");
        }
        else if (Output.Result.IsFailed)
        {
            Theme.WriteError($"Build failed on {time}.");
        }
        else
        {
            Theme.WriteSuccess($"Build succeeded on {time}.");
        }
    }

    /// <summary>Whether the host has taken the event, as a runner takes its own commands out of the log.</summary>
    internal bool Takes(LogEvent logEvent)
    {
        if (!FiltersMessages)
        {
            return false;
        }

        var message = BuildSession.Current.Secrets.Apply(LogText.Of(logEvent, wholeException: false));
        return (this is not CI.GitHubActions.GitHubActions || Output.RunnerCommands.MayTake(logEvent)) && FilterMessage(message);
    }

    internal virtual IDisposable? OpenBlock(string text) => Box(text);

    private static IDisposable? Box(string text)
    {
        var width = AnsiText.Width(text);
        Output.Print(null, "");
        Output.Print(null, $"╬{new string('═', width + 5)}");
        Output.Print(null, $"║ {Output.Color(Ansi.Bold + Ansi.Cyan, text)}");
        Output.Print(null, $"╬{new string('═', Math.Max(width - 4, 2))}");
        Output.Print(null, "");
        return null;
    }

    private static void Print(IEnumerable<(string? Color, string Line)> lines)
    {
        foreach (var (color, line) in lines)
        {
            Output.Print(color, line);
        }
    }

    private bool Overrides(string method)
        => GetType().GetMethod(method, System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)?.DeclaringType != typeof(Host);
}
