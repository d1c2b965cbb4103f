using System.Security.Cryptography;
using System.Text;
using Fairlead.LocalCloud.Protocol;
using Fairlead.LocalCloud.S3.Operations;
using Fairlead.LocalCloud.S3.Wire;
using Fairlead.Testing.Fuzzing;

namespace Fairlead.LocalCloud.Tests.Fuzz;

/// <summary>S3: documents, queries, headers and bodies.</summary>
internal static class BucketTargets
{
    private const int LongDocument = 1024;

    private const string Object = "/shop-site/index.html";

    /// <summary>A document for each setting of a bucket: the table <see cref="BucketSetting.All"/> has no other. Those of which a bucket has several are
    /// named by their id.</summary>
    private static readonly Dictionary<string, string[]> Settings = new(StringComparer.Ordinal)
    {
        ["accelerate"] = ["<AccelerateConfiguration><Status>Enabled</Status></AccelerateConfiguration>"],
        ["analytics"] =
        [
            "<AnalyticsConfiguration><Id>a</Id><Filter><Prefix>p</Prefix></Filter><StorageClassAnalysis/></AnalyticsConfiguration>",
        ],
        ["cors"] =
        [
            "<CORSConfiguration><CORSRule><ID>a</ID><AllowedMethod>GET</AllowedMethod><AllowedOrigin>https://*.example.com</AllowedOrigin>"
                + "<AllowedHeader>*</AllowedHeader><ExposeHeader>ETag</ExposeHeader><MaxAgeSeconds>60</MaxAgeSeconds></CORSRule></CORSConfiguration>",
        ],
        ["encryption"] =
        [
            "<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>aws:kms</SSEAlgorithm>"
                + "</ApplyServerSideEncryptionByDefault><BucketKeyEnabled>true</BucketKeyEnabled></Rule></ServerSideEncryptionConfiguration>",
        ],
        ["intelligent-tiering"] =
        [
            "<IntelligentTieringConfiguration><Id>a</Id><Status>Enabled</Status><Tiering><AccessTier>ARCHIVE_ACCESS</AccessTier><Days>90</Days></Tiering>"
                + "</IntelligentTieringConfiguration>",
        ],
        ["inventory"] =
        [
            "<InventoryConfiguration><Id>a</Id><IsEnabled>true</IsEnabled><Destination/><Schedule/><IncludedObjectVersions>All</IncludedObjectVersions>"
                + "</InventoryConfiguration>",
        ],
        ["lifecycle"] =
        [
            "<LifecycleConfiguration><Rule><ID>a</ID><Filter><Prefix>p</Prefix></Filter><Status>Enabled</Status><Expiration><Days>30</Days></Expiration>"
                + "<NoncurrentVersionExpiration><NoncurrentDays>7</NoncurrentDays></NoncurrentVersionExpiration></Rule></LifecycleConfiguration>",
        ],
        ["logging"] =
        [
            "<BucketLoggingStatus/>",
            "<BucketLoggingStatus><LoggingEnabled><TargetBucket>shop-site</TargetBucket><TargetPrefix>l/</TargetPrefix></LoggingEnabled></BucketLoggingStatus>",
        ],
        ["metrics"] = ["<MetricsConfiguration><Id>a</Id><Filter><Prefix>p</Prefix></Filter></MetricsConfiguration>"],
        ["notification"] =
        [
            "<NotificationConfiguration><QueueConfiguration><Id>a</Id><Queue>arn:aws:sqs:us-east-1:000000000000:q</Queue><Event>s3:ObjectCreated:*</Event>"
                + "</QueueConfiguration></NotificationConfiguration>",
        ],
        ["object-lock"] =
        [
            "<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled><Rule><DefaultRetention><Mode>GOVERNANCE</Mode><Days>1</Days>"
                + "</DefaultRetention></Rule></ObjectLockConfiguration>",
        ],
        ["ownershipControls"] = ["<OwnershipControls><Rule><ObjectOwnership>ObjectWriter</ObjectOwnership></Rule></OwnershipControls>"],
        ["replication"] =
        [
            "<ReplicationConfiguration><Role>arn:aws:iam::000000000000:role/r</Role><Rule><ID>a</ID><Status>Enabled</Status><Prefix/><Destination>"
                + "<Bucket>arn:aws:s3:::shop-site</Bucket></Destination></Rule></ReplicationConfiguration>",
        ],
        ["requestPayment"] = ["<RequestPaymentConfiguration><Payer>Requester</Payer></RequestPaymentConfiguration>"],
        ["website"] =
        [
            "<WebsiteConfiguration><IndexDocument><Suffix>index.html</Suffix></IndexDocument><ErrorDocument><Key>404.html</Key></ErrorDocument>"
                + "</WebsiteConfiguration>",
            "<WebsiteConfiguration><RedirectAllRequestsTo><HostName>example.com</HostName></RedirectAllRequestsTo></WebsiteConfiguration>",
        ],
    };

