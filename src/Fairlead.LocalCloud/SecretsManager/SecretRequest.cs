using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Fairlead.Json;
using Fairlead.LocalCloud.Protocol;
using Fairlead.LocalCloud.State;

namespace Fairlead.LocalCloud.SecretsManager;

/// <summary>Members that several requests of Secrets Manager have, with their limits. No message shows a value.</summary>
internal static partial class SecretRequest
{
    private const int MaximumBytes = 65536;

    private const int MaximumPolicyLength = 20480;

    public static string SecretId(this JsonObject request) => request.RequiredText("SecretId", 2048);

    public static string? VersionId(this JsonObject request, string member = "VersionId") => request.BoundedText(member, 32, 64);

    /// <summary>The id of the version that a request makes; a new one when the client gives none.</summary>
    /// <exception cref="AwsServiceException">InvalidParameterException.</exception>
    public static string NewVersionId(this JsonObject request) => request.Text("ClientRequestToken") switch
    {
        null => Guid.NewGuid().ToString(),
        { Length: >= 32 and <= 64 } token => token,
        _ => throw new AwsServiceException("InvalidParameterException", "ClientRequestToken must be 32-64 characters long."),
    };

    /// <exception cref="AwsServiceException">ValidationException.</exception>
    public static string NewName(this JsonObject request)
    {
        var name = request.RequiredText("Name", 512);
        return NamePattern().IsMatch(name)
            ? name
            : throw new AwsServiceException(
                "ValidationException",
                "Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!");
    }

    /// <summary>The value that a request brings; null when it brings none.</summary>
    /// <exception cref="AwsServiceException">It brings two, or one that is too long or not base64.</exception>
    public static SecretValue? Value(this JsonObject request)
    {
        var (text, binary) = (request.Text("SecretString"), request.Text("SecretBinary"));
        if (text is not null && binary is not null)
        {
            throw new AwsServiceException(
                "InvalidParameterException",
                "You can't specify both a binary secret value and a string secret value in the same secret.");
        }

        if (text is not null)
        {
            CheckLength("SecretString", Encoding.UTF8.GetByteCount(text));
            return new SecretValue(new SecretText(text), null);
        }

        if (binary is null)
        {
            return null;
        }

        var bytes = new byte[binary.Length];
        if (!Convert.TryFromBase64String(binary, bytes, out var length))
        {
            throw new AwsServiceException("SerializationException", "SecretBinary is not base64.");
        }

        CheckLength("SecretBinary", length);
        return new SecretValue(null, new SecretText(binary));
    }

    /// <summary>A policy is a JSON object. It has no effect here, and is given back as it came.</summary>
    /// <exception cref="AwsServiceException">MalformedPolicyDocumentException.</exception>
    public static string Policy(this JsonObject request)
    {
        var policy = request.RequiredText("ResourcePolicy", MaximumPolicyLength);
        try
        {
            if (WellFormedJson.ParseObject(policy) is not null)
            {
                return policy;
            }
        }
        catch (JsonException)
        {
            // Said below.
        }

        throw new AwsServiceException("MalformedPolicyDocumentException", "This resource policy contains invalid Json.");
    }

    private static void CheckLength(string member, int bytes)
    {
        if (bytes is 0 or > MaximumBytes)
        {
            throw Constraints.Refusal(member, $"Member must have length between 1 and {MaximumBytes} bytes");
        }
    }

    [GeneratedRegex(@"\A[a-zA-Z0-9/_+=.@!-]+\z")]
    private static partial Regex NamePattern();
}
