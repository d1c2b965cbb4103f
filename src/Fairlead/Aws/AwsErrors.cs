using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Amazon.Runtime;
using Fairlead.Http;

namespace Fairlead.Aws;

/// <summary>Turns what an AWS client throws into sentences for the user.</summary>
public static partial class AwsErrors
{
    /// <summary>Explains an error of an AWS call. Cancellation is not an error and must not be passed.</summary>
    /// <param name="error">What was thrown.</param>
    /// <param name="operation">What was being done, as it follows "could not": <c>update the service 'shop'</c>.</param>
    /// <returns>What happened, why, and what to do; <paramref name="error"/> itself when it, or its cause, already says so.</returns>
    public static FairleadException Explain(Exception error, string operation)
    {
        for (var e = error; e is not null; e = e.InnerException)
        {
            if (e is FairleadException known)
            {
                return known;
            }
        }

        var what = $"Could not {operation}.";
        if (FindUnreachable(error) is { } unreachable)
        {
            return new FairleadException(
                what,
                $"The endpoint could not be reached: {Sentence(unreachable.Message)}",
                "Check the network, the region and AWS_ENDPOINT_URL, then run the build again.",
                error);
        }

        return error switch
        {
            AmazonServiceException e when IsExpired(e.ErrorCode) => new FairleadException(
                what, "The AWS session has expired.", "Sign in again (`aws sso login`, or renew the session token), then run the build again.", error),
            AmazonServiceException e when IsAccessDenied(e) => AccessDenied(what, e),
            AmazonServiceException e when IsThrottled(e) => new FairleadException(
                what,
                    "AWS limits how many requests this account may make, and refused every retry.",
                    "Wait a minute and run the build again, or set AWS_RETRY_MODE=adaptive.",
                    error),
            AmazonServiceException e when IsBadKey(e.ErrorCode) => new FairleadException(
                what,
                    "AWS does not know these credentials, or the signature does not match.",
                    "Check which credentials are used with `aws sts get-caller-identity` and that the clock of this machine is right.",
                    error),
            AmazonServiceException e => new FairleadException(
                what, $"AWS answered {Named(e)}: {Sentence(e.Message)}", Next(e), error),
            AmazonClientException e when e.Message.Contains("credentials", StringComparison.OrdinalIgnoreCase) => new FairleadException(
                what,
                    "There are no usable AWS credentials.",
                    "Set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or run `aws configure`, then run the build again.",
                    error),
            _ => new FairleadException(
                what,
                Sentence(error.Message),
                "Run the build again; if it fails in the same way, run it with --verbosity verbose.",
                error),
        };
    }

    private static string Next(AmazonServiceException e) => (int)e.StatusCode >= 500
        ? "The fault is on AWS's side: run the build again; if it persists, look at https://health.aws.amazon.com."
        : "Check the names in the stack's outputs and the region, then run the build again.";

    // "User: arn:aws:iam::123456789012:user/ci is not authorized to perform: ecs:UpdateService on resource:
    // arn:aws:ecs:... because no identity-based policy allows the ecs:UpdateService action"
    private static FairleadException AccessDenied(string what, AmazonServiceException e)
    {
        var match = Denied().Match(e.Message ?? "");
        if (!match.Success)
        {
            return new FairleadException(
                what,
                $"Access is denied: {Sentence(e.Message)}",
                "Give the role that deploys the permission it lacks, then run the build again.",
                e);
        }

        var action = match.Groups["action"].Value;
        var resource = match.Groups["resource"].Success ? match.Groups["resource"].Value.TrimEnd('.', ',') : "*";
        var who = match.Groups["who"].Success ? match.Groups["who"].Value : "The caller";
        return new FairleadException(
            what,
            $"{who} may not do {action} on {resource}.",
            $"Allow the action {action} on {resource} in the policy of the role that deploys, then run the build again.",
            e);
    }

    private static Exception? FindUnreachable(Exception error)
    {
        for (var e = error; e is not null; e = e.InnerException!)
        {
            if (e is SocketException or HttpLimitException or HttpRequestException
                {
                    HttpRequestError: HttpRequestError.NameResolutionError
                or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError
                })
            {
                return e;
            }

            if (e is TimeoutException)
            {
                return e;
            }
        }

        return null;
    }

    private static bool IsExpired(string? code) => code is "ExpiredToken" or "ExpiredTokenException" or "TokenRefreshRequired" or "RequestExpired";

    private static bool IsAccessDenied(AmazonServiceException e)
        => e.ErrorCode is "AccessDenied" or "AccessDeniedException" or "UnauthorizedOperation" or "AuthorizationError" or "UnauthorizedAccess";

    private static bool IsThrottled(AmazonServiceException e)
        => e.StatusCode == HttpStatusCode.TooManyRequests
        || e.Retryable?.Throttling == true
        || e.ErrorCode is "Throttling"
            or "ThrottlingException"
            or "ThrottledException"
            or "RequestThrottled"
            or "RequestThrottledException"
            or "TooManyRequestsException"
            or "RequestLimitExceeded"
            or "SlowDown";

    private static bool IsBadKey(string? code)
        => code is "InvalidClientTokenId"
            or "UnrecognizedClientException"
            or "InvalidAccessKeyId"
            or "SignatureDoesNotMatch"
            or "InvalidSignatureException"
            or "AuthFailure"
            or "IncompleteSignature";

    private static string Named(AmazonServiceException e)
        => string.IsNullOrEmpty(e.ErrorCode) ? $"{(int)e.StatusCode}" : e.ErrorCode;

    private static string Sentence(string? message)
    {
        var text = string.Join(' ', (message ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length == 0 ? "no message was given." : text[^1] is '.' or '!' or '?' ? text : text + ".";
    }

    [GeneratedRegex(@"(?:User: (?<who>\S+) )?is not authorized to perform: (?<action>[A-Za-z0-9-]+:[A-Za-z0-9*]+)(?: on resource: (?<resource>\S+))?")]
    private static partial Regex Denied();
}
