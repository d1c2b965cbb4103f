using System.Net;
using System.Xml.Linq;
using Amazon.S3;
using Amazon.S3.Model;
using Fairlead.LocalCloud.S3.Operations;
using static Fairlead.LocalCloud.Tests.S3.S3TestCloud;

namespace Fairlead.LocalCloud.Tests.S3;

public sealed class BucketSettingTests(S3TestCloud cloud) : IClassFixture<S3TestCloud>
{
    private static readonly XNamespace S3 = "http://s3.amazonaws.com/doc/2006-03-01/";

    /// <summary>What each setting is sent as, and what is answered once it is deleted; null where it cannot be.</summary>
    public static TheoryData<string, string, string?> Settings => new()
    {
        { "accelerate", "<AccelerateConfiguration><Status>Enabled</Status></AccelerateConfiguration>", null },
        { "analytics&id=a", "<AnalyticsConfiguration><Id>a</Id><StorageClassAnalysis/></AnalyticsConfiguration>", "NoSuchConfiguration" },
        {
            "cors",
            "<CORSConfiguration><CORSRule><ID>x</ID><AllowedMethod>GET</AllowedMethod><AllowedOrigin>*</AllowedOrigin><MaxAgeSeconds>5</MaxAgeSeconds>"
                + "</CORSRule></CORSConfiguration>",
            "NoSuchCORSConfiguration"
        },
        {
            "encryption",
            "<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>aws:kms</SSEAlgorithm>"
                + "<KMSMasterKeyID>k</KMSMasterKeyID></ApplyServerSideEncryptionByDefault><BucketKeyEnabled>true</BucketKeyEnabled></Rule>"
                + "</ServerSideEncryptionConfiguration>",
            ""
        },
        {
            "intelligent-tiering&id=t",
            "<IntelligentTieringConfiguration><Id>t</Id><Status>Enabled</Status><Tiering><AccessTier>ARCHIVE_ACCESS</AccessTier><Days>90</Days></Tiering>"
                + "</IntelligentTieringConfiguration>",
            "NoSuchConfiguration"
        },
        {
            "inventory&id=i",
            "<InventoryConfiguration><Id>i</Id><IsEnabled>true</IsEnabled><Destination><S3BucketDestination/></Destination><Schedule/>"
                + "<IncludedObjectVersions>All</IncludedObjectVersions></InventoryConfiguration>",
            "NoSuchConfiguration"
        },
        {
            "lifecycle",
            "<LifecycleConfiguration><Rule><ID>old</ID><Filter><Prefix>logs/</Prefix></Filter><Status>Enabled</Status><Expiration><Days>30</Days></Expiration>"
                + "</Rule></LifecycleConfiguration>",
            "NoSuchLifecycleConfiguration"
        },
        {
            "logging",
            $"<BucketLoggingStatus><LoggingEnabled><TargetBucket>{Bucket}</TargetBucket><TargetPrefix>x/</TargetPrefix></LoggingEnabled></BucketLoggingStatus>",
            null
        },
        { "metrics&id=m", "<MetricsConfiguration><Id>m</Id></MetricsConfiguration>", "NoSuchConfiguration" },
        {
            "notification",
            "<NotificationConfiguration><QueueConfiguration><Id>q</Id><Queue>arn:aws:sqs:us-east-1:000000000000:q</Queue><Event>s3:ObjectCreated:*</Event>"
                + "</QueueConfiguration></NotificationConfiguration>",
            null
        },
        {
            "ownershipControls",
            "<OwnershipControls><Rule><ObjectOwnership>BucketOwnerPreferred</ObjectOwnership></Rule></OwnershipControls>",
            "OwnershipControlsNotFoundError"
        },
        { "requestPayment", "<RequestPaymentConfiguration><Payer>Requester</Payer></RequestPaymentConfiguration>", null },
        {
            "website",
            "<WebsiteConfiguration><IndexDocument><Suffix>index.html</Suffix></IndexDocument><ErrorDocument><Key>e.html</Key></ErrorDocument>"
                + "</WebsiteConfiguration>",
            "NoSuchWebsiteConfiguration"
        },
    };

    [Theory]
    [MemberData(nameof(Settings))]
    public async Task A_setting_is_given_back_as_it_was_sent_until_it_is_deleted(string query, string document, string? absent)
    {
        var put = await cloud.SendAsync(HttpMethod.Put, "?" + query, document);
        put.StatusCode.ShouldBe(HttpStatusCode.OK, await put.Content.ReadAsStringAsync());

        var kept = XElement.Parse(await (await cloud.SendAsync(HttpMethod.Get, "?" + query)).Content.ReadAsStringAsync());
        XNode.DeepEquals(WithoutNamespace(kept), XElement.Parse(document)).ShouldBeTrue(kept.ToString());

        var delete = await cloud.SendAsync(HttpMethod.Delete, "?" + query);
        if (absent is null)
        {
            await ShouldRefuseAsync(delete, HttpStatusCode.NotImplemented, "NotImplemented");
            return;
        }

        delete.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var after = await cloud.SendAsync(HttpMethod.Get, "?" + query);
        if (absent.Length > 0)
        {
            await ShouldRefuseAsync(after, HttpStatusCode.NotFound, absent);
        }
        else
        {
            (await after.Content.ReadAsStringAsync()).ShouldContain("AES256", Case.Sensitive, "what every bucket has comes back");
        }
    }

