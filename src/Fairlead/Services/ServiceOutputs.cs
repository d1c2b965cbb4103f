namespace Fairlead.Services;

/// <summary>
/// Where a service runs, and all that differs from one kind of service host to the next. A further kind is one file with a record of its own, and a line in
/// <c>ServiceHostKinds</c>.
/// </summary>
public abstract record ServiceOutputs
{
    private protected ServiceOutputs()
    {
    }

    /// <summary>The kind, as the output <c>service_host</c> names it.</summary>
    public abstract string Host { get; }

    /// <summary>Whether the service runs an image, which has to be pushed; else it unpacks an archive.</summary>
    public virtual bool TakesImages => true;

    /// <summary>Who migrates where a deploy does not do it with a task of its own, as a sentence; null where the deploy does.</summary>
    public virtual string? MigratedBy => null;

    /// <summary>The outputs of this kind, under the names that the stack gives them.</summary>
    public abstract IReadOnlyList<(string Name, string? Value)> Fields { get; }

    /// <summary>
    /// What of them makes a release another one, in one text that is written out: when it moves, every release of every place of the kind gets a new id.
    /// </summary>
    public abstract string Fingerprint { get; }

    /// <summary>The host, which looks and changes.</summary>
    public abstract IServiceHost CreateHost(ServiceHostSettings settings);
}
