namespace Fairlead.Containers.Registry;

/// <summary>How often and how patiently a registry is asked again after it was busy, broken or out of reach.</summary>
public sealed record RegistryRetry
{
    /// <summary>Tries in all.</summary>
    public int Attempts { get; init; } = 5;

    /// <summary>Wait after the first try that failed; doubled after each further one.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>No single wait is longer, also if the registry asks for more.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Spreads the waits of parallel uploads: a number from 0 up to but not including 1.</summary>
    public Func<double> Random { get; init; } = System.Random.Shared.NextDouble;

    /// <summary>How long to wait before the next try.</summary>
    /// <param name="failures">Tries that failed so far, at least 1.</param>
    /// <param name="asked">What the registry asked for in <c>Retry-After</c>.</param>
    public TimeSpan DelayAfter(int failures, TimeSpan? asked)
    {
        // Half of the wait is fixed and half is by chance.
        var backOff = FirstDelay * Math.Pow(2, failures - 1) * (0.5 + Random() / 2);
        var delay = asked > backOff ? asked.Value : backOff;
        return delay < MaxDelay ? delay : MaxDelay;
    }
}
