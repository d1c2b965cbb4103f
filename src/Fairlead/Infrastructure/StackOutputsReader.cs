using System.Globalization;
using System.Text.Json;
using Fairlead.Json;
using Fairlead.Releases;
using Fairlead.Secrets;
using Fairlead.Services;
using Fairlead.Services.Kinds;

namespace Fairlead.Infrastructure;

/// <summary>
/// Reads the stack outputs from JSON: what <c>terraform output -json</c> prints, where each output is an object with a <c>value</c>
/// (https://developer.hashicorp.com/terraform/cli/commands/output), or a plain object from name to value. Tells everything that is wrong at once.
/// </summary>
public sealed class StackOutputsReader : IOutputValues
{
    /// <summary>Which target needs an output, for messages; those of a service host, which are not here, <c>DeployService</c>.</summary>
    private static readonly Dictionary<string, string> NeededBy = new()
    {
        ["stack"] = "Deploy",
        ["region"] = "Deploy",
        ["public_url"] = "SmokeTest",
        ["site_bucket"] = "SyncS3",
        ["ledger_bucket"] = "Deploy",
        ["ledger_prefix"] = "Deploy",
        ["name"] = "Deploy",
        ["bucket"] = "SyncS3",
        ["url"] = "SmokeTest",
        ["distribution_id"] = "Invalidate",
        ["repository_name"] = "PushEcr",
        ["repository_uri"] = "PushEcr",
        ["database_instance"] = "Migrate",
    };

    private readonly JsonElement _root;

    /// <summary>Before the name of an output, for messages: <c>services[0].</c>; empty for one of the stack itself.</summary>
    private readonly string _where;
    private readonly List<string> _problems;

    private StackOutputsReader(JsonElement root, string where, List<string> problems) => (_root, _where, _problems) = (root, where, problems);

    /// <param name="json">The text.</param>
    /// <param name="stack">The stack's name, for messages.</param>
    /// <exception cref="FairleadException">The text is not a JSON object, or an output is missing or of another type; the message
    /// names each such output, the stack and the target that needs it.</exception>
    public static StackOutputs Read(string json, string stack)
    {
        JsonElement root;
        try
        {
            root = WellFormedJson.Parse(json);
        }
        catch (JsonException exception)
        {
            throw new FairleadException(
                $"The outputs of stack {stack} cannot be read.",
                $"They are not JSON: {exception.Message.TrimEnd('.')}.",
                "Look at what terraform output -json prints, or at the file that --stack-outputs-file names.",
                exception);
        }

        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new FairleadException(
                $"The outputs of stack {stack} cannot be read.",
                $"They are {Kind(root)} and not an object from name to value.",
                "Look at what terraform output -json prints, or at the file that --stack-outputs-file names.");
        }

        if (!root.EnumerateObject().Any())
        {
            throw new FairleadException($"Stack {stack} has no outputs.", "Its state is empty: nothing was applied yet.", "Run TerraformApply first.");
        }

