namespace Fairlead.Releases;

/// <summary>What a step may have changed, from the moment in which its first effect begins. A rollback goes by it.</summary>
public abstract record Touch
{
    private Touch()
    {
    }

    /// <summary>The schema of the service's database.</summary>
    public sealed record Schema(string Name) : Touch;

    /// <summary>The revision that the service runs.</summary>
    public sealed record Service(string Name) : Touch;

    /// <summary>The entry points of the site.</summary>
    public sealed record EntryPoints(string Name) : Touch;
}
