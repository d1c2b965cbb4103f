using System.Text;
using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Ecr;

/// <summary>The images of a repository. What a call decides from and what it changes are one step: it never takes away what another was answered.</summary>
internal sealed class EcrImages(EcrRepositories repositories, BlobStore blobs, Account account)
{
    private const int MaximumIds = 100;

    public static double Seconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds() / 1000d;

    /// <summary>A DescribeImages request.</summary>
    public JsonObject Describe(JsonObject request)
    {
        var name = request.Required("repositoryName");
        var ids = Ids(request);
        var pager = Pager.Of(request, $"DescribeImages {name}", maximum: 1000, otherwise: ids.Length > 0 ? 1000 : 100);
        return repositories.Read(name, repository =>
        {
            var wanted = ids.Length > 0 ? ids.Select(x => Existing(repository, x)).Distinct() : repository.Manifests.Keys;
            return pager
                .Cut(
                    wanted.Select(x => (Manifest: repository.Manifests[x], Tags: repository.TagsOf(x))).Where(x => HasTagStatus(request, x.Tags.Length > 0)),
                    x => x.Manifest.Digest)
                .ToJson("imageDetails", x => Detail(name, x.Manifest, x.Tags));
        });
    }

    /// <summary>A ListImages request.</summary>
    public JsonObject List(JsonObject request)
    {
        var name = request.Required("repositoryName");
        var pager = Pager.Of(request, $"ListImages {name}", maximum: 1000, otherwise: 100);
        return repositories.Read(name, repository => pager
            .Cut(
                repository.Manifests.Keys
                    .SelectMany(x => repository.TagsOf(x) is { Length: > 0 } tags ? tags.Select(t => (Digest: x, Tag: (string?)t)) : [(x, null)])
                    .Where(x => HasTagStatus(request, x.Tag is not null)),
                x => $"{x.Digest} {x.Tag}")
            .ToJson("imageIds", x => ImageId(x.Digest, x.Tag)));
    }

    /// <summary>A BatchGetImage request.</summary>
    public async Task<JsonObject> GetAsync(JsonObject request, CancellationToken cancellationToken)
    {
        var name = request.Required("repositoryName");
        var (found, failures) = (new JsonArray(), new JsonArray());
        var ids = Ids(request, atLeast: 1);
        var looked = repositories.Read(name, repository => ids
            .Select(x => (Id: x, Found: Find(repository, x)))
            .Select(x => (x.Id, x.Found.Failure, Manifest: x.Found.Digest is null ? null : repository.Manifests[x.Found.Digest]))
            .ToArray());
        foreach (var (id, failure, manifest) in looked)
        {
            if (manifest is null || await ContentAsync(manifest.Digest, cancellationToken) is not { } content)
            {
                failures.Add(Failure(id, failure ?? "ImageNotFound"));
                continue;
            }

            found.Add(new JsonObject
            {
                ["registryId"] = account.Id,
                ["repositoryName"] = name,
                ["imageId"] = ImageId(manifest.Digest, id.Text("imageTag")),
                ["imageManifest"] = content,
                ["imageManifestMediaType"] = manifest.MediaType,
            });
        }

        return new JsonObject { ["images"] = found, ["failures"] = failures };
    }

    /// <summary>A BatchDeleteImage request, all of it in one step: a tag that was pushed a moment before the last other one goes keeps the image.</summary>
    public JsonObject Delete(JsonObject request)
    {
        var ids = Ids(request, atLeast: 1);
        return repositories.Drop(request.Required("repositoryName"), repository =>
        {
            var (deleted, failures, dropped) = (new JsonArray(), new JsonArray(), new List<string>());
            foreach (var id in ids)
            {
                var (digest, failure) = Find(repository, id);
                if (digest is null)
                {
                    failures.Add(Failure(id, failure!));
                    continue;
                }

                var tags = repository.TagsOf(digest);
                var wanted = id.Text("imageTag") is { } tag ? [tag] : tags;

                // On ECR, taking the last tag of an image by its tag deletes the image.
                if (wanted.Length == tags.Length)
                {
                    if (repository.IsReferred(digest))
                    {
                        failures.Add(Failure(id, "ImageReferencedByManifestList"));
                        continue;
                    }

                    dropped.AddRange(repository.Remove(digest));
                }
                else
                {
                    repository.Tags.Remove(wanted[0]);
                }

                foreach (var gone in wanted.DefaultIfEmpty(null))
                {
                    deleted.Add(ImageId(digest, gone));
                }
            }

            return (new JsonObject { ["imageIds"] = deleted, ["failures"] = failures }, dropped);
        });
    }

