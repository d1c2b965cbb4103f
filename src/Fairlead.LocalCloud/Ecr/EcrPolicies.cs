using System.Text.Json;
using System.Text.Json.Nodes;
using Fairlead.Json;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Ecr;

/// <summary>The policies of repositories: kept and given back, and not carried out.</summary>
internal sealed class EcrPolicies(EcrRepositories repositories, Account account)
{
    /// <summary>Characters: https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_PutLifecyclePolicy.html, …/API_SetRepositoryPolicy.html.</summary>
    private const int LongestLifecycle = 30_720;
    private const int LongestPolicy = 10_240;

    private static readonly string[] CountTypes = ["imageCountMoreThan", "sinceImagePushed", "sinceImagePulled", "sinceImageTransitioned"];

    /// <summary>A PutLifecyclePolicy request.</summary>
    /// <exception cref="AwsServiceException">InvalidParameterException: it is not a lifecycle policy.</exception>
    public JsonObject PutLifecycle(JsonObject request)
    {
        var text = request.Required("lifecyclePolicyText");
        if (WhyNotLifecycle(text) is { } why)
        {
            throw Invalid("LifecyclePolicyText", $"Lifecycle policy validation failure: {why}");
        }

        return repositories.Change(request.Required("repositoryName"), x => Lifecycle(x, x.LifecyclePolicy = text));
    }

    /// <summary>A GetLifecyclePolicy request.</summary>
    public JsonObject GetLifecycle(JsonObject request)
        => repositories.Read(request.Required("repositoryName"), x => Lifecycle(x, x.LifecyclePolicy ?? throw NoLifecycle(x)));

    /// <summary>A DeleteLifecyclePolicy request.</summary>
    public JsonObject DeleteLifecycle(JsonObject request) => repositories.Change(request.Required("repositoryName"), x =>
    {
        var answer = Lifecycle(x, x.LifecyclePolicy ?? throw NoLifecycle(x));
        x.LifecyclePolicy = null;
        return answer;
    });

    /// <summary>A StartLifecyclePolicyPreview request: refused, since nothing here carries a policy out.</summary>
    public JsonObject StartPreview(JsonObject request)
    {
        _ = repositories.Read(request.Required("repositoryName"), x => x.LifecyclePolicy ?? request.Text("lifecyclePolicyText") ?? throw NoLifecycle(x));
        throw new AwsServiceException(
            "ValidationException",
            "The local cloud keeps lifecycle policies and does not carry them out: there is no preview, and no image expires. Preview the policy on AWS.");
    }

    /// <summary>A GetLifecyclePolicyPreview request: there never is one.</summary>
    public JsonObject GetPreview(JsonObject request) => repositories.Read<JsonObject>(request.Required("repositoryName"), x => throw new AwsServiceException(
        "LifecyclePolicyPreviewNotFoundException",
        $"There is no dry run for the repository with name '{x.Name}' in the registry with id '{account.Id}': the local cloud does not carry policies out."));

    /// <summary>A SetRepositoryPolicy request.</summary>
    public JsonObject Set(JsonObject request)
    {
        var text = request.Required("policyText");
        return text.Length <= LongestPolicy && Parse(text)?["Statement"] is JsonArray or JsonObject
            ? repositories.Change(request.Required("repositoryName"), x => Policy(x, x.Policy = text))
            : throw Invalid("PolicyText", "Invalid repository policy provided");
    }

    /// <summary>A GetRepositoryPolicy request.</summary>
    public JsonObject Get(JsonObject request) => repositories.Read(request.Required("repositoryName"), x => Policy(x, x.Policy ?? throw NoPolicy(x)));

    /// <summary>A DeleteRepositoryPolicy request.</summary>
    public JsonObject Delete(JsonObject request) => repositories.Change(request.Required("repositoryName"), x =>
    {
        var answer = Policy(x, x.Policy ?? throw NoPolicy(x));
        x.Policy = null;
        return answer;
    });

    /// <summary>What ECR finds wrong in a lifecycle policy; null when it is one
    /// (https://docs.aws.amazon.com/AmazonECR/latest/userguide/lifecycle_policy_parameters.html).</summary>
    private static string? WhyNotLifecycle(string text)
    {
        if (text.Length > LongestLifecycle)
        {
            return $"it has more than {LongestLifecycle} characters.";
        }

        try
        {
            if (Parse(text)?["rules"] is not JsonArray { Count: > 0 } rules)
            {
                return "the policy must be a JSON object with rules.";
            }

            var all = rules.Select(x => x as JsonObject ?? throw new InvalidOperationException("a rule is not an object.")).ToArray();
            return all.Select(WhyNotRule).FirstOrDefault(x => x is not null)
                ?? (all.GroupBy(x => x.Number("rulePriority")).Any(x => x.Count() > 1) ? "rulePriority must be unique." : null);
        }
        catch (Exception exception) when (exception is InvalidOperationException or AwsServiceException)
        {
            return exception.Message;
        }
    }

    private static string? WhyNotRule(JsonObject rule)
    {
        var selection = rule.Structure("selection") ?? [];
        var (status, count) = (selection.Text("tagStatus"), selection.Text("countType"));
        return rule.Number("rulePriority") is not >= 1 ? "every rule needs a rulePriority of 1 or more."
            : rule.Structure("action")?.Text("type") is not ("expire" or "transition") ? "the action of a rule must have the type expire."
            : status is not ("tagged" or "untagged" or "any") ? "tagStatus must be tagged, untagged or any."
            : (status == "tagged") != (selection.Texts("tagPrefixList").Count + selection.Texts("tagPatternList").Count > 0)
                ? "tagPrefixList or tagPatternList belongs to the tagStatus tagged, and only to it."
            : !CountTypes.Contains(count) ? $"countType must be one of {string.Join(", ", CountTypes)}."
            : (count != CountTypes[0]) != (selection.Text("countUnit") == "days") ? "countUnit must be days for a countType of time, and left out for others."
            : selection.Number("countNumber") is not >= 1 ? "countNumber must be 1 or more."
            : null;
    }

    private static JsonObject? Parse(string text)
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

    private JsonObject Lifecycle(EcrRepository repository, string policy) => new()
    {
        ["registryId"] = account.Id,
        ["repositoryName"] = repository.Name,
        ["lifecyclePolicyText"] = policy,
    };

    private JsonObject Policy(EcrRepository repository, string policy)
        => new() { ["registryId"] = account.Id, ["repositoryName"] = repository.Name, ["policyText"] = policy };

    private AwsServiceException NoLifecycle(EcrRepository repository) => new(
        "LifecyclePolicyNotFoundException",
        $"Lifecycle policy does not exist for the repository with name '{repository.Name}' in the registry with id '{account.Id}'");

    private AwsServiceException NoPolicy(EcrRepository repository) => new(
        "RepositoryPolicyNotFoundException",
        $"Repository policy does not exist for the repository with name '{repository.Name}' in the registry with id '{account.Id}'");

    private static AwsServiceException Invalid(string member, string why)
        => new("InvalidParameterException", $"Invalid parameter at '{member}' failed to satisfy constraint: '{why}'");
}
