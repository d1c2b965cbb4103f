namespace Fairlead.Incremental;

/// <summary>
/// Remembers what a target was last made from and what it made, one small file per target. A target counts as unchanged only when a run
/// of it ended well, its inputs and keys are the same, and its outputs are still what that run left.
/// </summary>
/// <param name="directory">Where the files are kept.</param>
/// <param name="root">Names of inputs and outputs are taken relative to this directory.</param>
public sealed class IncrementalRecord(string directory, string root)
{
    /// <summary>Pure reading.</summary>
    public bool IsUnchanged(string target, IEnumerable<string> inputs, IEnumerable<string> outputs, IEnumerable<string> keys)
    {
        try
        {
            var lines = File.ReadAllLines(PathOf(target));
            return lines.Length == 2 && lines[0] == Fingerprint.Of(root, inputs, keys) && lines[1] == Fingerprint.Of(root, outputs, []);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>To be called before the target starts: a run that does not end leaves no record.</summary>
    /// <exception cref="FairleadException">The record cannot be removed.</exception>
    public void Forget(string target)
    {
        var path = PathOf(target);
        try
        {
            if (File.Exists(directory))
            {
                // Nothing of ours is a file of that name, and it would be in the way of every record.
                File.Delete(directory);
            }
            else if (Directory.Exists(path))
            {
                Directory.Delete(path, recursive: true);
            }
            else if (Directory.Exists(directory))
            {
                File.Delete(path);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FairleadException($"{target} was not started.", $"What is remembered of its last run cannot be removed: {exception.Message}", $"Make {directory} writable and run again.", exception);
        }
    }

    /// <summary>To be called when the target has ended well.</summary>
    public void Remember(string target, string inputFingerprint, IEnumerable<string> outputs)
    {
        Directory.CreateDirectory(directory);
        var path = PathOf(target);
        var temporary = $"{path}.{Environment.ProcessId}.tmp";
        File.WriteAllLines(temporary, [inputFingerprint, Fingerprint.Of(root, outputs, [])]);
        File.Move(temporary, path, overwrite: true);
    }

    private string PathOf(string target) => Path.Combine(directory, target);
}
