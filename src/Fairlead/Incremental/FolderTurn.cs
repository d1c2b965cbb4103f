namespace Fairlead.Incremental;

/// <summary>
/// One build at a time makes files in a folder: two that compile into the same <c>obj</c>, or bundle into the same <c>dist</c>, take each other's
/// files away. Targets of one build have their turn together. The turn is a lock of the system's on a file, which it drops when the process ends,
/// however it ends; builds on machines that share the folder without sharing locks do not see each other. A build that a target starts has the
/// turn of that target's build: it knows of it by a variable of its environment.
/// </summary>
public static class FolderTurn
{
    private const string Variable = "FAIRLEAD_FOLDER_TURN";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly Lock Gate = new();
    private static readonly Dictionary<string, Turn> Turns = new(StringComparer.Ordinal);

    /// <summary>Waits until no other build has the turn. Every call that returns is to be followed by one of
    /// <see cref="Leave"/>, else the turn ends with the process.</summary>
    /// <param name="file">The file of the lock; made when it is missing. A folder that cannot be
    /// written to has no turns: nothing can be made in it either.</param>
    /// <param name="whenOccupied">Called once, when there is something to wait for.</param>
    /// <param name="clock">By which it waits.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">The wait was ended.</exception>
    public static async Task EnterAsync(string file, Action whenOccupied, TimeProvider clock, CancellationToken cancellationToken)
    {
        for (var isFirst = true; !TryEnter(file); isFirst = false)
        {
            if (isFirst)
            {
                whenOccupied();
            }

            await Task.Delay(Pause, clock, cancellationToken);
        }
    }

    /// <summary>Gives the turn back, once every target of this build that entered has left.</summary>
    public static void Leave(string file)
    {
        lock (Gate)
        {
            if (Turns.TryGetValue(file, out var turn) && --turn.Targets == 0)
            {
                Turns.Remove(file);
                if (turn.Lock is not null)
                {
                    Environment.SetEnvironmentVariable(Variable, null);
                    turn.Lock.Dispose();
                }
            }
        }
    }

    private static bool TryEnter(string file)
    {
        lock (Gate)
        {
            if (Turns.TryGetValue(file, out var turn))
            {
                turn.Targets++;
                return true;
            }

            if (Environment.GetEnvironmentVariable(Variable) == file)
            {
                Turns[file] = new Turn(null);
                return true;
            }

            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                Turns[file] = new Turn(new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
                Environment.SetEnvironmentVariable(Variable, file);
                return true;
            }
            catch (IOException exception) when (IsOccupied(exception))
            {
                return false;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                Turns[file] = new Turn(null);
                return true;
            }
        }
    }

    /// <summary>EWOULDBLOCK of Linux, of macOS and the BSDs, and Windows' ERROR_SHARING_VIOLATION: what .NET says of a lock that another one has.</summary>
    private static bool IsOccupied(IOException exception) => exception.HResult is 11 or 35 or unchecked((int)0x80070020);

    private sealed class Turn(FileStream? @lock)
    {
        public FileStream? Lock { get; } = @lock;

        public int Targets { get; set; } = 1;
    }
}
