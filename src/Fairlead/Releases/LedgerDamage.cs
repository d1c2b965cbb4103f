namespace Fairlead.Releases;

/// <summary>Why an object of the ledger cannot be used.</summary>
/// <param name="Object">The object: <c>s3://bucket/prefix/current.json</c>.</param>
/// <param name="Reason">What is wrong with it, as half a sentence: <c>it is not JSON</c>.</param>
public sealed record LedgerDamage(string Object, string Reason)
{
    /// <summary>The command that mends a ledger.</summary>
    public const string Command = "./build.sh RepairLedger";

    /// <summary>True when nothing is broken: a newer program wrote it, and only that one may change it.</summary>
    public bool IsNewer { get; init; }

    /// <summary>One sentence.</summary>
    public override string ToString() => IsNewer ? $"{Object} cannot be read: {Reason}." : $"{Object} is damaged: {Reason}.";

    internal FairleadException ToException() => new(ToString(), "", IsNewer ? "Use the newer Fairlead here, too." : $"Mend it with {Command}.");
}