    [Fact]
    public void Every_setting_of_the_table_is_tried()
        => Settings.Cast<object[]>().Select(x => ((string)x[0]).Split('&')[0])
            .Concat(["object-lock", "replication"])
            .ShouldBe(BucketSetting.All.Keys, ignoreOrder: true);

    [Theory]
    [InlineData("accelerate", "Status")]
    [InlineData("encryption", "AES256")]
    [InlineData("logging", "BucketLoggingStatus")]
    [InlineData("notification", "NotificationConfiguration")]
    [InlineData("ownershipControls", "BucketOwnerEnforced")]
    [InlineData("requestPayment", "BucketOwner")]
    [InlineData("metrics", "ListMetricsConfigurationsResult")]
    public async Task A_new_bucket_has_what_a_new_bucket_of_AWS_has(string setting, string expected)
    {
        await cloud.S3.PutBucketAsync("fresh");

        var text = await cloud.Http.GetStringAsync($"/fresh?{setting}");

        if (setting == "accelerate")
        {
            text.ShouldNotContain(expected, Case.Sensitive, "it was never switched on nor off");
        }
        else
        {
            text.ShouldContain(expected);
        }
    }

    [Theory]
    [InlineData("cors", "NoSuchCORSConfiguration")]
    [InlineData("lifecycle", "NoSuchLifecycleConfiguration")]
    [InlineData("object-lock", "ObjectLockConfigurationNotFoundError")]
    [InlineData("replication", "ReplicationConfigurationNotFoundError")]
    [InlineData("website", "NoSuchWebsiteConfiguration")]
    [InlineData("tagging", "NoSuchTagSet")]
    [InlineData("policy", "NoSuchBucketPolicy")]
    [InlineData("policyStatus", "NoSuchBucketPolicy")]
    [InlineData("metrics&id=x", "NoSuchConfiguration")]
    public async Task What_a_new_bucket_does_not_have_is_named(string setting, string code)
    {
        await cloud.S3.PutBucketAsync("empty-handed");

        await ShouldRefuseAsync(await cloud.Http.GetAsync($"/empty-handed?{setting}"), HttpStatusCode.NotFound, code);
    }

    [Theory]
    [InlineData("cors", "<CORSConfiguration/>", "MalformedXML")]
    [InlineData("cors", "<CORSConfiguration", "MalformedXML")]
    [InlineData("cors", "<Other/>", "MalformedXML")]
    [InlineData(
        "cors",
        "<CORSConfiguration><CORSRule><AllowedMethod>PATCH</AllowedMethod><AllowedOrigin>*</AllowedOrigin></CORSRule></CORSConfiguration>",
        "InvalidRequest")]
    [InlineData("encryption", "<ServerSideEncryptionConfiguration/>", "MalformedXML")]
    [InlineData(
        "lifecycle",
        "<LifecycleConfiguration><Rule><Filter/><Status>On</Status><Expiration><Days>1</Days></Expiration></Rule></LifecycleConfiguration>",
        "MalformedXML")]
    [InlineData(
        "lifecycle",
        "<LifecycleConfiguration><Rule><Filter/><Status>Enabled</Status><Expiration><Days>0</Days></Expiration></Rule></LifecycleConfiguration>",
        "InvalidArgument")]
    [InlineData("lifecycle", "<LifecycleConfiguration><Rule><Filter/><Status>Enabled</Status></Rule></LifecycleConfiguration>", "InvalidRequest")]
    [InlineData(
        "logging",
        "<BucketLoggingStatus><LoggingEnabled><TargetBucket>nowhere</TargetBucket><TargetPrefix/></LoggingEnabled></BucketLoggingStatus>",
        "InvalidTargetBucketForLogging")]
    [InlineData("ownershipControls", "<OwnershipControls><Rule><ObjectOwnership>Mine</ObjectOwnership></Rule></OwnershipControls>", "MalformedXML")]
    [InlineData("metrics&id=x", "<MetricsConfiguration><Id>y</Id></MetricsConfiguration>", "InvalidArgument")]
    [InlineData("website", "<WebsiteConfiguration/>", "InvalidArgument")]
    [InlineData(
        "replication",
        "<ReplicationConfiguration><Role>r</Role><Rule><Status>Enabled</Status><Destination><Bucket>b</Bucket></Destination></Rule></ReplicationConfiguration>",
        "InvalidRequest")]
    [InlineData("tagging", "<Tagging/>", "MalformedXML")]
    [InlineData("versioning", "<VersioningConfiguration><Status>On</Status></VersioningConfiguration>", "IllegalVersioningConfigurationException")]
    public async Task A_setting_that_makes_no_sense_is_refused(string setting, string document, string code)
        => await ShouldRefuseAsync(await cloud.SendAsync(HttpMethod.Put, "?" + setting, document), HttpStatusCode.BadRequest, code);

