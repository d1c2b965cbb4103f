namespace Fairlead.Infrastructure;

/// <summary>Where the service of a stack runs: the outputs that only one kind of service host has.</summary>
public abstract record ServiceOutputs
{
    private protected ServiceOutputs()
    {
    }

    /// <summary>The kind, as the output <c>service_host</c> names it.</summary>
    public abstract string Host { get; }
}