    /// <summary>A PutImage request.</summary>
    public JsonObject Put(JsonObject request)
    {
        var name = request.Required("repositoryName");
        var content = Encoding.UTF8.GetBytes(request.Required("imageManifest"));
        var tag = request.Text("imageTag");
        if (content.Length > RegistryManifests.MaximumBytes)
        {
            throw Invalid("imageManifest", $"Member must have length less than or equal to {RegistryManifests.MaximumBytes}");
        }

        if (tag is not null && !RegistryManifests.IsTag(tag))
        {
            throw Invalid("imageTag", $"'{tag}' is not a tag: 1 to 128 letters, digits, dots, hyphens and underscores, no dot or hyphen first");
        }

        var digest = Digest.Of(content);
        if (request.Text("imageDigest") is { } stated && stated != digest)
        {
            throw new AwsServiceException(
                "ImageDigestDoesNotMatchException",
                "The specified image digest does not match the digest that Amazon ECR calculated for the image.");
        }

        try
        {
            if (!repositories.PutManifest(name, tag, content, request.Text("imageManifestMediaType")).IsNew)
            {
                throw new AwsServiceException(
                    "ImageAlreadyExistsException",
                    $"Image with digest '{digest}' and tag '{tag}' already exists in the repository with name '{name}' in registry with id '{account.Id}'");
            }
        }
        catch (MissingContentException exception)
        {
            throw new AwsServiceException(exception.IsManifest ? "ReferencedImagesNotFoundException" : "LayersNotFoundException", exception.Message);
        }
        catch (FormatException exception)
        {
            throw Invalid("ImageManifest", exception.Message);
        }

        return new JsonObject
        {
            ["image"] = new JsonObject
            {
                ["registryId"] = account.Id,
                ["repositoryName"] = name,
                ["imageId"] = ImageId(digest, tag),
                ["imageManifest"] = request.Required("imageManifest"),
            },
        };
    }

    /// <summary>A StartImageScan request: refused, nothing here looks into images.</summary>
    public JsonObject Scan(JsonObject request)
    {
        _ = Scanned(request);
        throw new AwsServiceException("ValidationException", "The local cloud does not scan images. Scan the image with a tool of its own, or on AWS.");
    }

    /// <summary>A DescribeImageScanFindings request: no image was ever scanned.</summary>
    public JsonObject DescribeScan(JsonObject request)
    {
        var id = Scanned(request);
        throw new AwsServiceException("ScanNotFoundException", $"Image scan does not exist for the image with '{Shown(id)}' in the repository with name "
            + $"'{request.Required("repositoryName")}' in the registry with id '{account.Id}'");
    }

    private JsonObject Scanned(JsonObject request)
    {
        var id = request.Structure("imageId") ?? throw new AwsServiceException("InvalidParameterException", "Missing required parameter: imageId.");
        _ = repositories.Read(request.Required("repositoryName"), x => Existing(x, id));
        return id;
    }

    private static JsonObject[] Ids(JsonObject request, int atLeast = 0)
    {
        var ids = request.Structures("imageIds").ToArray();
        return ids.Length >= atLeast && ids.Length <= MaximumIds
            ? ids
            : throw Invalid("imageIds", $"Member must have length between {atLeast} and {MaximumIds}");
    }

    private async Task<string?> ContentAsync(string digest, CancellationToken cancellationToken)
    {
        try
        {
            return Encoding.UTF8.GetString(await blobs.ReadAsync(digest, cancellationToken));
        }
        catch (FileNotFoundException)
        {
            // Deleted a moment ago.
            return null;
        }
    }

    private JsonObject Detail(string repository, EcrManifest manifest, string[] tags)
    {
        var detail = new JsonObject
        {
            ["registryId"] = account.Id,
            ["repositoryName"] = repository,
            ["imageDigest"] = manifest.Digest,
            ["imageSizeInBytes"] = manifest.ImageSize,
            ["imagePushedAt"] = Seconds(manifest.PushedAt),
            ["imageManifestMediaType"] = manifest.MediaType,
            ["artifactMediaType"] = manifest.ArtifactType,
            ["imageStatus"] = "ACTIVE",
        };
        if (tags.Length > 0)
        {
            detail["imageTags"] = new JsonArray([.. tags.Select(x => (JsonNode)x)]);
        }

        return detail;
    }

    /// <exception cref="AwsServiceException">ImageNotFoundException.</exception>
    private string Existing(EcrRepository repository, JsonObject id) => Find(repository, id).Digest ?? throw new AwsServiceException(
        "ImageNotFoundException",
        $"The image with imageId {Shown(id)} does not exist within the repository with name '{repository.Name}' in the registry with id '{account.Id}'");

    private static (string? Digest, string? Failure) Find(EcrRepository repository, JsonObject id)
    {
        var (digest, tag) = (id.Text("imageDigest"), id.Text("imageTag"));
        var tagged = tag is null ? null : repository.Tags.GetValueOrDefault(tag);
        return (digest, tag) switch
        {
            (null, null) => (null, "MissingDigestAndTag"),
            (null, _) => tagged is null ? (null, "ImageNotFound") : (tagged, null),
            _ when !Digest.IsValid(digest) => (null, "InvalidImageDigest"),
            _ when !repository.Manifests.ContainsKey(digest) => (null, "ImageNotFound"),
            (_, not null) when tagged != digest => (null, "ImageTagDoesNotMatchDigest"),
            _ => (digest, null),
        };
    }

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

    private static string Shown(JsonObject id) => $"{{imageDigest:'{id.Text("imageDigest") ?? "null"}', imageTag:'{id.Text("imageTag") ?? "null"}'}}";

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

    private static AwsServiceException Invalid(string member, string why)
        => new("InvalidParameterException", $"Invalid parameter at '{member}' failed to satisfy constraint: '{why}'");
}
