using System.Globalization;
using System.Net;
using System.Text.Json;
using Nuke.Common.Execution;

namespace Nuke.Common.Tools.GitHub;

/// <summary>What GitHub said to a request, or why it said nothing.</summary>
internal sealed class GitHubAnswer
{
    private readonly string _request;
    private readonly string _fault;
    private readonly TimeSpan? _retryAfter;
    private readonly DateTimeOffset? _reset;

    public GitHubAnswer(HttpRequestMessage request, HttpResponseMessage response, byte[] body)
    {
        _request = Describe(request);
        Status = response.StatusCode;
        Body = Parse(body);
        HasNextPage = Header(response, "Link")?.Contains("rel=\"next\"", StringComparison.Ordinal) ?? false;
        _retryAfter = response.Headers.RetryAfter?.Delta;

        // https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
        if (Header(response, "x-ratelimit-remaining") == "0" && long.TryParse(Header(response, "x-ratelimit-reset"), CultureInfo.InvariantCulture, out var reset))
            _reset = DateTimeOffset.FromUnixTimeSeconds(reset);
    }

    public GitHubAnswer(HttpRequestMessage request, string fault)
    {
        _request = Describe(request);
        _fault = fault;
    }

    /// <summary>0 when there was no answer.</summary>
    public HttpStatusCode Status { get; }

    /// <summary>Undefined when the answer is not JSON.</summary>
    public JsonElement Body { get; }

    public bool HasNextPage { get; }

    public bool IsServerFault => Status is 0 or >= HttpStatusCode.InternalServerError;

    public bool IsRateLimited => Status == HttpStatusCode.TooManyRequests
        || (Status == HttpStatusCode.Forbidden && (_retryAfter is not null || _reset is not null || Message.Contains("rate limit", StringComparison.OrdinalIgnoreCase)));

    /// <summary>What happened, in one sentence.</summary>
    public string Problem => Status switch
    {
        0 => $"GitHub could not be asked ({_request}): {_fault}.",
        _ when IsRateLimited => $"GitHub's rate limit is used up ({_request}: {(int)Status}{Details}).",
        _ => $"GitHub refused {_request}: {(int)Status} {Status}{Details}.",
    };

    private string Message => Text(Body, "message") ?? "";

    private string Details => Message.Length > 0 || Errors.Length > 0 ? $", {Message.TrimEnd('.')}{Errors}" : "";

    // "errors": [{ "resource": "Release", "code": "already_exists", "field": "tag_name" }], or texts.
    private string Errors => Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array
        ? string.Concat(errors.EnumerateArray().Select(x => x.ValueKind == JsonValueKind.String
            ? $"; {x.GetString()}"
            : $"; {Text(x, "field") ?? Text(x, "resource")} {Text(x, "message") ?? Text(x, "code")}"))
        : "";

    public bool HasError(string code) => Body.ValueKind == JsonValueKind.Object
        && Body.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array
        && errors.EnumerateArray().Any(x => Text(x, "code") == code);

    /// <summary>How long to wait before the next request; a minute when GitHub does not say.</summary>
    public TimeSpan RetryAfter(DateTimeOffset now)
    {
        var wait = _retryAfter ?? _reset - now ?? TimeSpan.FromMinutes(1);
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    /// <exception cref="BuildException">The request did not succeed.</exception>
    public GitHubAnswer OrThrow() => (int)Status is >= 200 and < 300 ? this : throw new BuildException(Problem, Advice);

    private string Advice => Status switch
    {
        0 or >= HttpStatusCode.InternalServerError => "Run the target again; what is done already is not done twice.",
        _ when IsRateLimited => _reset is { } reset
            ? $"Run the target again after {reset:HH:mm} UTC."
            : "Run the target again in some minutes.",
        HttpStatusCode.Unauthorized => "Give a token that is valid and not expired.",
        HttpStatusCode.Forbidden => "Give a token that may do this; on GitHub Actions, WritePermissions of the attribute says so.",
        HttpStatusCode.NotFound => "Check the name of the repository, and that the token may see it.",
        _ => "Correct what the answer says.",
    };

    private static string Describe(HttpRequestMessage request) => $"{request.Method} {request.RequestUri.AbsolutePath}";

    private static string Header(HttpResponseMessage response, string name) => response.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;

    private static string Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static JsonElement Parse(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
