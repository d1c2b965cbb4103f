namespace Amazon.ECR.Model;

/// <summary>A registry password: a secret.</summary>
public sealed class AuthorizationData
{
    /// <summary>Base64 of <c>AWS:password</c>. Never print it.</summary>
    public string? AuthorizationToken { get; set; }

    public DateTime? ExpiresAt { get; set; }

    public string? ProxyEndpoint { get; set; }
}
