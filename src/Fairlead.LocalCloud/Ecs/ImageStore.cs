using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Ecr;
using Fairlead.LocalCloud.State;

namespace Fairlead.LocalCloud.Ecs;

/// <summary>
/// Pulls images from the local cloud's registry over HTTP and keeps them unpacked by digest under <c>ecs/images</c>. An image appears whole:
/// unpacked beside its place and renamed. The newest <see cref="MaximumImages"/> are kept.
/// </summary>
internal sealed class ImageStore : IDisposable
{
    private const int MaximumImages = 20;

    private static readonly string[] ManifestTypes =
    [
        "application/vnd.oci.image.manifest.v1+json", "application/vnd.docker.distribution.manifest.v2+json",
        "application/vnd.oci.image.index.v1+json", "application/vnd.docker.distribution.manifest.list.v2+json",
    ];

    private readonly SemaphoreSlim _unpacking = new(1);
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false });
    private readonly EcrRepositories _repositories;
    private readonly EcrTokens _tokens;
    private readonly string _images;

    public ImageStore(StateDirectory state, EcrRepositories repositories, EcrTokens tokens)
    {
        (_repositories, _tokens) = (repositories, tokens);
        _images = Path.GetDirectoryName(state.PathOf("ecs", "images", "x"))!;
        foreach (var unfinished in Directory.GetDirectories(_images, "*.tmp"))
        {
            Directory.Delete(unfinished, recursive: true);
        }
    }

    /// <param name="reference"><c>HOST/NAME:TAG</c> or <c>HOST/NAME@DIGEST</c>, with the host of the local registry.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="CannotPullContainerException">Not there, damaged, or of a kind that cannot be unpacked here.</exception>
    public async Task<PreparedImage> PullAsync(string reference, CancellationToken cancellationToken)
    {
        var (repository, tag) = Parse(reference);
        try
        {
            var (digest, manifest) = await ManifestAsync(repository, tag, cancellationToken);
            var folder = Path.Combine(_images, digest.Replace(':', '-'));
            await _unpacking.WaitAsync(cancellationToken);
            try
            {
                if (!Directory.Exists(folder))
                {
                    await UnpackAsync(repository, manifest, folder, cancellationToken);
                }

                Directory.SetLastWriteTimeUtc(folder, DateTime.UtcNow);
                Prune(folder);
            }
            finally
            {
                _unpacking.Release();
            }

            var config = await File.ReadAllBytesAsync(Path.Combine(folder, "config.json"), cancellationToken);
            return new PreparedImage($"{_repositories.Host}/{repository}@{digest}", digest, Path.Combine(folder, "rootfs"), ConfigOf(config));
        }
        catch (Exception exception) when (exception is HttpRequestException
            or InvalidDataException
            or IOException
            or JsonException
            or FormatException
            or InvalidOperationException
            or UnauthorizedAccessException)
        {
            // In the words of ECS, which deployers look for.
            throw exception is HttpRequestException { StatusCode: HttpStatusCode.NotFound }
                ? new CannotPullContainerException($"failed to resolve ref {reference}: not found", exception)
                : new CannotPullContainerException($"{reference}: {exception.Message}", exception);
        }
    }

    public void Dispose()
    {
        _client.Dispose();
        _unpacking.Dispose();
    }

    private (string Repository, string Reference) Parse(string reference)
    {
        var slash = reference.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0 || !_repositories.IsOwnHost(reference[..slash]))
        {
            throw new CannotPullContainerException(
                $"{reference}: the local cloud pulls from its own registry only. Push the image to {_repositories.Host} and name it there.");
        }

        var rest = reference[(slash + 1)..];
        return rest.IndexOf('@', StringComparison.Ordinal) is >= 0 and var at ? (rest[..at].Split(':')[0], rest[(at + 1)..])
            : rest.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon ? (rest[..colon], rest[(colon + 1)..])
            : (rest, "latest");
    }

    private async Task<(string Digest, JsonNode Manifest)> ManifestAsync(string repository, string reference, CancellationToken cancellationToken)
    {
        using var response = await GetAsync($"{repository}/manifests/{reference}", cancellationToken);
        var content = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        var digest = Digest.Of(content);
        if (reference.Contains(':', StringComparison.Ordinal) && digest != reference)
        {
            throw new InvalidDataException($"failed size and digest validation: the manifest is {digest}");
        }

        var manifest = JsonNode.Parse(content)!;
        if (manifest["manifests"] is not JsonArray members)
        {
            return (digest, manifest);
        }

        var architecture = RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "arm64" : "amd64";
        var match = members.FirstOrDefault(x => (string?)x!["platform"]?["os"] == "linux" && (string?)x["platform"]?["architecture"] == architecture)
                    ?? throw new InvalidDataException($"image Manifest does not contain descriptor matching platform 'linux/{architecture}'");
        return await ManifestAsync(repository, (string)match["digest"]!, cancellationToken);
    }

    private async Task UnpackAsync(string repository, JsonNode manifest, string folder, CancellationToken cancellationToken)
    {
        var temporary = $"{folder}.{Guid.NewGuid():N}.tmp";
        var root = Path.Combine(temporary, "rootfs");
        Directory.CreateDirectory(root);
        try
        {
            var unpacker = new LayerUnpacker(root);
            foreach (var layer in manifest["layers"]!.AsArray())
            {
                await FetchAsync(repository, (string)layer!["digest"]!, Path.Combine(temporary, "layer"), cancellationToken);
                await using var file = File.OpenRead(Path.Combine(temporary, "layer"));
                await using var content = Decompress(file, (string?)layer["mediaType"]);
                await unpacker.ApplyAsync(content, cancellationToken);
            }

            await FetchAsync(repository, (string)manifest["config"]!["digest"]!, Path.Combine(temporary, "config.json"), cancellationToken);
            File.Delete(Path.Combine(temporary, "layer"));
            Directory.Move(temporary, folder);
        }
        catch
        {
            Directory.Delete(temporary, recursive: true);
            throw;
        }
    }

    private async Task FetchAsync(string repository, string digest, string path, CancellationToken cancellationToken)
    {
        using var response = await GetAsync($"{repository}/blobs/{digest}", cancellationToken);
        await using var file = new FileStream(path, FileMode.Create, FileAccess.ReadWrite);
        await response.Content.CopyToAsync(file, cancellationToken);
        file.Position = 0;
        if ("sha256:" + Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken)) != digest)
        {
            throw new InvalidDataException($"failed size and digest validation for layer {digest}");
        }
    }

    private async Task<HttpResponseMessage> GetAsync(string path, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://{_repositories.Host}/v2/{path}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"AWS:{_tokens.Create().Token}")));
        foreach (var type in ManifestTypes)
        {
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(type));
        }

        var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            throw new HttpRequestException($"the registry answered {(int)response.StatusCode}", inner: null, response.StatusCode);
        }
    }

    private static Stream Decompress(FileStream file, string? mediaType)
    {
        if (mediaType?.EndsWith("zstd", StringComparison.Ordinal) == true)
        {
            throw new InvalidDataException("a layer is compressed with zstd, which the local cloud cannot read. Build the image with gzip layers");
        }

        // The media type is not always true to the content; the two magic bytes are.
        var isGzip = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
        file.Position = 0;
        return isGzip ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    private static ImageConfig ConfigOf(byte[] content)
    {
        var config = JsonNode.Parse(content)!["config"];
        var environment = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var variable in Texts(config?["Env"]))
        {
            var parts = variable.Split('=', 2);
            environment[parts[0]] = parts.Length > 1 ? parts[1] : "";
        }

        return new ImageConfig(
            Texts(config?["Entrypoint"]),
            Texts(config?["Cmd"]),
            environment,
            (string?)config?["WorkingDir"] is { Length: > 0 } folder ? folder : "/");

        static string[] Texts(JsonNode? node) => node is JsonArray array ? [.. array.Select(x => (string)x!)] : [];
    }

    private void Prune(string current)
    {
        foreach (var old in new DirectoryInfo(_images)
            .GetDirectories()
            .Where(x => x.FullName != current)
            .OrderByDescending(x => x.LastWriteTimeUtc)
            .Skip(MaximumImages - 1))
        {
            old.Delete(recursive: true);
        }
    }
}
