using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Ecs;

/// <summary>
/// Requests that are carried out once, however often they are sent: the same token and the same parameters in the same cluster do nothing further
/// (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/ECS_Idempotency.html). Tokens are part of the state, and found and kept in the change that makes
/// what they stand for: it holds also for two callers at the same moment, and across a restart.
/// </summary>
internal static class ClientTokens
{
    private const string Member = "clientToken";
    private const string DefinitionMember = "taskDefinition";

    /// <summary>How long a token of RunTask is known. That of CreateService is known as long as its service.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(24);

    private static readonly SearchValues<char> Allowed = SearchValues.Create([.. Enumerable.Range(33, 94).Select(x => (char)x)]);

    /// <summary>The token of a request; null when it has none.</summary>
    /// <param name="request">The request.</param>
    /// <param name="longest">36 characters for CreateService, 64 for RunTask.</param>
    /// <exception cref="AwsServiceException">InvalidParameterException: not 1 to <paramref name="longest"/> ASCII characters of 33 to 126.</exception>
    public static string? Of(JsonObject request, int longest)
        => request.Text(Member) is not { } token ? null
            : token.Length >= 1 && token.Length <= longest && !token.AsSpan().ContainsAnyExcept(Allowed) ? token
            : throw new AwsServiceException(
                "InvalidParameterException",
                $"Invalid clientToken: it must have 1 to {longest} ASCII characters in the range of 33-126 (inclusive).");

    /// <summary>Forgets the tokens that are too old.</summary>
    public static void Forget(EcsDocument document, DateTimeOffset now) => document.ClientTokens.RemoveAll(x => x.Operation == "RunTask" && now - x.At >= Life);

    /// <summary>What was carried out with this token; null when it is new. Tokens that are too old are forgotten.</summary>
    public static ClientTokenRecord? Find(EcsDocument document, string operation, string cluster, string token, DateTimeOffset now)
    {
        Forget(document, now);
        return document.ClientTokens.Find(x => x.Operation == operation && x.Cluster == cluster && x.Token == token);
    }

    /// <summary>Keeps what was carried out.</summary>
    public static void Add(
        EcsDocument document,
        string operation,
        string cluster,
        string token,
        JsonObject request,
        TaskDefinitionRecord definition,
        IReadOnlyList<string> resources,
        DateTimeOffset now)
        => document.ClientTokens.Add(
            new ClientTokenRecord(operation, cluster, token, Digest(request), resources, now, request.Text(DefinitionMember), definition.Arn));

    /// <summary>Does a request ask for what was carried out, in a cluster that is the same? A task definition may be named in another way that means the same,
    /// or in the same way when that has come to mean a later revision.</summary>
    public static bool IsSame(EcsDocument document, ClientTokenRecord known, JsonObject request)
        => known.Request == Digest(request)
            && request.Text(DefinitionMember) is { } reference
            && (reference == known.Reference || EcsStore.TaskDefinition(document, reference)?.Arn == known.Definition);

    /// <summary>What makes two requests the same, beside cluster and task definition, which have several names: all parameters but the token, in any order,
    /// where one that is null is not there.</summary>
    private static string Digest(JsonObject request)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            var copy = (JsonObject)request.DeepClone();
            copy.Remove(Member);
            copy.Remove("cluster");
            copy.Remove(DefinitionMember);
            Write(writer, copy);
        }

        return Convert.ToHexStringLower(SHA256.HashData(buffer.WrittenSpan));
    }

    private static void Write(Utf8JsonWriter writer, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject value:
                writer.WriteStartObject();
                foreach (var (name, member) in value.Where(x => x.Value is not null).OrderBy(x => x.Key, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(name);
                    Write(writer, member);
                }

                writer.WriteEndObject();
                break;
            case JsonArray value:
                writer.WriteStartArray();
                foreach (var item in value)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case null:
                writer.WriteNullValue();
                break;
            default:
                node.WriteTo(writer);
                break;
        }
    }
}
