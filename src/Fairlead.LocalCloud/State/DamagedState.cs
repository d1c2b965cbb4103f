namespace Fairlead.LocalCloud.State;

/// <summary>The one rule for what is found damaged in the state: it is moved aside, named, and the next start works without it. Nothing is deleted.</summary>
internal static class DamagedState
{
    private const string Extension = ".corrupt";

    /// <summary>Moves a file or folder aside, under a name that ends in <c>.corrupt</c>.</summary>
    /// <param name="path">What is damaged.</param>
    /// <param name="why">A sentence: what cannot be read, and why.</param>
    /// <param name="inner">Where that was found out.</param>
    /// <param name="beside">The name that the new one begins with, in a folder that exists. Null to stay beside the old name.</param>
    /// <returns>What to throw: it says why and where to.</returns>
    public static StateDirectoryException MoveAside(string path, string why, Exception? inner = null, string? beside = null)
    {
        var aside = Free($"{beside ?? path}.{DateTimeOffset.UtcNow:yyyyMMddHHmmss}");
        try
        {
            if (Directory.Exists(path))
            {
                Directory.Move(path, aside);
            }
            else
            {
                File.Move(path, aside);
            }
        }
        catch (Exception exception) when (DiskRefusal.Is(exception))
        {
            return new StateDirectoryException($"{why} It could not be moved aside: {exception.Message} Move {path} away by hand, and run again.", exception);
        }

        return new StateDirectoryException($"{why} It was moved to {aside}. Run again to start without it.", inner);
    }

    /// <summary>Two can be damaged in one second, and the older one must stay.</summary>
    private static string Free(string name)
    {
        var free = name + Extension;
        for (var number = 2; Path.Exists(free); number++)
        {
            free = $"{name}.{number}{Extension}";
        }

        return free;
    }
}
