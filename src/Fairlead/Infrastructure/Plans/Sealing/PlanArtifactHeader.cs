namespace Fairlead.Infrastructure.Plans.Sealing;

/// <summary>What can be read of a plan artifact without its key. Authenticated: nobody changes it unnoticed.</summary>
public sealed record PlanArtifactHeader
{
    /// <summary>The stack that the plan is for.</summary>
    public required string Stack { get; init; }

    /// <summary>Digest of the plan's binding, see <see cref="PlanBinding.Digest"/>.</summary>
    public required string Digest { get; init; }

    /// <summary>When it was sealed.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>How the key is made from the secret: <c>pbkdf2-hmac-sha256</c>.</summary>
    public required string KeyDerivation { get; init; }

    /// <summary>Rounds of it.</summary>
    public required int Iterations { get; init; }

    /// <summary>Salt of the key, base64.</summary>
    public required string Salt { get; init; }

    /// <summary>Tells a wrong secret from a damaged file without saying anything of the key, base64.</summary>
    public required string KeyCheck { get; init; }
}
