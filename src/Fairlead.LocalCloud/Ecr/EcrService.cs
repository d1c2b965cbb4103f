using System.Text;
using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Ecr;

/// <summary>The ECR API (https://docs.aws.amazon.com/AmazonECR/latest/APIReference/): its operations, and the repositories themselves.</summary>
internal sealed class EcrService(
    EcrRepositories repositories,
    EcrImages images,
    EcrLayers layers,
    EcrPolicies policies,
    EcrTags tags,
    EcrTokens tokens,
    Account account,
    TimeProvider clock) : IAwsService
{
    private static readonly string[] Mutabilities = ["MUTABLE", "IMMUTABLE", "MUTABLE_WITH_EXCLUSION", "IMMUTABLE_WITH_EXCLUSION"];
    private static readonly string[] Encryptions = ["AES256", "KMS", "KMS_DSSE"];

    public string SigningName => "ecr";

    public Task HandleAsync(HttpContext context) => AwsJson.HandleAsync(context, AnswerAsync);

    private Task<JsonObject> AnswerAsync(string operation, JsonObject request, CancellationToken cancellationToken)
    {
        CheckRegistry(request);
        return RouteAsync(operation, request, cancellationToken);
    }

    /// <summary>There is one registry here, and what another one has is not in it.</summary>
    private void CheckRegistry(JsonObject request)
    {
        if (request.Text("registryId") is not { } registry || registry == account.Id)
        {
            return;
        }

        var name = request.Text("repositoryName") ?? request.Texts("repositoryNames").FirstOrDefault();
        throw new AwsServiceException(
            "RepositoryNotFoundException",
            name is null
                ? $"The registry with id '{registry}' does not exist in the local cloud, whose registry has the id '{account.Id}'"
                : $"The repository with name '{name}' does not exist in the registry with id '{registry}'");
    }

    private async Task<JsonObject> RouteAsync(string operation, JsonObject request, CancellationToken cancellationToken) => operation switch
    {
        "CreateRepository" => CreateRepository(request),
        "DescribeRepositories" => DescribeRepositories(request),
        "DeleteRepository" => new JsonObject
        {
            ["repository"] = Repository(repositories.Delete(request.Required("repositoryName"), request.Flag("force") ?? false)),
        },
        "PutImageTagMutability" => PutImageTagMutability(request),
        "PutImageScanningConfiguration" => PutImageScanningConfiguration(request),
        "GetAuthorizationToken" => GetAuthorizationToken(),
        "DescribeImages" => images.Describe(request),
        "ListImages" => images.List(request),
        "BatchGetImage" => await images.GetAsync(request, cancellationToken),
        "BatchDeleteImage" => images.Delete(request),
        "PutImage" => images.Put(request),
        "StartImageScan" => images.Scan(request),
        "DescribeImageScanFindings" => images.DescribeScan(request),
        "BatchCheckLayerAvailability" => layers.Check(request),
        "GetDownloadUrlForLayer" => layers.Url(request),
        "InitiateLayerUpload" => layers.Initiate(request),
        "UploadLayerPart" => await layers.UploadAsync(request, cancellationToken),
        "CompleteLayerUpload" => await layers.CompleteAsync(request, cancellationToken),
        "PutLifecyclePolicy" => policies.PutLifecycle(request),
        "GetLifecyclePolicy" => policies.GetLifecycle(request),
        "DeleteLifecyclePolicy" => policies.DeleteLifecycle(request),
        "StartLifecyclePolicyPreview" => policies.StartPreview(request),
        "GetLifecyclePolicyPreview" => policies.GetPreview(request),
        "SetRepositoryPolicy" => policies.Set(request),
        "GetRepositoryPolicy" => policies.Get(request),
        "DeleteRepositoryPolicy" => policies.Delete(request),
        "ListTagsForResource" => tags.List(request),
        "TagResource" => tags.Tag(request),
        "UntagResource" => tags.Untag(request),
        _ => throw new AwsServiceException("UnknownOperationException", $"The local cloud's ECR has no operation '{operation}'."),
    };

    private JsonObject CreateRepository(JsonObject request)
    {
        var encryption = request.Structure("encryptionConfiguration");
        if (encryption is not null && !Encryptions.Contains(encryption.Text("encryptionType")))
        {
            throw Invalid("encryptionConfiguration", $"Member must satisfy enum value set: [{string.Join(", ", Encryptions)}]");
        }

        var repository = new EcrRepository
        {
            Name = request.Required("repositoryName"),
            CreatedAt = clock.GetUtcNow(),
            ScanOnPush = request.Structure("imageScanningConfiguration")?.Flag("scanOnPush") ?? false,
            Encryption = (JsonObject?)encryption?.DeepClone(),
        };
        SetMutability(repository, request.Text("imageTagMutability") ?? "MUTABLE", request);
        EcrTags.Add(repository, request);
        repositories.Create(repository);
        return new JsonObject { ["repository"] = Repository(repository) };
    }

    private JsonObject DescribeRepositories(JsonObject request)
    {
        if (request.Texts("repositoryNames") is { Count: > 0 } names)
        {
            var described = repositories.ReadAll(all => names
                .Select(x => all.FirstOrDefault(r => r.Name == x) is { } found ? Repository(found) : null)
                .ToArray());
            var missing = Array.IndexOf(described, null);
            return missing < 0
                ? new JsonObject { ["repositories"] = new JsonArray([.. described]) }
                : throw EcrRepositories.NotFound(names[missing], account);
        }

        var pager = Pager.Of(request, "DescribeRepositories", maximum: 1000, otherwise: 100);
        return repositories.ReadAll(all => pager.Cut(all, x => x.Name).ToJson("repositories", Repository));
    }

    private JsonObject PutImageTagMutability(JsonObject request)
    {
        var name = request.Required("repositoryName");
        return repositories.Change(name, x =>
        {
            SetMutability(x, request.Required("imageTagMutability"), request);
            var answer = new JsonObject { ["registryId"] = account.Id, ["repositoryName"] = name };
            ShowMutability(x, answer);
            return answer;
        });
    }

    private JsonObject PutImageScanningConfiguration(JsonObject request)
    {
        var name = request.Required("repositoryName");
        var scanOnPush = request.Structure("imageScanningConfiguration")?.Flag("scanOnPush") ?? false;
        repositories.Change(name, x => x.ScanOnPush = scanOnPush);
        return new JsonObject
        {
            ["registryId"] = account.Id,
            ["repositoryName"] = name,
            ["imageScanningConfiguration"] = new JsonObject { ["scanOnPush"] = scanOnPush },
        };
    }

    private JsonObject GetAuthorizationToken()
    {
        var (token, expires) = tokens.Create();
        return new JsonObject
        {
            ["authorizationData"] = new JsonArray(new JsonObject
            {
                ["authorizationToken"] = Convert.ToBase64String(Encoding.UTF8.GetBytes($"AWS:{token}")),
                ["expiresAt"] = EcrImages.Seconds(expires),
                ["proxyEndpoint"] = $"http://{repositories.Host}",
            }),
        };
    }

    private JsonNode Repository(EcrRepository repository)
    {
        var answer = new JsonObject
        {
            ["repositoryArn"] = repositories.Arn(repository.Name),
            ["registryId"] = account.Id,
            ["repositoryName"] = repository.Name,
            ["repositoryUri"] = repositories.Uri(repository.Name),
            ["createdAt"] = EcrImages.Seconds(repository.CreatedAt),
            ["imageScanningConfiguration"] = new JsonObject { ["scanOnPush"] = repository.ScanOnPush },
            ["encryptionConfiguration"] = repository.Encryption?.DeepClone() ?? new JsonObject { ["encryptionType"] = "AES256" },
        };
        ShowMutability(repository, answer);
        return answer;
    }

    private static void SetMutability(EcrRepository repository, string mutability, JsonObject request)
    {
        var filters = request.Structures("imageTagMutabilityExclusionFilters").ToArray();
        if (!Mutabilities.Contains(mutability))
        {
            throw Invalid("imageTagMutability", $"Member must satisfy enum value set: [{string.Join(", ", Mutabilities)}]");
        }

        if (mutability.EndsWith("_WITH_EXCLUSION", StringComparison.Ordinal) != filters.Length > 0
            || filters.Any(x => x.Text("filterType") != "WILDCARD" || x.Text("filter") is not { Length: > 0 }))
        {
            throw Invalid("imageTagMutabilityExclusionFilters", "Filters of the type WILDCARD belong to a mutability WITH_EXCLUSION, and only to one");
        }

        repository.ImmutableTags = mutability.StartsWith("IMMUTABLE", StringComparison.Ordinal);
        repository.Exclusions = [.. filters.Select(x => x.Required("filter"))];
    }

    private static void ShowMutability(EcrRepository repository, JsonObject answer)
    {
        answer["imageTagMutability"] = (repository.ImmutableTags ? "IMMUTABLE" : "MUTABLE") + (repository.Exclusions.Count > 0 ? "_WITH_EXCLUSION" : "");
        if (repository.Exclusions.Count > 0)
        {
            answer["imageTagMutabilityExclusionFilters"] = new JsonArray([
                .. repository.Exclusions.Select(x => (JsonNode)new JsonObject { ["filterType"] = "WILDCARD", ["filter"] = x }),
            ]);
        }
    }

    private static AwsServiceException Invalid(string member, string why)
        => new("InvalidParameterException", $"Invalid parameter at '{member}' failed to satisfy constraint: '{why}'");
}
