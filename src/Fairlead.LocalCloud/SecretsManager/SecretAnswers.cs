using System.Globalization;
using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.SecretsManager;

/// <summary>Secrets in the members of the API reference.</summary>
internal static class SecretAnswers
{
    public static JsonObject Named(SecretRecord secret, SecretVersion? version = null)
    {
        var answer = new JsonObject { ["ARN"] = secret.Arn, ["Name"] = secret.Name };
        if (version is not null)
        {
            answer["VersionId"] = version.Id;
        }

        return answer;
    }

    public static JsonObject Value(FoundSecret secret)
    {
        var version = secret.Version;
        var answer = new JsonObject
        {
            ["ARN"] = secret.Arn,
            ["Name"] = secret.Name,
            ["VersionId"] = version.Id,
            ["VersionStages"] = Texts(version.Stages),
            ["CreatedDate"] = Seconds(version.CreatedAt),
        };
        answer[version.Value.Text is null ? "SecretBinary" : "SecretString"] = (version.Value.Text ?? version.Value.Binary)!.Value;
        return answer;
    }

    /// <summary>All about a secret but its values.</summary>
    public static JsonObject Describe(SecretRecord secret, string versions)
    {
        var answer = Named(secret);
        foreach (var (member, text) in new[] { ("Description", secret.Description), ("KmsKeyId", secret.KmsKeyId) })
        {
            if (text is not null)
            {
                answer[member] = text;
            }
        }

        foreach (var (member, time) in new (string, DateTimeOffset?)[]
                 {
                     ("CreatedDate", secret.CreatedAt), ("LastChangedDate", secret.ChangedAt), ("LastAccessedDate", secret.AccessedAt),
                     ("DeletedDate", secret.DeletedAt),
                 })
        {
            if (time is { } at)
            {
                answer[member] = Seconds(at);
            }
        }

        answer["RotationEnabled"] = false;
        answer["Tags"] = ResourceTags.Render(secret.Tags);
        answer[versions] = new JsonObject(secret.Versions.Where(x => x.Stages.Count > 0).Select(x => KeyValuePair.Create(x.Id, (JsonNode?)Texts(x.Stages))));
        return answer;
    }

    public static JsonObject WithToken(string? token, JsonObject answer)
    {
        if (token is not null)
        {
            answer["NextToken"] = token;
        }

        return answer;
    }

    /// <summary>A text whose order is that of the times.</summary>
    public static string Sortable(DateTimeOffset time, string name) => string.Create(CultureInfo.InvariantCulture, $"{time.UtcTicks:D19} {name}");

    public static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(x => (JsonNode)x)]);

    /// <summary>As the JSON protocols write times: seconds since 1970 with three decimals.</summary>
    public static double Seconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds() / 1000d;
}
