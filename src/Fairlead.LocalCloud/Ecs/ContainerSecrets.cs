using System.Text.Json;
using System.Text.Json.Nodes;
using Fairlead.Json;
using Fairlead.LocalCloud.Protocol;
using Fairlead.LocalCloud.SecretsManager;
using Fairlead.LocalCloud.Ssm;

namespace Fairlead.LocalCloud.Ecs;

/// <summary>
/// The <c>secrets</c> of containers: their values when a task starts. Every start reads them anew; a running task keeps
/// what it has (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html).
/// </summary>
internal sealed class ContainerSecrets(ParameterStore parameters, SecretStore secrets)
{
    /// <summary>Before the words of the service that was asked, as the agent of ECS puts it.</summary>
    private const string Tried = "service call has been retried 1 time(s): ";

    /// <summary>The values for all containers of a task definition: container → variable → value.</summary>
    /// <exception cref="CannotPullSecretsException">One cannot be read, and why; every parameter that is missing is named.</exception>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Resolve(JsonObject definition)
    {
        var wanted = definition.Structures("containerDefinitions").ToDictionary(
            x => x.Required("name"),
            x => x.Structures("secrets").ToDictionary(s => s.Required("name"), s => s.Required("valueFrom"), StringComparer.Ordinal));
        var missing = wanted.Values.SelectMany(x => x.Values)
            .Where(x => SecretOrigin.Parse(x) is { IsSecret: false } origin && parameters.Find(origin.Id) is null)
            .Distinct()
            .ToArray();
        return missing.Length > 0
            ? throw new CannotPullSecretsException($"unable to retrieve secrets from ssm: {Tried}invalid parameters: {string.Join(',', missing)}")
            : wanted.ToDictionary(
                x => x.Key,
                IReadOnlyDictionary<string, string> (x) => x.Value.ToDictionary(s => s.Key, s => Value(s.Key, s.Value, secrets.Get), StringComparer.Ordinal));
    }

    /// <summary>Whether a value is there to be read. Changes nothing.</summary>
    public bool Has(string valueFrom)
    {
        try
        {
            _ = Value("", valueFrom, secrets.Look);
            return true;
        }
        catch (CannotPullSecretsException)
        {
            return false;
        }
    }

    private string Value(string variable, string valueFrom, Func<string, string?, string?, FoundSecret> read)
    {
        var origin = SecretOrigin.Parse(valueFrom);
        var value = origin.IsSecret ? Secret(origin, read) : parameters.Find(origin.Id) is { } found ? parameters.Shown(found, decrypted: true)
            : throw new CannotPullSecretsException($"unable to retrieve secrets from ssm: {Tried}invalid parameters: {valueFrom}");
        return value.Contains('\0', StringComparison.Ordinal)
            ? throw new CannotPullSecretsException($"the value for {variable} holds a NUL character, which an environment variable cannot")
            : value;
    }

    private static string Secret(SecretOrigin origin, Func<string, string?, string?, FoundSecret> read)
    {
        const string failure = "unable to retrieve secret from asm: ";
        SecretVersion version;
        try
        {
            version = read(origin.Id, origin.VersionId, origin.VersionStage).Version;
        }
        catch (AwsServiceException exception)
        {
            throw new CannotPullSecretsException(
                $"{failure}{Tried}failed to fetch secret {origin.Id} from secrets manager: {exception.Code}: {exception.Message}");
        }

        var text = version.Value.Text?.Value
            ?? throw new CannotPullSecretsException($"{failure}the secret {origin.Id} is binary, and a container takes a text");
        if (origin.JsonKey is null)
        {
            return text;
        }

        // The message of the parser would show a part of the value.
        return Object(text) is not { } members
            ? throw new CannotPullSecretsException($"{failure}the secret {origin.Id} is not a JSON object, and its json key {origin.JsonKey} is asked for")
            : members.TryGetPropertyValue(origin.JsonKey, out var member)
                ? member is JsonValue single && single.TryGetValue<string>(out var plain) ? plain : member?.ToJsonString() ?? "null"
                : throw new CannotPullSecretsException(
                    $"{failure}{Tried}retrieved secret from Secrets Manager did not contain json key {origin.JsonKey}");
    }

    private static JsonObject? Object(string text)
    {
        try
        {
            return WellFormedJson.ParseObject(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
