using System.Globalization;
using System.Xml.Linq;
using Fairlead.LocalCloud.Protocol;
using Fairlead.LocalCloud.S3.Storage;
using Fairlead.LocalCloud.S3.Wire;

namespace Fairlead.LocalCloud.S3.Operations;

/// <summary>What S3 refuses in settings besides documents of a wrong shape, in its own codes and words.</summary>
internal static class SettingRules
{
    private const int MostCorsRules = 100;
    private const int MostLifecycleRules = 1000;
    private const int MostIdCharacters = 255;

    private static readonly string[] CorsMethods = ["GET", "PUT", "POST", "DELETE", "HEAD"];

    private static readonly string[] Actions =
    [
        "Expiration", "Transition", "NoncurrentVersionExpiration", "NoncurrentVersionTransition", "AbortIncompleteMultipartUpload",
    ];

    private static readonly string[] Durations = ["Days", "NoncurrentDays", "DaysAfterInitiation"];

    public static (string Code, string Message) NoSuchConfiguration => ("NoSuchConfiguration", "The specified configuration does not exist.");

    public static void Accelerate(XElement document, Bucket bucket, S3Store store)
    {
        if (bucket.Name.Contains('.'))
        {
            throw S3Errors.InvalidRequest("S3 Transfer Acceleration is not supported for buckets with periods (.) in their names");
        }
    }

    /// <summary>https://docs.aws.amazon.com/AmazonS3/latest/userguide/ManageCorsUsing.html</summary>
    public static void Cors(XElement document, Bucket bucket, S3Store store)
    {
        var rules = document.All("CORSRule").ToArray();
        if (rules.Length > MostCorsRules)
        {
            throw S3Errors.MalformedXml();
        }

        if (rules.SelectMany(x => x.All("AllowedMethod")).FirstOrDefault(x => !CorsMethods.Contains(x.Value)) is { } method)
        {
            throw S3Errors.InvalidRequest($"Found unsupported HTTP method in CORS config. Unsupported method is {method.Value}");
        }

        if (rules.SelectMany(x => x.All("AllowedOrigin")).FirstOrDefault(x => x.Value.Count(c => c == '*') > 1) is { } origin)
        {
            throw S3Errors.InvalidRequest($"AllowedOrigin \"{origin.Value}\" can not have more than one wildcard.");
        }
    }

    /// <summary>https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html</summary>
    public static void Lifecycle(XElement document, Bucket bucket, S3Store store)
    {
        var rules = document.All("Rule").ToArray();
        if (rules.Length > MostLifecycleRules)
        {
            throw S3Errors.MalformedXml();
        }

        foreach (var rule in rules)
        {
            if (rule.Value("ID")?.Length > MostIdCharacters)
            {
                throw S3Errors.InvalidArgument("ID length should not exceed allowed limit of 255");
            }

            if (rule.Value("Prefix") is null && rule.Value("Filter") is null)
            {
                throw S3Errors.MalformedXml();
            }

            var actions = rule.Elements().Where(x => Actions.Contains(x.Name.LocalName)).ToArray();
            if (actions.Length == 0)
            {
                throw S3Errors.InvalidRequest("At least one action needs to be specified in a rule");
            }

            Array.ForEach(actions, CheckAction);
        }

        if (rules.Select(x => x.Value("ID")).OfType<string>().GroupBy(x => x, StringComparer.Ordinal).FirstOrDefault(x => x.Count() > 1) is { } twice)
        {
            throw S3Errors.InvalidArgument($"Rule ID must be unique. Found same ID for more than one rule. (ID: {twice.Key})");
        }
    }

    /// <summary>https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketLogging.html</summary>
    public static void Logging(XElement document, Bucket bucket, S3Store store)
    {
        if (document.All("LoggingEnabled").FirstOrDefault()?.Value("TargetBucket") is { } target && store.Buckets.All(x => x.Name != target))
        {
            throw new AwsServiceException("InvalidTargetBucketForLogging", "The target bucket for logging does not exist");
        }
    }

    /// <summary>https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectLockConfiguration.html</summary>
    public static void ObjectLock(XElement document, Bucket bucket, S3Store store)
    {
        CheckVersioned(bucket, "InvalidBucketState", "a Object Lock configuration", StatusCodes.Status409Conflict);
        if (document.All("Rule").FirstOrDefault()?.All("DefaultRetention").FirstOrDefault() is not { } retention)
        {
            return;
        }

        var periods = retention.Elements().Where(x => x.Name.LocalName is "Days" or "Years").ToArray();
        if (periods.Length != 1)
        {
            throw S3Errors.MalformedXml();
        }

        if (!IsPositive(periods[0].Value))
        {
            throw S3Errors.InvalidArgument("Default retention period must be a positive integer value");
        }
    }

    public static void Replication(XElement document, Bucket bucket, S3Store store)
        => CheckVersioned(bucket, "InvalidRequest", "a replication configuration", StatusCodes.Status400BadRequest);

    public static void Website(XElement document, Bucket bucket, S3Store store)
    {
        var redirects = document.All("RedirectAllRequestsTo").Any();
        if (!redirects && document.All("IndexDocument").FirstOrDefault()?.Value("Suffix") is not { Length: > 0 })
        {
            throw S3Errors.InvalidArgument("A value for IndexDocument Suffix must be provided if RedirectAllRequestsTo is empty");
        }

        if (redirects && (document.All("IndexDocument").Any() || document.All("ErrorDocument").Any() || document.All("RoutingRules").Any()))
        {
            throw S3Errors.InvalidArgument("RedirectAllRequestsTo cannot be provided in conjunction with other Routing Rules.");
        }
    }

    private static void CheckVersioned(Bucket bucket, string code, string what, int status)
    {
        if (bucket.Configuration.Versioning != "Enabled")
        {
            throw new AwsServiceException(code, $"Versioning must be 'Enabled' on the bucket to apply {what}", status);
        }
    }

    private static void CheckAction(XElement action)
    {
        var (name, isExpiration) = (action.Name.LocalName, action.Name.LocalName == "Expiration");
        var date = action.Value("Date");
        if (action.Elements().FirstOrDefault(x => Durations.Contains(x.Name.LocalName)) is { } duration && !IsPositive(duration.Value)
            && (isExpiration || duration.Value.Trim() != "0" || name is "NoncurrentVersionExpiration" or "AbortIncompleteMultipartUpload"))
        {
            throw S3Errors.InvalidArgument($"'{duration.Name.LocalName}' for {name} action must be a {(isExpiration ? "positive" : "nonnegative")} integer");
        }

        if (date is not null && !DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _))
        {
            throw S3Errors.MalformedXml();
        }

        if (date is not null && DateTimeOffset.Parse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).UtcDateTime.TimeOfDay != TimeSpan.Zero)
        {
            throw S3Errors.InvalidArgument("'Date' must be at midnight GMT");
        }
    }

    private static bool IsPositive(string text) => int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0;
}
