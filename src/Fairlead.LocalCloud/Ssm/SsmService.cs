using System.Globalization;
using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Ssm;

/// <summary>Parameter Store in the API of Systems Manager (https://docs.aws.amazon.com/systems-manager/latest/APIReference/).</summary>
internal sealed class SsmService : IAwsService
{
    private readonly Dictionary<string, Func<JsonObject, JsonObject>> _operations;
    private readonly ParameterStore _parameters;
    private readonly Account _account;

    public SsmService(ParameterStore parameters, Account account)
    {
        (_parameters, _account) = (parameters, account);
        _operations = new(StringComparer.Ordinal)
        {
            ["PutParameter"] = Put,
            ["GetParameter"] = Get,
            ["GetParameters"] = GetMany,
            ["GetParametersByPath"] = GetByPath,
            ["GetParameterHistory"] = History,
            ["DescribeParameters"] = Describe,
            ["LabelParameterVersion"] = Label,
            ["UnlabelParameterVersion"] = Unlabel,
            ["DeleteParameter"] = Delete,
            ["DeleteParameters"] = DeleteMany,
            ["AddTagsToResource"] = AddTags,
            ["RemoveTagsFromResource"] = RemoveTags,
            ["ListTagsForResource"] = ListTags,
        };
    }

    public string SigningName => "ssm";

    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            var name = AwsJson.Operation(context.Request);
            var operation = _operations.GetValueOrDefault(name) ?? throw new AwsServiceException(
                "UnknownOperationException",
                $"The local cloud's Systems Manager has parameters only, and no operation '{name}'.");
            await AwsJson.WriteAsync(context, operation(await AwsJson.ReadObjectAsync(context)));
        }
        catch (AwsServiceException exception)
        {
            await AwsJson.WriteErrorAsync(context, exception);
        }
    }

    private JsonObject Put(JsonObject request)
    {
        var version = _parameters.Put(ParameterRequest.Read(request));
        return new JsonObject { ["Version"] = version.Version, ["Tier"] = version.Tier };
    }

    private JsonObject Get(JsonObject request)
        => new() { ["Parameter"] = Value(_parameters.Get(request.RequiredText("Name", 2048)), request.Flag("WithDecryption") ?? false) };

    private JsonObject GetMany(JsonObject request)
    {
        var names = request.RequiredTexts("Names", 10);
        if (names.GroupBy(x => x).FirstOrDefault(x => x.Count() > 1) is { } twice)
        {
            throw new AwsServiceException("ValidationException", $"There are two parameters with the same name in the request: {twice.Key}.");
        }

        var found = names.Select(x => (Name: x, Parameter: _parameters.Find(x))).ToArray();
        return new JsonObject
        {
            ["Parameters"] = new JsonArray(
                [.. found.Where(x => x.Parameter is not null).Select(x => (JsonNode)Value(x.Parameter!, request.Flag("WithDecryption") ?? false))]),
            ["InvalidParameters"] = Texts(found.Where(x => x.Parameter is null).Select(x => x.Name)),
        };
    }

    private JsonObject GetByPath(JsonObject request)
    {
        var path = request.RequiredText("Path", 2048);
        if (!path.StartsWith('/'))
        {
            throw new AwsServiceException(
                "ValidationException",
                "The parameter doesn't meet the parameter name requirements. The parameter name must begin with a forward slash \"/\".");
        }

        var (filters, label) = ParameterFilter.ReadForPath(request);
        var found = _parameters.Read(x => x
            .Where(p => ParameterName.IsIn(p.Name, path, request.Flag("Recursive") ?? false) && filters.All(f => f.Passes(p)))
            .Select(p => label is null
                ? new FoundParameter(p.Name, p.Latest)
                : p.Versions.Find(v => v.Labels.Contains(label)) is { } labelled ? new FoundParameter(p.Name, labelled, label) : null)
            .OfType<FoundParameter>()
            .ToArray());
        return Page("Parameters", found, x => x.Name, $"path {path}", request, 10, x => Value(x, request.Flag("WithDecryption") ?? false));
    }

    private JsonObject History(JsonObject request)
    {
        var history = _parameters.History(request.RequiredText("Name", 2048));
        return Page(
            "Parameters",
            history,
            x => x.Version.Version.ToString("D19", CultureInfo.InvariantCulture),
            $"history {history[0].Name}",
            request,
            50,
            x =>
            {
                var answer = Metadata(x);
                answer["Value"] = _parameters.Shown(x, request.Flag("WithDecryption") ?? false);
                answer["Labels"] = Texts(x.Version.Labels);
                return answer;
            });
    }

    private JsonObject Describe(JsonObject request)
    {
        var filters = ParameterFilter.ReadForDescribe(request);
        var found = _parameters.Read(x => x.Where(p => filters.All(f => f.Passes(p))).Select(p => new FoundParameter(p.Name, p.Latest)).ToArray());
        return Page("Parameters", found, x => x.Name, "parameters", request, 50, x =>
        {
            var answer = Metadata(x);
            answer["ARN"] = _parameters.Arn(x.Name);
            return answer;
        });
    }

    private JsonObject Label(JsonObject request)
    {
        var (version, invalid) = _parameters.Label(
            request.RequiredText("Name", 2048),
            request.LongNumber("ParameterVersion"),
            request.RequiredTexts("Labels", 10));
        return new JsonObject { ["ParameterVersion"] = version, ["InvalidLabels"] = Texts(invalid) };
    }

    private JsonObject Unlabel(JsonObject request)
    {
        var labels = request.RequiredTexts("Labels", 10);
        var removed = _parameters.Unlabel(
            request.RequiredText("Name", 2048),
            request.LongNumber("ParameterVersion") ?? throw Constraints.Refusal("ParameterVersion", "Member must not be null"),
            labels);
        return new JsonObject { ["RemovedLabels"] = Texts(removed), ["InvalidLabels"] = Texts(labels.Except(removed)) };
    }

    private JsonObject Delete(JsonObject request)
    {
        var name = request.RequiredText("Name", 2048);
        return _parameters.Delete([name]).Count > 0 ? [] : throw new AwsServiceException("ParameterNotFound", $"Parameter {name} not found.");
    }

    private JsonObject DeleteMany(JsonObject request)
    {
        var names = request.RequiredTexts("Names", 10);
        var deleted = _parameters.Delete(names);
        return new JsonObject { ["DeletedParameters"] = Texts(deleted), ["InvalidParameters"] = Texts(names.Except(deleted)) };
    }

    private JsonObject AddTags(JsonObject request)
    {
        var added = ResourceTags.Read(request, "ValidationException");
        _parameters.Tags(TaggedName(request), tags =>
        {
            foreach (var (key, value) in added)
            {
                tags[key] = value;
            }
        });
        return [];
    }

    private JsonObject RemoveTags(JsonObject request)
    {
        var keys = request.Texts("TagKeys");
        _parameters.Tags(TaggedName(request), tags =>
        {
            foreach (var key in keys)
            {
                tags.Remove(key);
            }
        });
        return [];
    }

    private JsonObject ListTags(JsonObject request) => new() { ["TagList"] = ResourceTags.Render(_parameters.Tags(TaggedName(request))) };

    private static string TaggedName(JsonObject request) => request.RequiredText("ResourceType", 64) == "Parameter"
        ? request.RequiredText("ResourceId", 2048)
        : throw new AwsServiceException("InvalidResourceType", "The resource type isn't valid: the local cloud has parameters only.");

    private JsonObject Value(FoundParameter parameter, bool decrypted)
    {
        var answer = new JsonObject
        {
            ["Name"] = parameter.Name,
            ["Type"] = parameter.Version.Type,
            ["Value"] = _parameters.Shown(parameter, decrypted),
            ["Version"] = parameter.Version.Version,
            ["LastModifiedDate"] = Seconds(parameter.Version.ModifiedAt),
            ["ARN"] = _parameters.Arn(parameter.Name),
            ["DataType"] = parameter.Version.DataType,
        };
        if (parameter.Selector is { } selector)
        {
            answer["Selector"] = $":{selector}";
        }

        return answer;
    }

    private JsonObject Metadata(FoundParameter parameter)
    {
        var version = parameter.Version;
        var answer = new JsonObject
        {
            ["Name"] = parameter.Name,
            ["Type"] = version.Type,
            ["LastModifiedDate"] = Seconds(version.ModifiedAt),
            ["LastModifiedUser"] = $"arn:aws:iam::{_account.Id}:root",
            ["Version"] = version.Version,
            ["Tier"] = version.Tier,
            ["Policies"] = new JsonArray(),
            ["DataType"] = version.DataType,
        };
        foreach (var (member, value) in new[] { ("KeyId", version.KeyId), ("Description", version.Description), ("AllowedPattern", version.AllowedPattern) })
        {
            if (value is not null)
            {
                answer[member] = value;
            }
        }

        return answer;
    }

    private static JsonObject Page<T>(
        string member,
        IEnumerable<T> all,
        Func<T, string> key,
        string list,
        JsonObject request,
        int maximum,
        Func<T, JsonNode> render)
    {
        var page = Pager
            .Of($"ssm {list}", request.Text("NextToken"), request.PageSize(maximum), "InvalidNextToken", "The specified token is not valid.")
            .Cut(all, key);
        var answer = new JsonObject { [member] = new JsonArray([.. page.Items.Select(render)]) };
        if (page.NextToken is not null)
        {
            answer["NextToken"] = page.NextToken;
        }

        return answer;
    }

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(x => (JsonNode)x)]);

    private static double Seconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds() / 1000d;
}