    private static readonly string[] SeveralOfABucket = ["analytics", "intelligent-tiering", "inventory", "metrics"];

    public static IReadOnlyList<FuzzTarget> Of(FuzzCloud cloud)
    => [
        .. BucketSetting.All.Keys.Order(StringComparer.Ordinal).Select(x => Setting(cloud, x)),
        Document(cloud, "PutBucketVersioning", "PUT", "/shop-site?versioning", "<VersioningConfiguration><Status>Suspended</Status></VersioningConfiguration>"),
        Document(cloud, "PutBucketTagging", "PUT", "/shop-site?tagging", "<Tagging><TagSet><Tag><Key>a</Key><Value>b</Value></Tag></TagSet></Tagging>"),
        Document(cloud, "PutObjectTagging", "PUT", $"{Object}?tagging", "<Tagging><TagSet><Tag><Key>a</Key><Value>b</Value></Tag></TagSet></Tagging>"),
        Document(
            cloud,
            "PutPublicAccessBlock",
            "PUT",
            "/shop-site?publicAccessBlock",
            "<PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls><BlockPublicPolicy>true</BlockPublicPolicy>"
                + "</PublicAccessBlockConfiguration>"),
        Document(
            cloud,
            "PutBucketPolicy",
            "PUT",
            "/shop-lists?policy",
            """
            {"Version":"2012-10-17","Statement":[{"Sid":"A","Effect":"Deny","Principal":"*","Action":["s3:GetObject"],"Resource":"arn:aws:s3:::shop-lists/*",
             "Condition":{"Bool":{"aws:SecureTransport":"false"}}}]}
            """),
        Document(
            cloud,
            "PutBucketAcl",
            "PUT",
            "/shop-lists?acl",
            """
            <AccessControlPolicy xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Owner><ID>a</ID></Owner><AccessControlList><Grant>
            <Grantee xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="Group"><URI>http://acs.amazonaws.com/groups/global/AllUsers</URI></Grantee>
            <Permission>READ</Permission></Grant></AccessControlList></AccessControlPolicy>
            """),
        CloudTarget.Utf8(
            "S3 PutBucketAcl's headers",
            x => cloud.S3("PUT", "/shop-lists?acl", [], CloudTarget.Headers(Encoding.UTF8.GetString(x))),
            "x-amz-acl: public-read",
            "x-amz-grant-read: id=\"a\", uri=\"http://acs.amazonaws.com/groups/global/AllUsers\"\nx-amz-grant-full-control: id=\"b\""),
        CloudTarget.Utf8(
            "S3 DeleteObjects",
            x => cloud.S3("POST", "/shop-site?delete", x, ("Content-MD5", Convert.ToBase64String(MD5.HashData(x)))),
            "<Delete><Quiet>true</Quiet><Object><Key>a</Key><VersionId>null</VersionId></Object><Object><Key>b</Key></Object></Delete>"),
        CloudTarget.Utf8(
            "S3 CompleteMultipartUpload",
            x => cloud.CompleteUpload(x),
            "<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>\"5d41402abc4b2a76b9719d911017c592\"</ETag></Part></CompleteMultipartUpload>"),
        CloudTarget.Utf8(
            "S3 aws-chunked",
            x => cloud.S3(
                "PUT",
                "/shop-site/chunked",
                x,
                ("Content-Encoding", "aws-chunked"),
                ("x-amz-content-sha256", "STREAMING-UNSIGNED-PAYLOAD-TRAILER"),
                ("x-amz-trailer", "x-amz-checksum-crc32"),
                ("x-amz-decoded-content-length", "5")),
            "5\r\nhello\r\n0\r\nx-amz-checksum-crc32:NhCmhg==\r\n\r\n",
            "2\r\nhe\r\n3\r\nllo\r\n0\r\nx-amz-checksum-crc32: NhCmhg==\r\n"),
        FuzzTarget.Bytes("AwsChunkedStream", Unchunk, Chunked("hello", 5), Chunked("hello", 2)).RefusesWith<AwsServiceException>(),
        CloudTarget.Text(
            "S3 query",
            x => cloud.S3("GET", $"/shop-site?{CloudTarget.Escaped(x)}"),
            "list-type=2&prefix=a&delimiter=/&max-keys=3&start-after=b&encoding-type=url",
            "versions&key-marker=a&max-keys=2",
            "uploads&max-uploads=2&key-marker=a"),
        CloudTarget.Text(
            "S3 headers",
            x => cloud.S3("GET", Object, [], CloudTarget.Headers(x)),
            "Range: bytes=0-3\nIf-None-Match: \"a\", W/\"b\"\nIf-Modified-Since: Sat, 21 Nov 2020 12:00:00 GMT\nx-amz-expected-bucket-owner: 000000000000"),
        CloudTarget.Text(
            "S3 PutObject's headers",
            x => cloud.S3("PUT", "/shop-site/headers", "hello"u8.ToArray(), CloudTarget.Headers(x)),
            "Content-Type: text/html; charset=utf-8\nCache-Control: no-cache\nx-amz-meta-a: b\nx-amz-tagging: a=b&c=d%20e\n"
                + "Content-MD5: XUFAKrxLKna5cZ2REBfFkg==\nx-amz-checksum-crc32: NhCmhg==\nx-amz-storage-class: STANDARD\nx-amz-server-side-encryption: AES256",
            "x-amz-checksum-sha256: LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=\nExpires: Sat, 21 Nov 2026 12:00:00 GMT"),
        CloudTarget.Text(
            "S3 GetObjectAttributes",
            x => cloud.S3("GET", $"{Object}?attributes", [], CloudTarget.Headers(x)),
            "x-amz-object-attributes: ETag,Checksum,ObjectParts,StorageClass,ObjectSize\nx-amz-max-parts: 3\nx-amz-part-number-marker: 0"),
        CloudTarget.Text(
            "S3 copy source",
            x => cloud.S3("PUT", "/shop-site/copy", [], ("x-amz-copy-source", x.ReplaceLineEndings(" "))),
            "/shop-site/index.html",
            "shop-site/index.html?versionId=null"),
        Document(
            cloud,
            "CreateBucket",
            "PUT",
            "/shop-site",
            "<CreateBucketConfiguration><LocationConstraint>us-west-2</LocationConstraint><Tags><Tag><Key>a</Key><Value>b</Value></Tag></Tags>"
                + "</CreateBucketConfiguration>") with { RefusesAll = true },
    ];

