using System.Xml.Linq;
using Fairlead.LocalCloud.Protocol;
using Fairlead.LocalCloud.S3.Storage;
using Fairlead.LocalCloud.S3.Wire;
using static Fairlead.LocalCloud.S3.Wire.XmlShape;

namespace Fairlead.LocalCloud.S3.Operations;

/// <summary>
/// A setting of a bucket that is a document, kept as it was sent. The table follows the actions Get…, Put… and DeleteBucket… of
/// https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations_Amazon_Simple_Storage_Service.html
/// </summary>
internal sealed record BucketSetting
{
    private BucketSetting(string parameter, XmlShape shape) => (Parameter, Shape) = (parameter, shape);

    public static IReadOnlyDictionary<string, BucketSetting> All { get; } = new BucketSetting[]
    {
        new("accelerate", One("AccelerateConfiguration", One("Status", "Enabled|Suspended")))
        {
            Initial = "<AccelerateConfiguration/>",
            Check = SettingRules.Accelerate,
        },
        new("analytics", One("AnalyticsConfiguration", One("Id"), One("StorageClassAnalysis")))
        {
            ListRoot = "ListBucketAnalyticsConfigurationResult",
            Absent = SettingRules.NoSuchConfiguration,
            IsDeletable = true,
        },
        new("cors", One("CORSConfiguration", Many("CORSRule", Many("AllowedMethod"), Many("AllowedOrigin"))))
        {
            Absent = ("NoSuchCORSConfiguration", "The CORS configuration does not exist"),
            IsDeletable = true,
            Check = SettingRules.Cors,
        },
        new("encryption", One("ServerSideEncryptionConfiguration",
            One("Rule",
                Maybe("ApplyServerSideEncryptionByDefault", One("SSEAlgorithm", "AES256|aws:kms|aws:kms:dsse")),
                Maybe("BucketKeyEnabled", "true|false"))))
        {
            // Since January 2023, every bucket: https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-encryption-faq.html
            Initial = "<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>AES256</SSEAlgorithm>"
                + "</ApplyServerSideEncryptionByDefault><BucketKeyEnabled>false</BucketKeyEnabled></Rule></ServerSideEncryptionConfiguration>",
            IsDeletable = true,
        },
        new("intelligent-tiering", One("IntelligentTieringConfiguration",
            One("Id"), One("Status", "Enabled|Disabled"), Many("Tiering", One("AccessTier", "ARCHIVE_ACCESS|DEEP_ARCHIVE_ACCESS"), One("Days"))))
        {
            ListRoot = "ListBucketIntelligentTieringConfigurationsOutput",
            Absent = SettingRules.NoSuchConfiguration,
            IsDeletable = true,
        },
        new("inventory", One("InventoryConfiguration",
            One("Id"), One("IsEnabled", "true|false"), One("Destination"), One("Schedule"), One("IncludedObjectVersions", "All|Current")))
        {
            ListRoot = "ListInventoryConfigurationsResult",
            Absent = SettingRules.NoSuchConfiguration,
            IsDeletable = true,
        },
        new("lifecycle", One("LifecycleConfiguration", Many("Rule", Maybe("ID"), One("Status", "Enabled|Disabled"))))
        {
            Absent = ("NoSuchLifecycleConfiguration", "The lifecycle configuration does not exist"),
            IsDeletable = true,
            Check = SettingRules.Lifecycle,
            Ids = "ID",
            Header = "x-amz-transition-default-minimum-object-size",
            HeaderWords = ["all_storage_classes_128K", "varies_by_storage_class"],
        },
        new("logging", One("BucketLoggingStatus", Maybe("LoggingEnabled", One("TargetBucket"), One("TargetPrefix"))))
        {
            Initial = "<BucketLoggingStatus/>",
            Check = SettingRules.Logging,
        },
        new("metrics", One("MetricsConfiguration", One("Id")))
        {
            ListRoot = "ListMetricsConfigurationsResult",
            Absent = SettingRules.NoSuchConfiguration,
            IsDeletable = true,
        },
        new("notification", One("NotificationConfiguration",
            Any("QueueConfiguration", One("Queue"), Many("Event")),
            Any("TopicConfiguration", One("Topic"), Many("Event")),
            Any("CloudFunctionConfiguration", One("CloudFunction"), Many("Event"))))
        {
            Initial = "<NotificationConfiguration/>",
            Ids = "Id",
        },
        new("object-lock", One("ObjectLockConfiguration",
            One("ObjectLockEnabled", "Enabled"),
            Maybe("Rule", One("DefaultRetention", One("Mode", "GOVERNANCE|COMPLIANCE"), Maybe("Days"), Maybe("Years")))))
        {
            Absent = ("ObjectLockConfigurationNotFoundError", "Object Lock configuration does not exist for this bucket"),
            Check = SettingRules.ObjectLock,
        },
        new("ownershipControls", One("OwnershipControls",
            One("Rule", One("ObjectOwnership", "BucketOwnerPreferred|ObjectWriter|BucketOwnerEnforced"))))
        {
            // Since April 2023, every new bucket: https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html
            Initial = "<OwnershipControls><Rule><ObjectOwnership>BucketOwnerEnforced</ObjectOwnership></Rule></OwnershipControls>",
            Absent = ("OwnershipControlsNotFoundError", "The bucket ownership controls were not found"),
            IsDeletable = true,
        },
        new("replication", One("ReplicationConfiguration",
            One("Role"), Many("Rule", One("Status", "Enabled|Disabled"), One("Destination", One("Bucket")))))
        {
            Absent = ("ReplicationConfigurationNotFoundError", "The replication configuration was not found"),
            IsDeletable = true,
            Check = SettingRules.Replication,
            Ids = "ID",
        },
        new("requestPayment", One("RequestPaymentConfiguration", One("Payer", "BucketOwner|Requester")))
        {
            Initial = "<RequestPaymentConfiguration><Payer>BucketOwner</Payer></RequestPaymentConfiguration>",
        },
        new("website", One("WebsiteConfiguration",
            Maybe("IndexDocument", One("Suffix")), Maybe("ErrorDocument", One("Key")), Maybe("RedirectAllRequestsTo", One("HostName"))))
        {
            Absent = ("NoSuchWebsiteConfiguration", "The specified bucket does not have a website configuration"),
            IsDeletable = true,
            Check = SettingRules.Website,
        },
    }.ToDictionary(x => x.Parameter, StringComparer.Ordinal);

