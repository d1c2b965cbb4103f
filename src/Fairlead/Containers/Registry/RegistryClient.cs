using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Fairlead.Http;

namespace Fairlead.Containers.Registry;

/// <summary>
/// Speaks the OCI distribution protocol (https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md) with one repository.
/// Asks again when the registry is busy, broken or out of reach. Safe to use from several threads at once.
/// </summary>
public sealed class RegistryClient : IDisposable
{
    // What a registry must take at least, and in practice takes at most.
    // https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pushing-manifests
    private const int LargestManifest = 4 * 1024 * 1024;

    // A registry checks the digest of all that it was sent before it answers, and some move a layer to their storage then.
    private static readonly HttpLimits Commit = new() { Answer = TimeSpan.FromMinutes(10) };

    private readonly HttpClient _http;
    private readonly RegistryAuthorization _authorization;
    private readonly TimeProvider _time;
    private readonly RegistryRetry _retry;
    private readonly Uri _root;

    /// <param name="repository">The repository.</param>
    /// <param name="credentials">Sent only to this registry, and only when it asks.</param>
    /// <param name="handler">The transport; this machine's network when null.</param>
    /// <param name="time">The clock for waits between tries.</param>
    /// <param name="retry">How often to try.</param>
    public RegistryClient(
        RepositoryReference repository,
        RegistryCredentials? credentials = null,
        HttpMessageHandler? handler = null,
        TimeProvider? time = null,
        RegistryRetry? retry = null)
    {
        Repository = repository;
        _time = time ?? TimeProvider.System;
        _retry = retry ?? new RegistryRetry();
        _root = new Uri(repository.BaseAddress, $"v2/{repository.Name}/");
        // A proxy cannot reach this machine's loopback.
        _http = LimitedHttp.CreateClient(
            handler ?? LimitedHttp.CreateTransport(configure: x => x.UseProxy = !repository.BaseAddress.IsLoopback), time: _time);
        _authorization = new RegistryAuthorization(_http, repository, credentials, _time);
    }

    public RepositoryReference Repository { get; }

    public void Dispose() => _http.Dispose();

    /// <summary>Whether the repository holds the blob.</summary>
    public Task<bool> HasBlobAsync(string digest, CancellationToken cancellationToken)
        => TryAsync($"look for {digest}", () => FindBlobAsync(digest, cancellationToken), cancellationToken);

    /// <summary>Uploads a file as a blob; the registry checks the digest. A second upload does no harm.</summary>
    /// <param name="blob">Digest and length of the file.</param>
    /// <param name="path">The file.</param>
    /// <param name="sent">Told of bytes as they leave; negative when a try failed and its bytes leave again.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task UploadBlobAsync(OciDescriptor blob, string path, Action<long> sent, CancellationToken cancellationToken)
    {
        var mayBeThere = false;
        return TryAsync($"upload {blob.Digest}", async () =>
        {
            if (mayBeThere && await FindBlobAsync(blob.Digest, cancellationToken))
            {
                sent(blob.Size);
                return true;
            }

            var left = 0L;
            try
            {
                Uri upload;
                using (var begun = await SendAsync(() => new HttpRequestMessage(HttpMethod.Post, new Uri(_root, "blobs/uploads/")), cancellationToken))
                {
                    upload = LocationOf(begun);
                }

                using var done = await SendAsync(
                    () =>
                    {
                        var content = new BlobContent(path, blob.Size, x =>
                        {
                            left += x;
                            sent(x);
                        });
                        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
                        return new HttpRequestMessage(HttpMethod.Put, WithDigest(upload, blob.Digest)) { Content = content }.WithLimits(Commit);
                    },
                    cancellationToken);
                return true;
            }
            catch (Exception exception) when (left > 0)
            {
                // It may have taken the layer without saying so in time.
                mayBeThere |= exception is HttpLimitException;
                sent(-left);
                throw;
            }
        }, cancellationToken);
    }

    /// <summary>Digest of the manifest under a tag or digest; null when there is none.</summary>
    public Task<string?> ManifestDigestAsync(string reference, CancellationToken cancellationToken)
        => TryAsync($"look for {reference}", async () =>
        {
            using (var response = await SendAsync(() => ManifestRequest(HttpMethod.Head, reference), cancellationToken))
            {
                if (response.StatusCode == HttpStatusCode.NotFound)
                {
                    return null;
                }

                if (response.Headers.TryGetValues("Docker-Content-Digest", out var values)
                    && values.FirstOrDefault() is { } digest
                    && OciDigest.IsValid(digest))
                {
                    return digest;
                }
            }

            // The header is optional in the protocol; the content is not.
            return await DownloadManifestAsync(reference, cancellationToken) is { } manifest ? OciDigest.Of(manifest) : null;
        }, cancellationToken);

    /// <summary>The manifest under a tag or digest, byte for byte; null when there is none.</summary>
    public Task<byte[]?> ManifestAsync(string reference, CancellationToken cancellationToken)
        => TryAsync($"read {reference}", () => DownloadManifestAsync(reference, cancellationToken), cancellationToken);

    /// <summary>Stores a manifest under a tag or its digest. The blobs that it names must be there.</summary>
    /// <exception cref="FairleadException">Refused; says so in particular when tags are immutable and this one is taken.</exception>
    public Task PutManifestAsync(string reference, byte[] manifest, string mediaType, CancellationToken cancellationToken)
        => TryAsync($"store the manifest {reference}", async () =>
        {
            using var response = await SendAsync(
                () =>
                {
                    var content = new ByteArrayContent(manifest);
                    content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
                    return new HttpRequestMessage(HttpMethod.Put, new Uri(_root, $"manifests/{reference}")) { Content = content };
                },
                cancellationToken);
            return true;
        }, cancellationToken);

