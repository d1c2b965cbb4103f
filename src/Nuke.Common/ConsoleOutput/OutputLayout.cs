namespace Nuke.Common.ConsoleOutput;

/// <summary>Decides where and when the lines of the targets appear. Called by one thread at a time.</summary>
internal abstract class OutputLayout
{
    /// <summary>How often <see cref="Tick"/> is to be called while targets run.</summary>
    public abstract TimeSpan Period { get; }

    public abstract void Started(TargetBlock block);

    public abstract void Finished(TargetBlock block);

    /// <param name="block">null: written outside of targets.</param>
    /// <param name="line">Without a line end.</param>
    public abstract void Line(TargetBlock? block, string line);

    /// <param name="window">The terminal's columns and rows.</param>
    public abstract void Tick((int Columns, int Rows) window);

    /// <summary>Prints what waits. Nothing that is written later needs a layout.</summary>
    /// <param name="window">The terminal's columns and rows.</param>
    public abstract void Close((int Columns, int Rows) window);
}