    /// <summary>The query parameter that names it.</summary>
    public string Parameter { get; }

    public XmlShape Shape { get; }

    /// <summary>What a new bucket has. Null for nothing.</summary>
    public string? Initial { get; private init; }

    /// <summary>What S3 answers when the bucket does not have it. Null where every bucket does.</summary>
    public (string Code, string Message)? Absent { get; private init; }

    public bool IsDeletable { get; private init; }

    /// <summary>What the shape does not say. Throws what S3 answers.</summary>
    public Action<XElement, Bucket, S3Store>? Check { get; private init; }

    /// <summary>The element by which rules are named; a rule without one gets one, as from S3.</summary>
    public string? Ids { get; private init; }

    /// <summary>A header that is kept with the document; the first of its words where it is not sent.</summary>
    public string? Header { get; private init; }

    public IReadOnlyList<string> HeaderWords { get; private init; } = [];

    /// <summary>A bucket has several of these, by their <c>id</c>; without one, the list is asked for, whose document this is.</summary>
    public string? ListRoot { get; private init; }

    /// <summary>What the bucket has; null for nothing.</summary>
    public string? Of(BucketConfiguration configuration)
        => configuration.Documents.TryGetValue(Parameter, out var document) ? document.Length == 0 ? null : document : Initial;

    public AwsServiceException NotFound() => new(Absent!.Value.Code, Absent.Value.Message, StatusCodes.Status404NotFound);
}