    [Fact]
    public async Task Settings_of_one_kind_are_listed()
    {
        await cloud.SendAsync(HttpMethod.Put, "?metrics&id=two", "<MetricsConfiguration><Id>two</Id></MetricsConfiguration>");
        await cloud.SendAsync(HttpMethod.Put, "?metrics&id=one", "<MetricsConfiguration><Id>one</Id></MetricsConfiguration>");

        var list = await cloud.S3.ListBucketMetricsConfigurationsAsync(new ListBucketMetricsConfigurationsRequest { BucketName = Bucket });

        list.MetricsConfigurationList.Select(x => x.MetricsId).ShouldBe(["one", "two"]);
    }

    [Fact]
    public async Task A_rule_without_a_name_gets_one_and_the_least_size_of_a_transition_is_told()
    {
        var put = await cloud.SendAsync(
            HttpMethod.Put,
            "?lifecycle",
            "<LifecycleConfiguration><Rule><Filter/><Status>Enabled</Status><Expiration><Days>1</Days></Expiration></Rule></LifecycleConfiguration>",
            ("x-amz-transition-default-minimum-object-size", "varies_by_storage_class"));
        put.StatusCode.ShouldBe(HttpStatusCode.OK);

        using var got = await cloud.SendAsync(HttpMethod.Get, "?lifecycle");

        got.Headers.GetValues("x-amz-transition-default-minimum-object-size").ShouldBe(["varies_by_storage_class"]);
        XElement.Parse(await got.Content.ReadAsStringAsync()).Element(S3 + "Rule")!.Element(S3 + "ID")!.Value.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task What_a_bucket_replicates_and_locks_is_kept_once_it_is_versioned()
    {
        const string bucket = "versioned-settings";
        await cloud.S3.PutBucketAsync(new PutBucketRequest { BucketName = bucket, ObjectLockEnabledForBucket = true });

        (await cloud.S3.GetBucketVersioningAsync(bucket)).VersioningConfig.Status.ShouldBe(VersionStatus.Enabled);
        await cloud.S3.PutObjectLockConfigurationAsync(new PutObjectLockConfigurationRequest
        {
            BucketName = bucket,
            ObjectLockConfiguration = new ObjectLockConfiguration
            {
                ObjectLockEnabled = ObjectLockEnabled.Enabled,
                Rule = new ObjectLockRule { DefaultRetention = new DefaultRetention { Mode = ObjectLockRetentionMode.Governance, Days = 3 } },
            },
        });
        (await cloud.S3.GetObjectLockConfigurationAsync(new GetObjectLockConfigurationRequest { BucketName = bucket }))
            .ObjectLockConfiguration.Rule.DefaultRetention.Days.ShouldBe(3);
        await ShouldRefuseAsync(
            cloud.S3.PutBucketVersioningAsync(new PutBucketVersioningRequest
            {
                BucketName = bucket,
                VersioningConfig = new S3BucketVersioningConfig { Status = VersionStatus.Suspended },
            }),
            HttpStatusCode.Conflict,
            "InvalidBucketState");
    }

    [Fact]
    public async Task Encryption_of_the_bucket_is_that_of_its_new_objects()
    {
        await cloud.S3.PutBucketAsync("encrypted");
        await cloud.S3.PutBucketEncryptionAsync(new PutBucketEncryptionRequest
        {
            BucketName = "encrypted",
            ServerSideEncryptionConfiguration = new ServerSideEncryptionConfiguration
            {
                ServerSideEncryptionRules =
                [
                    new ServerSideEncryptionRule
                    {
                        ServerSideEncryptionByDefault = new ServerSideEncryptionByDefault
                        {
                            ServerSideEncryptionAlgorithm = ServerSideEncryptionMethod.AWSKMS,
                            ServerSideEncryptionKeyManagementServiceKeyId = "key",
                        },
                    },
                ],
            },
        });

        var put = await cloud.S3.PutObjectAsync(new PutObjectRequest { BucketName = "encrypted", Key = "k", ContentBody = "x" });
        var plain = await cloud.PutAsync("plain", "x");

        (put.ServerSideEncryptionMethod, put.ServerSideEncryptionKeyManagementServiceKeyId).ShouldBe((ServerSideEncryptionMethod.AWSKMS, "key"));
        plain.ServerSideEncryptionMethod.ShouldBe(ServerSideEncryptionMethod.AES256);
        (await cloud.S3.GetObjectMetadataAsync("encrypted", "k")).ServerSideEncryptionMethod.ShouldBe(ServerSideEncryptionMethod.AWSKMS);
    }

    private static XElement WithoutNamespace(XElement element)
        => new(element.Name.LocalName, element.Nodes().Select(x => x is XElement child ? WithoutNamespace(child) : x));
}
