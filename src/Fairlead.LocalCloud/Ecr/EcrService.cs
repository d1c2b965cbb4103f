using System.Text;
using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Ecr;

/// <summary>The ECR API (https://docs.aws.amazon.com/AmazonECR/latest/APIReference/). Content goes
/// through the registry on its own port, or through PutImage.</summary>
internal sealed class EcrService(EcrRepositories repositories, EcrTokens tokens, BlobStore blobs, Account account) : IAwsService
{
    public string SigningName => "ecr";

    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            var request = await AwsJson.ReadObjectAsync(context);
            await AwsJson.WriteAsync(context, await AnswerAsync(AwsJson.Operation(context.Request), request, context.RequestAborted));
        }
        catch (AwsServiceException exception)
        {
            await AwsJson.WriteErrorAsync(context, exception);
        }
    }

    private async Task<JsonObject> AnswerAsync(string operation, JsonObject request, CancellationToken cancellationToken) => operation switch
    {
        "CreateRepository" => CreateRepository(request),
        "DescribeRepositories" => DescribeRepositories(request),
        "DeleteRepository" => DeleteRepository(request),
        "PutImageTagMutability" => PutImageTagMutability(request),
        "GetAuthorizationToken" => GetAuthorizationToken(),
        "DescribeImages" => DescribeImages(request),
        "ListImages" => ListImages(request),
        "BatchGetImage" => await BatchGetImageAsync(request, cancellationToken),
        "BatchDeleteImage" => BatchDeleteImage(request),
        "PutImage" => PutImage(request),
        "ListTagsForResource" => new JsonObject { ["tags"] = new JsonArray() },
        _ => throw new AwsServiceException("UnknownOperationException", $"The local cloud's ECR has no operation '{operation}'."),
    };

    private JsonObject CreateRepository(JsonObject request)
    {
        var name = request.Required("repositoryName");
        repositories.Create(
            name,
            request.Text("imageTagMutability") == "IMMUTABLE",
            request.Structure("imageScanningConfiguration")?.Flag("scanOnPush") ?? false);
        return new JsonObject { ["repository"] = Repository(name) };
    }

    private JsonObject DescribeRepositories(JsonObject request)
    {
        var names = request.Texts("repositoryNames");
        var (page, next) = Page(names.Count > 0 ? names : repositories.Names(), x => x, request);
        return WithToken(next, "repositories", page.Select(Repository));
    }

    private JsonObject DeleteRepository(JsonObject request)
    {
        var name = request.Required("repositoryName");
        var answer = new JsonObject { ["repository"] = Repository(name) };
        repositories.Delete(name, request.Flag("force") ?? false);
        return answer;
    }

    private JsonObject PutImageTagMutability(JsonObject request)
    {
        var name = request.Required("repositoryName");
        var mutability = request.Required("imageTagMutability");
        repositories.SetImmutableTags(name, mutability == "IMMUTABLE");
        return new JsonObject { ["registryId"] = account.Id, ["repositoryName"] = name, ["imageTagMutability"] = mutability };
    }

    private JsonObject GetAuthorizationToken()
    {
        var (token, expires) = tokens.Create();
        return new JsonObject
        {
            ["authorizationData"] = new JsonArray(new JsonObject
            {
                ["authorizationToken"] = Convert.ToBase64String(Encoding.UTF8.GetBytes($"AWS:{token}")),
                ["expiresAt"] = Seconds(expires),
                ["proxyEndpoint"] = $"http://{repositories.Host}",
            }),
        };
    }

    private JsonObject DescribeImages(JsonObject request)
    {
        var name = request.Required("repositoryName");
        var wanted = request.Structures("imageIds").Select(x =>
        {
            var found = Find(name, x);
            return found.Digest ?? throw new AwsServiceException(
                "ImageNotFoundException",
                $"The image with imageId {{imageDigest:'{x.Text("imageDigest") ?? "null"}', imageTag:'{x.Text("imageTag") ?? "null"}'}} does not exist "
                    + $"within the repository with name '{name}' in the registry with id '{account.Id}'");
        }).Distinct().ToArray();
        var details = repositories.Read(name, repository => (wanted.Length > 0 ? wanted.Select(x => repository.Manifests[x]) : repository.Manifests.Values)
            .Select(x => (Manifest: x, Tags: TagsOf(repository, x.Digest)))
            .Where(x => HasTagStatus(request, x.Tags.Length > 0))
            .ToArray());
        var (page, next) = Page(details, x => x.Manifest.Digest, request);
        return WithToken(next, "imageDetails", page.Select(x =>
        {
            var detail = new JsonObject
            {
                ["registryId"] = account.Id,
                ["repositoryName"] = name,
                ["imageDigest"] = x.Manifest.Digest,
                ["imageSizeInBytes"] = x.Manifest.ImageSize,
                ["imagePushedAt"] = Seconds(x.Manifest.PushedAt),
                ["imageManifestMediaType"] = x.Manifest.MediaType,
                ["artifactMediaType"] = x.Manifest.ArtifactType,
                ["imageStatus"] = "ACTIVE",
            };
            if (x.Tags.Length > 0)
            {
                detail["imageTags"] = new JsonArray([.. x.Tags.Select(t => (JsonNode)t)]);
            }

            return (JsonNode)detail;
        }));
    }

    private JsonObject ListImages(JsonObject request)
    {
        var images = repositories.Read(request.Required("repositoryName"), repository => repository.Manifests.Keys
            .SelectMany(digest => TagsOf(repository, digest) is { Length: > 0 } tags ? tags.Select(t => (digest, Tag: (string?)t)) : [(digest, null)])
            .Where(x => HasTagStatus(request, x.Tag is not null))
            .ToArray());
        var (page, next) = Page(images, x => $"{x.digest} {x.Tag}", request);
        return WithToken(next, "imageIds", page.Select(x => (JsonNode)ImageId(x.digest, x.Tag)));
    }

    private async Task<JsonObject> BatchGetImageAsync(JsonObject request, CancellationToken cancellationToken)
    {
        var name = request.Required("repositoryName");
        var (images, failures) = (new JsonArray(), new JsonArray());
        foreach (var id in request.Structures("imageIds"))
        {
            var found = Find(name, id);
            if (found.Digest is null)
            {
                failures.Add(Failure(id, found.Failure));
                continue;
            }

            images.Add(new JsonObject
            {
                ["registryId"] = account.Id,
                ["repositoryName"] = name,
                ["imageId"] = ImageId(found.Digest, id.Text("imageTag")),
                ["imageManifest"] = Encoding.UTF8.GetString(await blobs.ReadAsync(found.Digest, cancellationToken)),
                ["imageManifestMediaType"] = repositories.Read(name, x => x.Manifests[found.Digest].MediaType),
            });
        }

        return new JsonObject { ["images"] = images, ["failures"] = failures };
    }

    private JsonObject BatchDeleteImage(JsonObject request)
    {
        var name = request.Required("repositoryName");
        var (deleted, failures) = (new JsonArray(), new JsonArray());
        foreach (var id in request.Structures("imageIds"))
        {
            var found = Find(name, id);
            if (found.Digest is null)
            {
                failures.Add(Failure(id, found.Failure));
            }
            else if (repositories.Read(name, x => x.Manifests.Values.Any(m => m.Digest != found.Digest && m.References.Contains(found.Digest)))
                && id.Text("imageTag") is null)
            {
                failures.Add(Failure(id, "ImageReferencedByManifestList"));
            }
            else
            {
                var tags = repositories.Read(name, x => TagsOf(x, found.Digest));
                if (id.Text("imageTag") is { } tag)
                {
                    repositories.DeleteTag(name, tag);
                    deleted.Add(ImageId(found.Digest, tag));
                    tags = [.. tags.Where(x => x != tag)];
                    if (tags.Length > 0)
                    {
                        continue;
                    }
                }
                else
                {
                    deleted.Add(ImageId(found.Digest, tags.FirstOrDefault()));
                }

                // On ECR, taking the last tag of an image by its tag deletes the image.
                repositories.DeleteManifest(name, found.Digest);
            }
        }

        return new JsonObject { ["imageIds"] = deleted, ["failures"] = failures };
    }

    private JsonObject PutImage(JsonObject request)
    {
        var name = request.Required("repositoryName");
        var content = Encoding.UTF8.GetBytes(request.Required("imageManifest"));
        var tag = request.Text("imageTag");
        var digest = Digest.Of(content);
        if (request.Text("imageDigest") is { } stated && stated != digest)
        {
            throw new AwsServiceException(
                "ImageDigestDoesNotMatchException",
                "The specified image digest does not match the digest that Amazon ECR calculated for the image.");
        }

        if (repositories.Read(name, x => x.Manifests.ContainsKey(digest) && (tag is null || x.Tags.GetValueOrDefault(tag) == digest)))
        {
            throw new AwsServiceException(
                "ImageAlreadyExistsException",
                $"Image with digest '{digest}' and tag '{tag}' already exists in the repository with name '{name}' in registry with id '{account.Id}'");
        }

        try
        {
            repositories.PutManifest(name, tag, content, request.Text("imageManifestMediaType"));
        }
        catch (MissingContentException exception)
        {
            throw new AwsServiceException(exception.IsManifest ? "ReferencedImagesNotFoundException" : "LayersNotFoundException", exception.Message);
        }
        catch (FormatException exception)
        {
            throw new AwsServiceException(
                "InvalidParameterException",
                $"Invalid parameter at 'ImageManifest' failed to satisfy constraint: '{exception.Message}'");
        }

        return new JsonObject
        {
            ["image"] = new JsonObject
            {
                ["registryId"] = account.Id,
                ["repositoryName"] = name,
                ["imageId"] = ImageId(digest, tag),
                ["imageManifest"] = Encoding.UTF8.GetString(content)
            }
        };
    }

    private JsonNode Repository(string name) => repositories.Read(name, x => new JsonObject
    {
        ["repositoryArn"] = repositories.Arn(name),
        ["registryId"] = account.Id,
        ["repositoryName"] = name,
        ["repositoryUri"] = repositories.Uri(name),
        ["createdAt"] = Seconds(x.CreatedAt),
        ["imageTagMutability"] = x.ImmutableTags ? "IMMUTABLE" : "MUTABLE",
        ["imageScanningConfiguration"] = new JsonObject { ["scanOnPush"] = x.ScanOnPush },
        ["encryptionConfiguration"] = new JsonObject { ["encryptionType"] = "AES256" },
    });

    private (string? Digest, string Failure) Find(string repository, JsonObject id)
    {
        var (digest, tag) = (id.Text("imageDigest"), id.Text("imageTag"));
        if (digest is null && tag is null)
        {
            return (null, "MissingDigestAndTag");
        }

        if (digest is not null && !Digest.IsValid(digest))
        {
            return (null, "InvalidImageDigest");
        }

        return repositories.Read(repository, x =>
        {
            var tagged = tag is null ? null : x.Tags.GetValueOrDefault(tag);
            return digest is null ? (tagged, "ImageNotFound")
                : !x.Manifests.ContainsKey(digest) ? (null, "ImageNotFound")
                : tag is not null && tagged != digest ? (null, "ImageTagDoesNotMatchDigest")
                : (digest, "");
        });
    }

    private static string[] TagsOf(EcrRepository repository, string digest) => [.. repository.Tags.Where(x => x.Value == digest).Select(x => x.Key)];

    private static bool HasTagStatus(JsonObject request, bool tagged) => request.Structure("filter")?.Text("tagStatus") switch
    {
        "TAGGED" => tagged,
        "UNTAGGED" => !tagged,
        _ => true,
    };

    private static JsonObject ImageId(string digest, string? tag)
    {
        var id = new JsonObject { ["imageDigest"] = digest };
        if (tag is not null)
        {
            id["imageTag"] = tag;
        }

        return id;
    }

    private static JsonObject Failure(JsonObject id, string code) => new()
    {
        ["imageId"] = id.DeepClone(),
        ["failureCode"] = code,
        ["failureReason"] = code switch
        {
            "ImageNotFound" => "Requested image not found",
            "ImageTagDoesNotMatchDigest" => "Specified tag does not match the digest",
            "ImageReferencedByManifestList" => "Requested image referenced by manifest list",
            "MissingDigestAndTag" => "Invalid request parameters: both tag and digest cannot be null",
            _ => "Invalid request parameters: image digest should satisfy the regex '[a-zA-Z0-9-_+.]+:[a-fA-F0-9]+'",
        },
    };

    private static double Seconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds() / 1000d;

    private static (IReadOnlyList<T> Items, string? Next) Page<T>(IEnumerable<T> all, Func<T, string> key, JsonObject request)
    {
        var limit = Math.Clamp(request.Number("maxResults") ?? 1000, 1, 1000);
        var token = request.Text("nextToken");
        var items = (token is null ? all : all.SkipWhile(x => key(x) != token).Skip(1)).Take(limit + 1).ToArray();
        return items.Length > limit ? (items[..limit], key(items[limit - 1])) : (items, null);
    }

    private static JsonObject WithToken(string? next, string member, IEnumerable<JsonNode> items)
    {
        var answer = new JsonObject { [member] = new JsonArray([.. items]) };
        if (next is not null)
        {
            answer["nextToken"] = next;
        }

        return answer;
    }
}
