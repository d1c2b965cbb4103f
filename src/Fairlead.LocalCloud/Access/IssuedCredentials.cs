using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Access;

/// <summary>Temporary credentials.</summary>
/// <param name="Key">Access key id and secret.</param>
/// <param name="SessionToken">Goes along with each request.</param>
/// <param name="Expiration">From then on they are refused.</param>
/// <param name="Caller">Who the holder is.</param>
internal sealed record IssuedCredentials(AccessKey Key, string SessionToken, DateTimeOffset Expiration, Caller Caller);
