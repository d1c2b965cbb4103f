using System.Diagnostics;
using System.Globalization;

namespace Fairlead.Incremental;

/// <summary>
/// Remembers what a target was last made from and what it left, one small file per target. A target counts as unchanged only when a run of it
/// ended well, its keys and inputs are the same, and its outputs are still what that run left. <see cref="Check"/>, <see cref="Begin"/>, the
/// target's own work, <see cref="End"/>, in this order: a run that is killed anywhere in between leaves the target changed.
/// </summary>
public sealed class IncrementalRecord
{
    private const string RunningPrefix = "running ";

    private readonly string _directory;
    private readonly string _root;
    private readonly string _owner;
    private readonly Func<string, bool> _mayRun;

    /// <param name="directory">Where the files are kept.</param>
    /// <param name="root">Names of inputs and outputs are taken relative to this directory.</param>
    public IncrementalRecord(string directory, string root)
        : this(directory, root, string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}/{Environment.ProcessId}"), MayRun)
    {
    }

    /// <param name="directory">Where the files are kept.</param>
    /// <param name="root">Names of inputs and outputs are taken relative to this directory.</param>
    /// <param name="owner">Names this build in the marks of running targets.</param>
    /// <param name="mayRun">Whether another build, by the name in its mark, may still be running.</param>
    internal IncrementalRecord(string directory, string root, string owner, Func<string, bool> mayRun)
    {
        _directory = directory;
        _root = root;
        _owner = owner;
        _mayRun = mayRun;
    }

    /// <summary>Reads, and writes nothing.</summary>
    /// <exception cref="FairleadException">An input or output cannot be read.</exception>
    public IncrementalCheck Check(string target, IEnumerable<string> inputs, Func<IEnumerable<string>> outputs, IEnumerable<string> keys)
    {
        var digest = RememberedRun.KeysDigest(keys);
        var snapshot = FileSnapshot.Of(_root, inputs);
        return new IncrementalCheck(target, Reason(target, digest, snapshot, outputs), digest, snapshot);
    }

    /// <summary>To be called before the target starts: from here until <see cref="End"/>, nothing is remembered of it.</summary>
    /// <exception cref="FairleadException">What was remembered cannot be replaced.</exception>
    public void Begin(IncrementalCheck check)
    {
        try
        {
            check.IsShared = Content(check.Target) is { } text
                && text.StartsWith(RunningPrefix, StringComparison.Ordinal)
                && OwnerOf(text) is var owner
                && owner != _owner
                && _mayRun(owner);
            MakeRoom(check.Target);
            Replace(check.Target, Mark(check));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FairleadException(
                $"{check.Target} was not started.",
                $"What is remembered of its last run cannot be replaced: {exception.Message}",
                $"Make {_directory} writable and run again.",
                exception);
        }
    }

    /// <summary>To be called when the target has ended well.</summary>
    /// <returns>null when the run is remembered; otherwise why it is not, so that the target runs again the next time.</returns>
    /// <exception cref="FairleadException">An input or output cannot be read.</exception>
    public string? End(IncrementalCheck check, IEnumerable<string> inputs, IEnumerable<string> outputs)
    {
        if (FileChanges.Since(check.Inputs, FileSnapshot.Of(_root, inputs)) is { } changes)
        {
            return $"{changes} while it ran";
        }

        var left = FileSnapshot.Of(_root, outputs);
        try
        {
            if (check.IsShared || Content(check.Target) != Mark(check))
            {
                return "another build ran it at the same time";
            }

            Replace(check.Target, new RememberedRun(check.Keys, FileChanges.Digests(check.Inputs), FileChanges.Digests(left)).Format());
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return exception.Message;
        }
    }

    private string? Reason(string target, string keys, FileSnapshot inputs, Func<IEnumerable<string>> outputs)
    {
        if (Content(target) is not { } text)
        {
            return "no earlier run is known";
        }

        if (text.StartsWith(RunningPrefix, StringComparison.Ordinal))
        {
            return "its last run did not end well";
        }

        if (!RememberedRun.TryParse(text, out var run))
        {
            return "what was remembered of its last run cannot be read";
        }

        if (inputs.Files.All(x => x.Digest is FileState.Absent or FileState.Directory))
        {
            return "it has no inputs";
        }

        if (run.Keys != keys)
        {
            return "a parameter or the version of a tool changed";
        }

        return FileChanges.Between("input", run.Inputs, FileChanges.Digests(inputs))
            ?? FileChanges.Between("output", run.Outputs, FileChanges.Digests(FileSnapshot.Of(_root, outputs())));
    }

    private string? Content(string target)
    {
        try
        {
            return File.ReadAllText(PathOf(target));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Nothing of ours is a file where the directory is, or a directory where the file is; both would be in the way of every record.</summary>
    private void MakeRoom(string target)
    {
        if (File.Exists(_directory))
        {
            File.Delete(_directory);
        }

        Directory.CreateDirectory(_directory);
        if (Directory.Exists(PathOf(target)))
        {
            Directory.Delete(PathOf(target), recursive: true);
        }
    }

    private void Replace(string target, string content)
    {
        var temporary = $"{PathOf(target)}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.WriteAllText(temporary, content);
            File.Move(temporary, PathOf(target), overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            File.Delete(temporary);
            throw;
        }
    }

    private string Mark(IncrementalCheck check) => $"{RunningPrefix}{check.Id} {_owner}\n";

    private static string OwnerOf(string mark) => mark.Split(' ', 3) is [_, _, var owner] ? owner.TrimEnd('\n') : "";

    /// <summary>A build on another machine (a container that shares the checkout) cannot be asked, so that it may.</summary>
    private static bool MayRun(string owner)
    {
        if (owner.Split('/') is not [var machine, var id]
            || machine != Environment.MachineName
            || !int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var processId))
        {
            return true;
        }

        try
        {
            using var process = Process.GetProcessById(processId);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private string PathOf(string target) => Path.Combine(_directory, target);
}
