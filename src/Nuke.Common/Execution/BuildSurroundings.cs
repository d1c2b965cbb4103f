using Fairlead.Secrets.Children;
using Nuke.Common.ConsoleOutput;
using Nuke.Common.Prompts;

namespace Nuke.Common.Execution;

/// <summary>What a run is given from outside.</summary>
internal sealed record BuildSurroundings
{
    public required IReadOnlyList<string> Arguments { get; init; }
    public required IReadOnlyDictionary<string, string> Variables { get; init; }
    public required string WorkingDirectory { get; init; }
    public required TextWriter Out { get; init; }

    /// <summary>What people and runners read beside the answer that <see cref="Out"/> may be.</summary>
    public TextWriter Error { get; init; } = TextWriter.Null;

    public required bool IsTerminal { get; init; }

    /// <summary>Columns and rows of the terminal, asked for again with each frame since people resize it.</summary>
    public Func<(int Columns, int Rows)> WindowSize { get; init; } = ConsoleWindow.Size;

    /// <summary>Whether what targets write to Console.Out and Console.Error belongs to the run.</summary>
    public bool OwnsConsole { get; init; }

    /// <summary>null when nobody is there to answer questions.</summary>
    public IKeyboard? Keyboard { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public static BuildSurroundings FromProcess() => new()
    {
        Arguments = [.. Environment.GetCommandLineArgs().Skip(1)],
        Variables = ChildEnvironment.OfThisProcess(),
        WorkingDirectory = Environment.CurrentDirectory,
        Out = StandardOutput.Open(),
        Error = Console.Error,
        OwnsConsole = true,
        Keyboard = new ConsoleKeyboard(),
        IsTerminal = !Console.IsOutputRedirected,
    };
}
