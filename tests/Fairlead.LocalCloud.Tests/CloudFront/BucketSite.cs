using System.Xml.Linq;
using Amazon.S3;
using Amazon.S3.Model;
using Fairlead.LocalCloud.CloudFront;
using Fairlead.LocalCloud.CloudFront.Configuration;
using Fairlead.LocalCloud.Tests.S3;
using Microsoft.Extensions.DependencyInjection;

namespace Fairlead.LocalCloud.Tests.CloudFront;

/// <summary>A bucket of its own, and a distribution in front of it.</summary>
internal sealed class BucketSite(S3TestCloud cloud, string bucket, string distribution)
{
    public const string File = "there.txt";

    public string Bucket => bucket;

    public string Distribution => distribution;

    public string Arn => ArnOf(distribution);

    /// <param name="cloud">Where.</param>
    /// <param name="signing">Of the origin access control; null for none.</param>
    /// <param name="ownership">Who owns what is put into the bucket.</param>
    /// <param name="change">Of the distribution.</param>
    public static async Task<BucketSite> MakeAsync(
        S3TestCloud cloud,
        string? signing = "always",
        ObjectOwnership? ownership = null,
        Func<DistributionConfig, DistributionConfig>? change = null)
    {
        var bucket = $"site-{Guid.NewGuid():N}";
        await cloud.S3.PutBucketAsync(new PutBucketRequest { BucketName = bucket, ObjectOwnership = ownership });
        var control = signing is null ? null : Configurations(cloud).Create(ConfigurationKind.OriginAccessControl, Control(bucket, signing)).Id;
        var config = new DistributionConfig
        {
            CallerReference = bucket,
            Origins = [new Origin { Id = "site", DomainName = $"{bucket}.s3.us-east-1.amazonaws.com", AccessControlId = control }],
            DefaultCacheBehavior = EdgeFixture.Uncached() with { TargetOriginId = "site" },
        };
        var made = cloud.Server.Services.GetRequiredService<DistributionStore>().Ensure(change is null ? config : change(config));
        return new BucketSite(cloud, bucket, made.Id);
    }

    public static string ArnOf(string distribution) => $"arn:aws:cloudfront::000000000000:distribution/{distribution}";

    public static ConfigurationStore Configurations(S3TestCloud cloud) => cloud.Server.Services.GetRequiredService<ConfigurationStore>();

    public static XElement Control(string name, string signing, string type = "s3") => XElement.Parse($"""
        <OriginAccessControlConfig xmlns="{DistributionXml.Namespace}"><Name>{name}</Name><Description/><SigningProtocol>sigv4</SigningProtocol>
        <SigningBehavior>{signing}</SigningBehavior><OriginAccessControlOriginType>{type}</OriginAccessControlOriginType></OriginAccessControlConfig>
        """);

    /// <summary>A policy that lets a distribution read a bucket, and nothing more.</summary>
    public static string Reads(string bucket, string distribution) => $$"""
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"cloudfront.amazonaws.com"},"Action":"s3:GetObject",
         "Resource":"arn:aws:s3:::{{bucket}}/*","Condition":{"StringEquals":{"AWS:SourceArn":"{{ArnOf(distribution)}}"} } }] }
        """;

    public Task AllowReadsAsync() => cloud.S3.PutBucketPolicyAsync(bucket, Reads(bucket, distribution));

    /// <param name="statements">With BUCKET and ARN, the distribution's, to be filled in.</param>
    public Task PutPolicyAsync(string statements)
        => cloud.S3.PutBucketPolicyAsync(bucket, $$"""{"Version":"2012-10-17","Statement":[{{statements.Replace("BUCKET", bucket).Replace("ARN", Arn)}}]}""");

    public Task OpenAsync() => cloud.S3.DeletePublicAccessBlockAsync(new DeletePublicAccessBlockRequest { BucketName = bucket });

    public Task BlockAsync(bool ignoreAcls = false, bool restrict = false) => cloud.S3.PutPublicAccessBlockAsync(new PutPublicAccessBlockRequest
    {
        BucketName = bucket,
        PublicAccessBlockConfiguration = new PublicAccessBlockConfiguration { IgnorePublicAcls = ignoreAcls, RestrictPublicBuckets = restrict },
    });

    public Task<PutObjectResponse> PutAsync(string key = File, string content = "x", S3CannedACL? acl = null)
        => cloud.S3.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = key, ContentBody = content, CannedACL = acl });

    public async Task<int> StatusAsync(string path = $"/{File}", params (string Name, string Value)[] headers)
    {
        using var answer = await ViewAsync(path, headers: headers);
        return (int)answer.StatusCode;
    }

    public async Task<HttpResponseMessage> ViewAsync(
        string path,
        HttpMethod? method = null,
        HttpContent? content = null,
        params (string Name, string Value)[] headers)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, new Uri(cloud.Server.Endpoints.Edge, path)) { Content = content };
        request.Headers.Host = $"{distribution}.localhost:{cloud.Server.Endpoints.Edge.Port}";
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await http.SendAsync(request);
    }
}
