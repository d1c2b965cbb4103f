using Fairlead.Secrets;

namespace Fairlead.Containers.Registry;

/// <summary>User name and password for a registry; for ECR, <c>AWS</c> and a token that lives twelve hours. Never shown in text.</summary>
public sealed record RegistryCredentials(string Username, string Password)
{
    public override string ToString() => $"{Username}:{SecretMask.Mark}";
}
