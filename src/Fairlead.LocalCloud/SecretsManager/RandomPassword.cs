using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.SecretsManager;

/// <summary>A GetRandomPassword request (https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetRandomPassword.html).</summary>
internal static class RandomPassword
{
    private const int UsualLength = 32;

    private const int MaximumLength = 4096;

    private static readonly (string Excluded, string Characters)[] Types =
    [
        ("ExcludeLowercase", "abcdefghijklmnopqrstuvwxyz"),
        ("ExcludeUppercase", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
        ("ExcludeNumbers", "0123456789"),
        ("ExcludePunctuation", "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"),
    ];

    /// <exception cref="AwsServiceException">InvalidParameterException: no characters are left, or fewer are asked for than types.</exception>
    public static string Create(JsonObject request)
    {
        var length = request.Number("PasswordLength") ?? UsualLength;
        var excluded = request.BoundedText("ExcludeCharacters", 0, MaximumLength) ?? "";
        var types = Types
            .Where(x => request.Flag(x.Excluded) != true)
            .Select(x => x.Characters)
            .Concat(request.Flag("IncludeSpace") == true ? [" "] : [])
            .Select(x => string.Concat(x.Except(excluded)))
            .Where(x => x.Length > 0)
            .ToArray();
        if (length is < 1 or > MaximumLength)
        {
            throw new AwsServiceException("InvalidParameterException", $"PasswordLength must be between 1 and {MaximumLength}.");
        }

        if (types.Length == 0)
        {
            throw new AwsServiceException("InvalidParameterException", "The exclusions leave no characters for the password.");
        }

        var required = request.Flag("RequireEachIncludedType") == false ? [] : types;
        if (length < required.Length)
        {
            throw new AwsServiceException(
                "InvalidParameterException",
                $"The password length {length} is too short for one character of each of the {required.Length} types.");
        }

        var password = required
            .Select(x => x[RandomNumberGenerator.GetInt32(x.Length)])
            .Concat(RandomNumberGenerator.GetItems<char>(string.Concat(types), length - required.Length))
            .ToArray();
        RandomNumberGenerator.Shuffle<char>(password);
        return new string(password);
    }
}
