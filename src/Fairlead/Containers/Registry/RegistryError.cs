using System.Net;
using System.Text.Json;

namespace Fairlead.Containers.Registry;

/// <summary>An answer of a registry that is not a success. Becomes a <see cref="FairleadException"/> before it leaves this folder.</summary>
internal sealed class RegistryError(HttpStatusCode status, string? code, string? message, TimeSpan? retryAfter) : Exception(message ?? "")
{
    private const int LongestShown = 1000;

    public HttpStatusCode Status => status;

    public string? Code => code;

    public TimeSpan? RetryAfter => retryAfter;

    public bool IsTransient
        => status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout || ((int)status >= 500 && status != HttpStatusCode.NotImplemented);

    // ECR answers TAG_INVALID, Distribution-based registries DENIED, Harbor and Quay PRECONDITION/409.
    // https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html
    public bool SaysImmutable
        => status is HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed || Message.Contains("immutab", StringComparison.OrdinalIgnoreCase);

    public string Sentence
        => $"It answered {(int)status}{(code is null ? "" : $" {Shown(code)}")}"
            + (string.IsNullOrWhiteSpace(Message) ? "." : $": {Shown(Message).TrimEnd('.')}.");

    // One line of it, whatever it sent.
    private static string Shown(string text)
    {
        var breaks = text.Where(x => char.IsWhiteSpace(x) || char.IsControl(x)).Distinct();
        var line = string.Join(' ', text.Split([.. breaks, ' '], StringSplitOptions.RemoveEmptyEntries));
        return line.Length > LongestShown ? $"{line[..LongestShown]}…" : line;
    }

    // {"errors":[{"code":"TAG_INVALID","message":"The image tag 'x' already exists …","detail":{}}]}
    public static async Task<RegistryError> ReadAsync(HttpResponseMessage response, TimeProvider time, CancellationToken cancellationToken)
    {
        string? code = null, message = null;
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        try
        {
            using var document = JsonDocument.Parse(body);
            var error = document.RootElement.GetProperty("errors")[0];
            code = error.GetProperty("code").GetString();
            message = error.TryGetProperty("message", out var text) ? text.GetString() : null;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException)
        {
            message = response.ReasonPhrase;
        }

        var after = response.Headers.RetryAfter;
        return new RegistryError(response.StatusCode, code, message, after?.Delta ?? after?.Date - time.GetUtcNow());
    }
}
