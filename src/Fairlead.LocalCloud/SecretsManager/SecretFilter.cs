using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.SecretsManager;

/// <summary>
/// A filter of ListSecrets or BatchGetSecretValue. A secret passes when one of the values matches; a value behind <c>!</c> must not
/// (https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_Filter.html).
/// </summary>
internal sealed class SecretFilter
{
    /// <summary>Key → does a value match. All match beginnings; description and all in any case, as the API reference says.</summary>
    private static readonly Dictionary<string, Func<SecretRecord, string, bool>> Keys = new()
    {
        ["name"] = (secret, value) => secret.Name.StartsWith(value, StringComparison.Ordinal),
        ["description"] = (secret, value) => secret.Description?.StartsWith(value, StringComparison.OrdinalIgnoreCase) ?? false,
        ["tag-key"] = (secret, value) => secret.Tags.Keys.Any(x => x.StartsWith(value, StringComparison.Ordinal)),
        ["tag-value"] = (secret, value) => secret.Tags.Values.Any(x => x.StartsWith(value, StringComparison.Ordinal)),
        ["primary-region"] = (_, _) => false,
        ["owning-service"] = (_, _) => false,
        ["all"] = (secret, value) => value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(word => Words(secret)
            .Any(x => x.Contains(word, StringComparison.OrdinalIgnoreCase))),
    };

    private readonly Func<SecretRecord, string, bool> _matches;
    private readonly IReadOnlyList<string> _values;

    private SecretFilter(Func<SecretRecord, string, bool> matches, IReadOnlyList<string> values) => (_matches, _values) = (matches, values);

    /// <summary>The filters of a request, all of which have to be passed.</summary>
    /// <exception cref="AwsServiceException">InvalidParameterException or ValidationException.</exception>
    public static IReadOnlyList<SecretFilter> Read(JsonObject request)
    {
        var filters = request.Structures("Filters").ToArray();
        return filters.Length > 10
            ? throw Constraints.Refusal("Filters", "Member must have length less than or equal to 10")
            : [.. filters.Select(x => new SecretFilter(
                Keys[x.OneOf("Key", [.. Keys.Keys]) ?? throw new AwsServiceException("InvalidParameterException", "Invalid filter key")],
                x.RequiredTexts("Values", 10)))];
    }

    public bool Passes(SecretRecord secret)
    {
        var refused = _values.Where(x => x.StartsWith('!')).ToArray();
        var wanted = _values.Except(refused).ToArray();
        return !refused.Any(x => _matches(secret, x[1..])) && (wanted.Length == 0 || wanted.Any(x => _matches(secret, x)));
    }

    private static IEnumerable<string> Words(SecretRecord secret) => [secret.Name, secret.Description ?? "", .. secret.Tags.Keys, .. secret.Tags.Values];
}
