using System.Text;
using Fairlead.Secrets;

namespace Fairlead.Infrastructure;

/// <summary>The typed values that a stack hands to the later targets. Read from <c>terraform output
/// -json</c>, from a file, or from the local provisioner.</summary>
public sealed record StackOutputs
{
    /// <summary>The stack's name: <c>shop</c>.</summary>
    public required string Stack { get; init; }

    /// <summary>AWS region of everything below.</summary>
    public required string Region { get; init; }

    /// <summary>Bucket that holds the ledger. May be a site's only if <see cref="LedgerPrefix"/> is not reachable through its distribution.</summary>
    public required string LedgerBucket { get; init; }

    /// <summary>Key prefix of the ledger, without a slash at either end.</summary>
    public required string LedgerPrefix { get; init; }

    /// <summary>Public URL of the application, without a trailing slash; null for one that nobody can ask, such as a worker.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>The services; none for a site alone.</summary>
    public IReadOnlyList<StackService> Services { get; init; } = [];

    /// <summary>The sites; none for a service alone.</summary>
    public IReadOnlyList<StackSite> Sites { get; init; } = [];

    public bool Equals(StackOutputs? other)
        => other is not null
            && (Stack, Region, LedgerBucket, LedgerPrefix, PublicUrl) == (other.Stack, other.Region, other.LedgerBucket, other.LedgerPrefix, other.PublicUrl)
            && Services.SequenceEqual(other.Services)
            && Sites.SequenceEqual(other.Sites);

    public override int GetHashCode() => HashCode.Combine(Stack, Region, LedgerBucket, LedgerPrefix, PublicUrl);

    private bool PrintMembers(StringBuilder builder) => RecordText.AppendMembers(builder, this);
}
