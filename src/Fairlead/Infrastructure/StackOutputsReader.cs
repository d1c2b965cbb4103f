using System.Text.Json;

namespace Fairlead.Infrastructure;

/// <summary>
/// Reads the stack outputs from JSON: what <c>terraform output -json</c> prints, where each output is an object with a <c>value</c>
/// (https://developer.hashicorp.com/terraform/cli/commands/output), or a plain object from name to value. Tells everything that is wrong at once.
/// </summary>
public sealed class StackOutputsReader
{
    /// <summary>Which target needs an output, for messages. Every output that a stack can have is here.</summary>
    private static readonly Dictionary<string, string> NeededBy = new()
    {
        ["stack"] = "Deploy",
        ["region"] = "Deploy",
        ["public_url"] = "SmokeTest",
        ["health_check_path"] = "DeployService",
        ["site_bucket"] = "SyncS3",
        ["ledger_bucket"] = "Deploy",
        ["ledger_prefix"] = "Deploy",
        ["log_group"] = "DeployService",
        ["service_host"] = "DeployService",
        ["distribution_id"] = "Invalidate",
        ["repository_name"] = "PushEcr",
        ["repository_uri"] = "PushEcr",
        ["cluster_name"] = "DeployService",
        ["service_name"] = "DeployService",
        ["container_name"] = "DeployService",
        ["service_arn"] = "DeployService",
        ["image_role_arn"] = "DeployService",
        ["release_bucket"] = "DeployService",
        ["release_prefix"] = "DeployService",
        ["instance_tag_key"] = "DeployService",
        ["instance_tag_value"] = "DeployService",
    };

    private readonly JsonElement _root;
    private readonly List<string> _problems = [];

    private StackOutputsReader(JsonElement root) => _root = root;

    /// <param name="json">The text.</param>
    /// <param name="stack">The stack's name, for messages.</param>
    /// <exception cref="FairleadException">The text is not a JSON object, or an output is missing or of another type; the message
    /// names each such output, the stack and the target that needs it.</exception>
    public static StackOutputs Read(string json, string stack)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json);
        }
        catch (JsonException exception)
        {
            throw new FairleadException(
                $"The outputs of stack {stack} cannot be read.",
                $"They are not JSON: {exception.Message.TrimEnd('.')}.",
                "Look at what terraform output -json prints, or at the file that --stack-outputs-file names.",
                exception);
        }

        using (document)
        {
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw new FairleadException(
                    $"The outputs of stack {stack} cannot be read.",
                    $"They are {Kind(document.RootElement)} and not an object from name to value.",
                    "Look at what terraform output -json prints, or at the file that --stack-outputs-file names.");
            }

            if (!document.RootElement.EnumerateObject().Any())
            {
                throw new FairleadException($"Stack {stack} has no outputs.", "Its state is empty: nothing was applied yet.", "Run TerraformApply first.");
            }

            return new StackOutputsReader(document.RootElement).Read(stack);
        }
    }

    /// <summary>Reads the outputs from a file, for a place that another tool provisions.</summary>
    /// <exception cref="FairleadException">The file does not exist or cannot be read, or is not as <see cref="Read(string, string)"/> wants it.</exception>
    public static async Task<StackOutputs> ReadFileAsync(string path, string stack, CancellationToken cancellationToken)
    {
        string text;
        try
        {
            text = await File.ReadAllTextAsync(path, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FairleadException(
                $"The outputs of stack {stack} cannot be read.",
                $"{path}: {exception.Message.TrimEnd('.')}.",
                "Name a JSON file with --stack-outputs-file; terraform output -json writes one.",
                exception);
        }

        return Read(text, stack);
    }

    private StackOutputs Read(string stack)
    {
        var outputs = new StackOutputs
        {
            Stack = Required("stack"),
            Region = Required("region"),
            PublicUrl = Url("public_url"),
            HealthCheckPath = Path("health_check_path"),
            SiteBucket = Required("site_bucket"),
            LedgerBucket = Required("ledger_bucket"),
            LedgerPrefix = Required("ledger_prefix").Trim('/'),
            LogGroup = Required("log_group"),
            Service = Service(),
            DistributionId = Optional("distribution_id"),
            RepositoryName = IsOnInstances ? Optional("repository_name") : Required("repository_name"),
            RepositoryUri = IsOnInstances ? Optional("repository_uri") : Required("repository_uri"),
        };
        return _problems.Count == 0
            ? outputs
            : throw new FairleadException(
                $"Stack {stack} does not hand out what a deploy needs.",
                string.Join(' ', _problems),
                "Add the outputs to the stack and apply it, or correct the file that --stack-outputs-file names.");
    }

    private bool IsOnInstances => Find("service_host") is { ValueKind: JsonValueKind.String } host && host.GetString() == Ec2ServiceOutputs.HostName;

    private ServiceOutputs Service()
    {
        var host = Required("service_host");
        switch (host)
        {
            case EcsServiceOutputs.HostName:
                return new EcsServiceOutputs(Required("cluster_name"), Required("service_name"), Required("container_name"));
            case AppRunnerServiceOutputs.HostName:
                return new AppRunnerServiceOutputs(Required("service_arn"), Optional("image_role_arn"));
            case Ec2ServiceOutputs.HostName:
                return new Ec2ServiceOutputs(
                    Required("release_bucket"),
                    Required("release_prefix").Trim('/'),
                    Required("instance_tag_key"),
                    Required("instance_tag_value"));
            default:
                if (host.Length > 0)
                {
                    _problems.Add($"The output service_host, which {NeededBy["service_host"]} needs, is '{host}' and not ecs, apprunner or ec2.");
                }

                return new EcsServiceOutputs("", "", "");
        }
    }

    private Uri Url(string name)
    {
        var text = Required(name);
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.Query.Length == 0)
        {
            return new Uri(text.TrimEnd('/'));
        }

        if (text.Length > 0)
        {
            _problems.Add($"The output {name}, which {NeededBy[name]} needs, is '{text}' and not an absolute http or https URL.");
        }

        return new Uri("about:blank");
    }

    private string Path(string name)
    {
        var text = Required(name);
        if (text.Length > 0 && text[0] != '/')
        {
            _problems.Add($"The output {name}, which {NeededBy[name]} needs, is '{text}' and does not begin with a slash.");
        }

        return text;
    }

    private string Required(string name)
    {
        var value = Optional(name);
        if (value is null)
        {
            if (Find(name) is not { } found || found.ValueKind == JsonValueKind.Null)
            {
                _problems.Add($"The output {name}, which {NeededBy[name]} needs, is missing.");
            }

            return "";
        }

        if (value.Length == 0)
        {
            _problems.Add($"The output {name}, which {NeededBy[name]} needs, is empty.");
        }

        return value;
    }

    private string? Optional(string name)
    {
        if (Find(name) is not { ValueKind: not JsonValueKind.Null } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String)
        {
            return value.GetString();
        }

        _problems.Add($"The output {name}, which {NeededBy[name]} needs, is {Kind(value)} and not a string.");
        return null;
    }

    // { "site_bucket": { "sensitive": false, "type": "string", "value": "shop-site" } }
    private JsonElement? Find(string name)
        => !_root.TryGetProperty(name, out var found) ? null
            : found.ValueKind == JsonValueKind.Object && found.TryGetProperty("value", out var value) ? value
            : found;

    private static string Kind(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "a boolean",
        JsonValueKind.String => "a string",
        _ => "null",
    };
}