    private static FuzzTarget Setting(FuzzCloud cloud, string name) => Document(
        cloud,
        $"Put {name}",
        "PUT",
        $"/{(name is "object-lock" or "replication" ? "shop-lists" : "shop-site")}?{name}{(SeveralOfABucket.Contains(name) ? "&id=a" : "")}",
        Settings[name]);

    /// <summary>What a bucket keeps is a short document again afterwards: it is written with every other setting.</summary>
    private static FuzzTarget Document(FuzzCloud cloud, string operation, string method, string target, params string[] seeds) => CloudTarget.Utf8(
        $"S3 {operation}",
        x =>
        {
            var answer = cloud.S3(method, target, x);
            if (!answer.IsRefusal && x.Length > LongDocument)
            {
                cloud.S3(method, target, Encoding.UTF8.GetBytes(seeds[0])).IsRefusal.ShouldBeFalse();
            }

            return answer;
        },
        seeds);

    /// <summary>A body in chunks of this size, with two trailers.</summary>
    private static byte[] Chunked(string body, int size) => Encoding.UTF8.GetBytes(
        string.Concat(body.Chunk(size).Select(x => $"{x.Length:x}\r\n{new string(x)}\r\n")) + "0\r\nx-amz-checksum-crc32:NhCmhg==\r\nx-amz-meta-a: b\r\n\r\n");

    // However the body comes in pieces, it is the same, and what is read is what is chunked again.
    private static void Unchunk(byte[] body)
    {
        var (content, trailers) = Read(body, body.Length);
        var again = string.Concat(content.Chunk(7).Select(x => $"{x.Length:X}\r\n{Encoding.Latin1.GetString(x)}\r\n")) + "0\r\n"
            + string.Concat(trailers.Select(x => $"{x.Key}:{x.Value}\r\n")) + "\r\n";
        var (sameContent, sameTrailers) = Read(Encoding.Latin1.GetBytes(again), 1);
        sameContent.ShouldBe(content);
        sameTrailers.ShouldBe(trailers);
    }

    private static (byte[] Content, Dictionary<string, string> Trailers) Read(byte[] body, int pieces)
    {
        using var stream = new AwsChunkedStream(new PiecesStream(body, Math.Max(pieces, 1)), signatures: null);
        using var content = new MemoryStream();
        stream.CopyToAsync(content).GetAwaiter().GetResult();
        return (content.ToArray(), stream.Trailers);
    }

    /// <summary>What comes from a network: a few bytes at a time.</summary>
    private sealed class PiecesStream(byte[] content, int most) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            => base.ReadAsync(buffer[..Math.Min(buffer.Length, most)], cancellationToken);
    }
}
