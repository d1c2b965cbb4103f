using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Fairlead.Json;
using Octokit;

namespace Nuke.Common.Tools.GitHub;

/// <summary>What GitHub said to a request, or why it said nothing.</summary>
internal sealed class GitHubAnswer
{
    /// <summary>Added to a response, which does not say what it answers: GET /repos/owner/name.</summary>
    public const string RequestHeader = "Nuke-Request";

    private readonly string _request;
    private readonly string? _fault;
    private readonly bool _isTransient = true;
    private readonly TimeSpan? _retryAfter;
    private readonly DateTimeOffset? _reset;

    public GitHubAnswer(IResponse response)
    {
        _request = Header(response, RequestHeader) ?? "a request";
        Status = response.StatusCode;
        Body = Status < HttpStatusCode.BadRequest ? default : Parse(response.Body as string);
        if (int.TryParse(Header(response, "retry-after"), CultureInfo.InvariantCulture, out var seconds))
        {
            _retryAfter = TimeSpan.FromSeconds(seconds);
        }

        // https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
        if (Header(response, "x-ratelimit-remaining") == "0"
            && long.TryParse(Header(response, "x-ratelimit-reset"), CultureInfo.InvariantCulture, out var reset)
            && reset >= 0 && reset <= DateTimeOffset.MaxValue.ToUnixTimeSeconds())
        {
            _reset = DateTimeOffset.FromUnixTimeSeconds(reset);
        }
    }

    /// <param name="request">Such as GET /repos/owner/name.</param>
    /// <param name="fault">Why there is no answer.</param>
    /// <param name="isTransient">Whether another try may end otherwise.</param>
    public GitHubAnswer(string request, string fault, bool isTransient = true)
    {
        _request = request;
        _fault = fault;
        _isTransient = isTransient;
    }

    /// <summary>0 when there was no answer.</summary>
    public HttpStatusCode Status { get; }

    /// <summary>Of a refusal; undefined when it is not JSON.</summary>
    private JsonElement Body { get; }

    public bool IsServerFault => _isTransient && Status is (0 or >= HttpStatusCode.InternalServerError);

    public bool IsRateLimited => Status == HttpStatusCode.TooManyRequests
        || (Status == HttpStatusCode.Forbidden
            && (_retryAfter is not null || _reset is not null || Message.Contains("rate limit", StringComparison.OrdinalIgnoreCase)));

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

    /// <summary>What to do about it.</summary>
    public string Advice => Status switch
    {
        0 when !_isTransient => "Check that GITHUB_API_URL is the address of GitHub's API.",
        0 or >= HttpStatusCode.InternalServerError => "Run the target again; what is done already is not done twice.",
        _ when IsRateLimited => _reset is { } reset
            ? $"Run the target again after {reset:HH:mm} UTC."
            : "Run the target again in some minutes.",
        HttpStatusCode.Unauthorized => "Give a token that is valid and not expired.",
        HttpStatusCode.Forbidden => "Give a token that may do this; on GitHub Actions, WritePermissions of the attribute says so.",
        HttpStatusCode.NotFound => "Check the name of the repository, and that the token may see it.",
        _ => "Correct what the answer says.",
    };

    // Octokit keeps the names as the server wrote them.
    private static string? Header(IResponse response, string name)
        => response.Headers.FirstOrDefault(x => x.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    private static string? Text(JsonElement element, string name)
        => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static JsonElement Parse(string? body)
    {
        try
        {
            return WellFormedJson.Parse(Encoding.UTF8.GetBytes(body ?? ""));
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
