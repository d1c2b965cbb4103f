namespace Fairlead.Tests.Aws;

/// <summary>How a <see cref="HostilePeer"/> answers.</summary>
public enum HostileAnswer
{
    Nothing,
    HalfAHead,
    EndlessHead,
    HalfABody,
    EndlessBody,
}
