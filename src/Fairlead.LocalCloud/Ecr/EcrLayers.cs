using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Ecr;

/// <summary>The layers of a repository by ECR's own operations, which its proxies use where clients use the registry.</summary>
internal sealed class EcrLayers(EcrRepositories repositories, BlobStore blobs, EcrTokens tokens, Account account)
{
    /// <summary>What ECR asks for: https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_InitiateLayerUpload.html.</summary>
    private const int PartSize = 10 * 1024 * 1024;

    private const string LayerMediaType = "application/vnd.docker.image.rootfs.diff.tar.gzip";

    /// <summary>A BatchCheckLayerAvailability request.</summary>
    public JsonObject Check(JsonObject request)
    {
        var digests = request.Texts("layerDigests");
        if (digests.Count is 0 or > 100)
        {
            throw new AwsServiceException("InvalidParameterException", "1 to 100 layerDigests can be checked at once.");
        }

        return repositories.Read(request.Required("repositoryName"), repository =>
        {
            var (layers, failures) = (new JsonArray(), new JsonArray());
            foreach (var digest in digests)
            {
                if (!Digest.IsValid(digest))
                {
                    failures.Add(new JsonObject
                    {
                        ["layerDigest"] = digest,
                        ["failureCode"] = "InvalidLayerDigest",
                        ["failureReason"] = "Invalid layer digest: it must be sha256: and 64 hexadecimal digits",
                    });
                }
                else if (repository.Blobs.Contains(digest) && blobs.Has(digest))
                {
                    layers.Add(new JsonObject
                    {
                        ["layerDigest"] = digest,
                        ["layerAvailability"] = "AVAILABLE",
                        ["layerSize"] = blobs.Size(digest),
                        ["mediaType"] = LayerMediaType,
                    });
                }
                else
                {
                    layers.Add(new JsonObject { ["layerDigest"] = digest, ["layerAvailability"] = "UNAVAILABLE" });
                }
            }

            return new JsonObject { ["layers"] = layers, ["failures"] = failures };
        });
    }

    /// <summary>A GetDownloadUrlForLayer request: an address of the registry that carries the right to read it, for 12 hours.</summary>
    public JsonObject Url(JsonObject request)
    {
        var (name, digest) = (request.Required("repositoryName"), request.Required("layerDigest"));
        if (!Digest.IsValid(digest))
        {
            throw new AwsServiceException("InvalidParameterException", $"'{digest}' is not a sha256 digest.");
        }

        return repositories.Read(name, x => x.Blobs.Contains(digest))
            ? new JsonObject
            {
                ["layerDigest"] = digest,
                ["downloadUrl"] = $"http://AWS:{Uri.EscapeDataString(tokens.Create().Token)}@{repositories.Host}/v2/{name}/blobs/{digest}",
            }
            : throw new AwsServiceException(
                "LayersNotFoundException",
                $"The layer with digest '{digest}' does not exist in the repository with name '{name}' in the registry with id '{account.Id}'");
    }

    /// <summary>An InitiateLayerUpload request.</summary>
    public JsonObject Initiate(JsonObject request)
        => repositories.Read(request.Required("repositoryName"), _ => new JsonObject { ["uploadId"] = blobs.StartUpload(), ["partSize"] = PartSize });

    /// <summary>An UploadLayerPart request. Parts come in order.</summary>
    /// <exception cref="AwsServiceException">UploadNotFoundException; InvalidLayerPartException, with the last byte that is there.</exception>
    public async Task<JsonObject> UploadAsync(JsonObject request, CancellationToken cancellationToken)
    {
        var (name, upload) = (Existing(request), Upload(request));
        var (first, last) = (request.LongNumber("partFirstByte"), request.LongNumber("partLastByte"));
        byte[] part;
        try
        {
            part = Convert.FromBase64String(request.Required("layerPartBlob"));
        }
        catch (FormatException)
        {
            throw new AwsServiceException("SerializationException", "The value of layerPartBlob is not base64.");
        }

        if (first is not >= 0 || last - first + 1 != part.Length)
        {
            throw new AwsServiceException(
                "InvalidParameterException",
                $"partFirstByte and partLastByte must be those of the {part.Length} bytes that are sent.");
        }

        try
        {
            var length = await blobs.AppendAsync(upload, first, new MemoryStream(part), cancellationToken);
            return new JsonObject { ["registryId"] = account.Id, ["repositoryName"] = name, ["uploadId"] = upload, ["lastByteReceived"] = length - 1 };
        }
        catch (UploadPositionException exception)
        {
            throw new AwsServiceException("InvalidLayerPartException", $"The layer part begins at {first}, and the upload ends at {exception.Length}.")
            {
                Members =
                {
                    ["registryId"] = account.Id,
                    ["repositoryName"] = name,
                    ["uploadId"] = upload,
                    ["lastValidByteReceived"] = exception.Length - 1,
                },
            };
        }
        catch (FileNotFoundException)
        {
            throw UploadNotFound(upload);
        }
    }

    /// <summary>A CompleteLayerUpload request.</summary>
    /// <exception cref="AwsServiceException">UploadNotFoundException, EmptyUploadException, LayerAlreadyExistsException, InvalidLayerException.</exception>
    public async Task<JsonObject> CompleteAsync(JsonObject request, CancellationToken cancellationToken)
    {
        var (name, upload) = (Existing(request), Upload(request));
        var digest = request.Texts("layerDigests") is [var only, ..] && Digest.IsValid(only)
            ? only
            : throw new AwsServiceException("InvalidParameterException", "layerDigests must hold the sha256 digest of the layer.");
        try
        {
            if (blobs.UploadSize(upload) == 0)
            {
                throw new AwsServiceException("EmptyUploadException", $"The upload '{upload}' has no parts.");
            }

            if (repositories.HasBlob(name, digest))
            {
                throw new AwsServiceException(
                    "LayerAlreadyExistsException",
                    $"The layer with digest '{digest}' already exists in the repository with name '{name}' in the registry with id '{account.Id}'");
            }

            return await repositories.CommitAsync(name, upload, digest, cancellationToken)
                ? new JsonObject { ["registryId"] = account.Id, ["repositoryName"] = name, ["uploadId"] = upload, ["layerDigest"] = digest }
                : throw new AwsServiceException("InvalidLayerException", $"The uploaded layer is not {digest}. Upload it again.");
        }
        catch (FileNotFoundException)
        {
            throw UploadNotFound(upload);
        }
    }

    private string Existing(JsonObject request) => repositories.Read(request.Required("repositoryName"), x => x.Name);

    private string Upload(JsonObject request)
        => request.Required("uploadId") is var id && blobs.HasUpload(id) ? id : throw UploadNotFound(id);

    private static AwsServiceException UploadNotFound(string id)
        => new("UploadNotFoundException", $"The upload '{id}' does not exist: it was completed, or cut off by a restart. Begin again.");
}
