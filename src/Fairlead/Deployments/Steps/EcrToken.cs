using System.Text;
using Fairlead.Containers.Registry;
using Fairlead.Secrets;

namespace Fairlead.Deployments.Steps;

/// <summary>
/// What ECR gives to sign in with: base64 of <c>AWS:password</c>, good for twelve hours
/// (https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_AuthorizationData.html).
/// </summary>
internal static class EcrToken
{
    /// <summary>User name and password. The run hides both the token and the password from here on.</summary>
    /// <param name="token">As ECR answered; null when it answered none.</param>
    /// <exception cref="FairleadException">It is none.</exception>
    public static RegistryCredentials Read(string? token)
    {
        if (token is not { Length: > 0 })
        {
            throw Refused("ECR gave no authorization token.");
        }

        SecretMask.Learn(token);
        var bytes = new byte[token.Length];
        if (!Convert.TryFromBase64String(token, bytes, out var length)
            || Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2) is not [{ Length: > 0 } user, { Length: > 0 } password])
        {
            throw Refused("The authorization token that ECR gave is not base64 of a user name and a password.");
        }

        SecretMask.Learn(password);
        return new RegistryCredentials(user, password);
    }

    private static FairleadException Refused(string why) => new(
        "The registry cannot be signed in to.",
        why,
        "Run again; if it stays so, look at the permission ecr:GetAuthorizationToken, and at AWS_ENDPOINT_URL.");
}