    private async Task<bool> FindBlobAsync(string digest, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(() => new HttpRequestMessage(HttpMethod.Head, new Uri(_root, $"blobs/{digest}")), cancellationToken);
        return response.StatusCode != HttpStatusCode.NotFound;
    }

    private async Task<byte[]?> DownloadManifestAsync(string reference, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(() => ManifestRequest(HttpMethod.Get, reference), cancellationToken);
        return response.StatusCode == HttpStatusCode.NotFound ? null : await response.Content.ReadAsByteArrayAsync(cancellationToken);
    }

    private HttpRequestMessage ManifestRequest(HttpMethod method, string reference)
    {
        var request = new HttpRequestMessage(method, new Uri(_root, $"manifests/{reference}")).WithLimits(HttpLimits.Document(LargestManifest));
        request.Headers.Accept.ParseAdd(OciMediaTypes.Manifest);
        request.Headers.Accept.ParseAdd(OciMediaTypes.Index);
        request.Headers.Accept.ParseAdd("application/vnd.docker.distribution.manifest.v2+json");
        request.Headers.Accept.ParseAdd("application/vnd.docker.distribution.manifest.list.v2+json");
        return request;
    }

    // The location may be relative, and may lead elsewhere; what leads elsewhere gets no credentials (SendAsync). Nothing leads from HTTPS to HTTP.
    private Uri LocationOf(HttpResponseMessage response)
        => response.Headers.Location is { } location && Uri.TryCreate(_root, location, out var upload)
            && (upload.Scheme == Uri.UriSchemeHttps || upload.Scheme == _root.Scheme)
            ? upload
            : throw new FairleadException(
                $"Nothing can be uploaded to {Repository}.",
                $"The registry did not say where to upload to{(_root.Scheme == Uri.UriSchemeHttps ? ", or sends away from HTTPS" : "")}.",
                "Check that the address is that of an image registry.");

    private static Uri WithDigest(Uri upload, string digest)
        => new($"{upload.AbsoluteUri}{(upload.Query.Length == 0 ? "?" : "&")}digest={Uri.EscapeDataString(digest)}");

    // One request, sent again after a challenge was answered. 404 to HEAD and GET is an answer; all else that is not a success is thrown.
    private async Task<HttpResponseMessage> SendAsync(Func<HttpRequestMessage> create, CancellationToken cancellationToken)
    {
        for (var challenges = 0; ; challenges++)
        {
            using var request = create();
            var authorization = IsRegistry(request) ? _authorization.Current : null;
            request.Headers.Authorization = authorization;
            request.Headers.UserAgent.ParseAdd("fairlead");
            var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            var isQuestion = request.Method == HttpMethod.Head || request.Method == HttpMethod.Get;
            if (response.IsSuccessStatusCode || (isQuestion && response.StatusCode == HttpStatusCode.NotFound))
            {
                return response;
            }

            using (response)
            {
                // Whoever answers after a redirection may be somebody else, whom our password is no concern of.
                if (response.StatusCode == HttpStatusCode.Unauthorized && IsRegistry(response.RequestMessage ?? request) && challenges < 2
                    && await _authorization.AnswerAsync(authorization, response, cancellationToken))
                {
                    continue;
                }

                throw await RegistryError.ReadAsync(response, _time, cancellationToken);
            }
        }
    }

    private bool IsRegistry(HttpRequestMessage request) => request.RequestUri!.Authority == _root.Authority && request.RequestUri.Scheme == _root.Scheme;

    private async Task<T> TryAsync<T>(string doing, Func<Task<T>> action, CancellationToken cancellationToken)
    {
        for (var failures = 1; ; failures++)
        {
            TimeSpan? asked = null;
            try
            {
                return await action();
            }
            catch (RegistryError e) when (e.IsTransient && failures < _retry.Attempts)
            {
                asked = e.RetryAfter;
            }
            catch (Exception e) when (e is HttpRequestException or IOException
                && e is not FileNotFoundException and not HttpLimitException { IsTransient: false }
                && failures < _retry.Attempts)
            {
                // Out of reach, or cut off in the middle: the next try starts from the beginning.
            }
            catch (RegistryError e)
            {
                throw Explain(doing, e);
            }
            catch (Exception e) when (e is HttpRequestException or IOException or JsonException)
            {
                throw new FairleadException(
                    $"Could not {doing} in {Repository}.",
                    $"{e.Message.TrimEnd('.')}.",
                    e is HttpLimitException { IsTransient: false }
                        ? $"Check that {Repository.Registry} is an image registry."
                        : $"Check that {Repository.Registry} can be reached from this machine, then run this again.",
                    e);
            }

            await Task.Delay(_retry.DelayAfter(failures, asked), _time, cancellationToken);
        }
    }

    private FairleadException Explain(string doing, RegistryError error)
    {
        var what = $"Could not {doing} in {Repository}.";
        return error switch
        {
            { SaysImmutable: true } => new FairleadException(
                what,
                "The repository's tags are immutable, and this one already names another image.",
                "Push under another tag, or remove the image that has this one.",
                error),
            { Status: HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden } => new FairleadException(
                what, error.Sentence, "Check that the credentials are those of this registry, have not expired, and allow pushing to the repository.", error),
            { Status: HttpStatusCode.NotFound } => new FairleadException(
                what, error.Sentence, "Check that the repository exists: ECR does not create it on a push.", error),
            { IsTransient: true } => new FairleadException(
                what, $"{error.Sentence.TrimEnd('.')}, {_retry.Attempts} times.", "Wait until the registry is well again, then run this again.", error),
            _ => new FairleadException(what, error.Sentence, "Check the repository and its settings, then run this again.", error),
        };
    }
}