        SecretMask.Learn(root.EnumerateObject().SelectMany(x => Secrets(x.Value)));
        return new StackOutputsReader(root, where: "", []).Read(stack);
    }

    // {"db_url": {"sensitive": true, "type": "string", "value": "postgres://…"}}
    private static IEnumerable<string> Secrets(JsonElement output)
        => output.ValueKind == JsonValueKind.Object
            && output.TryGetProperty("sensitive", out var sensitive) && sensitive.ValueKind == JsonValueKind.True
            && output.TryGetProperty("value", out var value)
                ? Texts(value)
                : [];

    private static IEnumerable<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => value.EnumerateObject().SelectMany(x => Texts(x.Value)),
        _ => [],
    };

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
        var isList = Find("services") is not null || Find("sites") is not null;
        var outputs = new StackOutputs
        {
            Stack = Required("stack"),
            Region = Required("region"),
            PublicUrl = isList ? OptionalUrl("public_url") : Url("public_url"),
            LedgerBucket = Required("ledger_bucket"),
            LedgerPrefix = Required("ledger_prefix").Trim('/'),
            Services = isList ? List("services", x => x.NamedService()) : [Service(PartNames.Service)],
            Sites = isList ? List("sites", x => x.Site(x.Required("name"), "bucket", "url")) : [Site(PartNames.Site, "site_bucket", url: null)],
        };
        if (isList && new[] { "service_host", "site_bucket" }.FirstOrDefault(x => Find(x) is not null) is { } flat)
        {
            _problems.Add($"The output {flat} stands beside the lists services and sites, and belongs into them.");
        }

        var names = outputs.Services.Select(x => x.Name).Concat(outputs.Sites.Select(x => x.Name)).Where(x => x.Length > 0);
        foreach (var twice in names.GroupBy(x => x).Where(x => x.Count() > 1))
        {
            _problems.Add($"Two parts are called '{twice.Key}'; each needs a name of its own.");
        }

        return _problems.Count == 0
            ? outputs
            : throw new FairleadException(
                $"Stack {stack} does not hand out what a deploy needs.",
                string.Join(' ', _problems),
                "Add the outputs to the stack and apply it, or correct the file that --stack-outputs-file names.");
    }

    private StackSite Site(string name, string bucket, string? url)
        => new(name, Required(bucket)) { DistributionId = Optional("distribution_id"), Url = url is null ? null : OptionalUrl(url) };

    private StackService NamedService() => Service(Required("name")) with { Url = OptionalUrl("url") };

    private StackService Service(string name)
    {
        var host = Host();
        var takesImages = host?.TakesImages ?? false;
        return new StackService(name, host!) // null only with a problem, which is told before anybody sees it
        {
            LogGroup = _where.Length > 0 ? Optional("log_group") : Required("log_group"),
            HealthCheckPath = _where.Length > 0 && Optional("health_check_path") is null ? null : Path("health_check_path"),
            RepositoryName = takesImages && _where.Length == 0 ? Required("repository_name") : Optional("repository_name"),
            RepositoryUri = takesImages ? Required("repository_uri") : Optional("repository_uri"),
            DatabaseInstance = Optional("database_instance") is { Length: > 0 } instance ? instance : null,
        };
    }

    private ServiceOutputs? Host()
    {
        var host = Required("service_host");
        if (ServiceHostKinds.All.TryGetValue(host, out var read))
        {
            return read(this);
        }

        if (host.Length > 0)
        {
            _problems.Add($"The output {_where}service_host, which {Needing("service_host")} needs, is '{host}' and not "
                + $"{string.Join(", ", ServiceHostKinds.All.Keys.SkipLast(1))} or {ServiceHostKinds.All.Keys.Last()}.");
        }

        return null;
    }

    private IReadOnlyList<T> List<T>(string name, Func<StackOutputsReader, T> read)
    {
        if (Find(name) is not { ValueKind: not JsonValueKind.Null } list)
        {
            return [];
        }

        if (list.ValueKind != JsonValueKind.Array || list.EnumerateArray().Any(x => x.ValueKind != JsonValueKind.Object))
        {
            _problems.Add($"The output {name} is {Kind(list)} and not a list of objects.");
            return [];
        }

        return [.. list.EnumerateArray().Select((x, i) => read(new StackOutputsReader(x, $"{name}[{i.ToString(CultureInfo.InvariantCulture)}].", _problems)))];
    }

    private static string Needing(string output) => NeededBy.GetValueOrDefault(output, "DeployService");

    private Uri? OptionalUrl(string name) => Optional(name) is null ? null : Url(name);

    private Uri Url(string name)
    {
        var text = Required(name);
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.Query.Length == 0)
        {
            return new Uri(text.TrimEnd('/'));
        }

        if (text.Length > 0)
        {
            _problems.Add($"The output {_where}{name}, which {Needing(name)} needs, is '{text}' and not an absolute http or https URL.");
        }

        return new Uri("about:blank");
    }

    private string Path(string name)
    {
        var text = Required(name);
        if (text.Length > 0 && text[0] != '/')
        {
            _problems.Add($"The output {_where}{name}, which {Needing(name)} needs, is '{text}' and does not begin with a slash.");
        }

        return text;
    }

    /// <inheritdoc/>
    public string Required(string name)
    {
        var value = Optional(name);
        if (value is null)
        {
            if (Find(name) is not { } found || found.ValueKind == JsonValueKind.Null)
            {
                _problems.Add($"The output {_where}{name}, which {Needing(name)} needs, is missing.");
            }

            return "";
        }

        if (value.Length == 0)
        {
            _problems.Add($"The output {_where}{name}, which {Needing(name)} needs, is empty.");
        }

        return value;
    }

    /// <inheritdoc/>
    public string? Optional(string name)
    {
        if (Find(name) is not { ValueKind: not JsonValueKind.Null } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String)
        {
            return value.GetString();
        }

        _problems.Add($"The output {_where}{name}, which {Needing(name)} needs, is {Kind(value)} and not a string.");
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
