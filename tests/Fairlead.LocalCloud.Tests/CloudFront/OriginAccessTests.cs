using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using Fairlead.LocalCloud.CloudFront;
using Fairlead.LocalCloud.CloudFront.Configuration;
using Fairlead.LocalCloud.CloudFront.Policies;
using Fairlead.LocalCloud.S3.Storage;
using Fairlead.LocalCloud.Tests.S3;
using Microsoft.Extensions.DependencyInjection;

namespace Fairlead.LocalCloud.Tests.CloudFront;

/// <summary>Who asks a bucket for a distribution, and what the bucket lets him read.</summary>
public sealed class OriginAccessTests(S3TestCloud cloud) : IClassFixture<S3TestCloud>
{
    private const string Service = "\"Principal\":{\"Service\":\"cloudfront.amazonaws.com\"}";
    private const string Everybody = "\"Principal\":\"*\"";
    private const string Reads = "\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::BUCKET/*\"";
    private const string Own = "\"Condition\":{\"StringEquals\":{\"AWS:SourceArn\":\"ARN\"}}";
    private const string DistributionReads = $$"""{"Effect":"Allow",{{Service}},{{Reads}},{{Own}}}""";
    private const string EverybodyReads = $$"""{"Effect":"Allow",{{Everybody}},{{Reads}}}""";

    /// <summary>The edge keeps these errors only where a distribution says something of them, as one of a single-page application does.</summary>
    private static readonly CustomErrorResponse[] KeptErrors = [new() { ErrorCode = 400 }, new() { ErrorCode = 403 }];

    [Theory]
    [InlineData("always", null, 403)]
    [InlineData("always", DistributionReads, 200)]
    [InlineData("no-override", DistributionReads, 200)]
    [InlineData("never", DistributionReads, 403)]
    [InlineData(null, DistributionReads, 403)]
    [InlineData("always", EverybodyReads, 200)]
    [InlineData("never", EverybodyReads, 200)]
    [InlineData(null, EverybodyReads, 200)]
    [InlineData(null, $$"""{"Effect":"Allow","Principal":{"AWS":["*"]},{{Reads}}}""", 200)]
    [InlineData("always", $$"""{"Effect":"Allow",{{Service}},{{Reads}}}""", 200)]
    [InlineData("always", $$"""{"Effect":"Allow",{{Service}},{{Reads}},"Condition":{"StringEquals":{"aws:SourceArn":"ARN2"} } }""", 403)]
    [InlineData("always", $$"""{"Effect":"Allow",{{Service}},{{Reads}},"Condition":{"StringEquals":{"aws:SourceAccount":"000000000000"} } }""", 200)]
    [InlineData("always", """{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::000000000000:root"},"Action":"s3:*","Resource":"*"}""", 403)]
    [InlineData(
        "always",
        """{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1"},"Action":"*","Resource":"*"}""",
        403)]
    [InlineData("always", $$"""{"Effect":"Allow","Principal":{"Service":"*"},{{Reads}}}""", 200)]
    [InlineData(null, $$"""{"Effect":"Allow","Principal":{"Service":"*"},{{Reads}}}""", 403)]
    [InlineData("always", $$"""{"Effect":"Allow",{{Service}},"Action":"s3:ListBucket","Resource":"*"}""", 403)]
    [InlineData("always", $$"""{"Effect":"Allow",{{Service}},"Action":"s3:Get*","Resource":"arn:aws:s3:::BUCKET/other*"}""", 403)]
    [InlineData("always", $$"""{"Effect":"Allow",{{Service}},"Action":"s3:Get*","Resource":"arn:aws:s3:::BUCKET/th?re.txt"}""", 200)]
    [InlineData("always", $$"""{"Effect":"Allow",{{Service}},"Action":"s3:GetObject","Resource":"arn:aws:s3:::BUCKET"}""", 403)]
    [InlineData("always", $$"""{"Effect":"Allow",{{Service}},"NotAction":"s3:ListBucket","Resource":"*"}""", 200)]
    [InlineData("always", $$"""{"Effect":"Allow",{{Service}},"NotAction":"s3:GetObject","Resource":"*"}""", 403)]
    [InlineData("always", $$"""{"Effect":"Allow",{{Service}},"Action":"s3:GetObject","NotResource":"arn:aws:s3:::BUCKET/private/*"}""", 200)]
    [InlineData("always", $$"""{{DistributionReads}},{"Effect":"Deny",{{Everybody}},"Action":"s3:*","Resource":"*"}""", 403)]
    [InlineData("always", $$"""{{DistributionReads}},{"Effect":"Deny",{{Everybody}},"Action":"s3:PutObject","Resource":"*"}""", 200)]
    [InlineData(
        "always",
        $$"""{{DistributionReads}},{"Effect":"Deny",{{Everybody}},"Action":"s3:*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"false"} } }""",
        200)]
    [InlineData(
        "always",
        $$"""{{DistributionReads}},{"Effect":"Deny","NotPrincipal":{"Service":"cloudfront.amazonaws.com"},"Action":"s3:*","Resource":"*"}""",
        200)]
    [InlineData(
        "always",
        $$"""{{DistributionReads}},{"Effect":"Deny","NotPrincipal":{"AWS":"arn:aws:iam::000000000000:root"},"Action":"s3:*","Resource":"*"}""",
        403)]
    [InlineData(
        null,
        $$"""{{EverybodyReads}},{"Effect":"Deny","NotPrincipal":{"Service":"cloudfront.amazonaws.com"},"Action":"s3:*","Resource":"*"}""",
        403)]
    [InlineData(null, $$"""{"Effect":"Allow",{{Everybody}},{{Reads}},"Condition":{"StringLike":{"aws:SourceArn":"*"} } }""", 403)]
    [InlineData(null, $$"""{"Effect":"Allow",{{Everybody}},{{Reads}},"Condition":{"StringNotLike":{"aws:SourceArn":"a"} } }""", 200)]
    [InlineData(null, $$"""{"Effect":"Allow",{{Everybody}},{{Reads}},"Condition":{"StringEquals":{"aws:Referer":"secret"} } }""", 403)]
    public async Task A_file_is_read_by_whom_the_policy_lets_read_it(string? signing, string? statements, int status)
    {
        var site = await BucketSite.MakeAsync(cloud, signing);
        await site.PutAsync();
        await site.OpenAsync();
        if (statements is not null)
        {
            await site.PutPolicyAsync(statements);
        }

        using var answer = await site.ViewAsync($"/{BucketSite.File}");

        ((int)answer.StatusCode).ShouldBe(status);
        (await answer.Content.ReadAsStringAsync()).ShouldContain(status == 200 ? "x" : "<Error><Code>AccessDenied</Code><Message>Access Denied</Message>");
    }

    [Fact]
    public async Task Where_CloudFront_does_not_override_it_a_viewers_authorization_takes_the_place_of_its_own()
    {
        var (always, yields) = (await BucketSite.MakeAsync(cloud, change: Keyed), await BucketSite.MakeAsync(cloud, "no-override", change: Keyed));
        foreach (var site in new[] { always, yields })
        {
            await site.PutAsync();
            await site.AllowReadsAsync();
        }

        (await always.StatusAsync(headers: ("Authorization", "Basic eA=="))).ShouldBe(200);
        (await yields.StatusAsync(headers: ("Authorization", "Basic eA=="))).ShouldBe(403);
        (await yields.StatusAsync()).ShouldBe(200);

        static DistributionConfig Keyed(DistributionConfig x) => x with
        {
            DefaultCacheBehavior = x.DefaultCacheBehavior with
            {
                CachePolicyId = null,
                OriginRequestPolicyId = null,
                ForwardedValues = new ForwardedValues(false, [], "none", [], ["Authorization"]),
            },
        };
    }

    /// <summary>https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_OriginAccessControlConfig.html: it has to be in the cache policy.</summary>
    [Theory]
    [InlineData(ManagedPolicies.CachingOptimized, null)]
    [InlineData(ManagedPolicies.CachingDisabled, ManagedPolicies.AllViewerExceptHostHeader)]
    public async Task An_authorization_that_is_not_in_the_cache_key_takes_no_page_from_others(string cachePolicy, string? requestPolicy)
    {
        var site = await BucketSite.MakeAsync(cloud, "no-override", change: x => x with
        {
            DefaultCacheBehavior = x.DefaultCacheBehavior with { CachePolicyId = cachePolicy, OriginRequestPolicyId = requestPolicy },
            CustomErrorResponses = KeptErrors,
        });
        await site.PutAsync();
        await site.AllowReadsAsync();

        (await site.StatusAsync(headers: ("Authorization", "Basic eA=="))).ShouldBe(200);
        (await site.StatusAsync()).ShouldBe(200);
    }

    /// <summary>Whoever asks with a signature in the query gets what that lets him read, and his answer is nobody else's.</summary>
    [Theory]
    [InlineData("?a=X-Amz-Signature", 200)]
    [InlineData("?X-Amz-Signature-Of=x", 200)]
    [InlineData("?X-Amz-Signature=x", 403)]
    [InlineData("?x-amz-signature=x", 403)]
    [InlineData("?X%2DAmz%2DSignature=x", 403)]
    [InlineData("?X-Amz-Credential=x", 403)]
    [InlineData("?AWSAccessKeyId=x&Signature=x", 403)]
    public async Task A_signature_in_the_query_takes_no_page_from_others(string query, int status)
    {
        foreach (var cachePolicy in new[] { ManagedPolicies.CachingOptimized, ManagedPolicies.CachingDisabled })
        {
            var site = await BucketSite.MakeAsync(cloud, change: x => x with
            {
                DefaultCacheBehavior = x.DefaultCacheBehavior with { CachePolicyId = cachePolicy },
                CustomErrorResponses = KeptErrors,
            });
            await site.PutAsync();
            await site.AllowReadsAsync();

            var answered = await site.StatusAsync($"/{BucketSite.File}{query}");

            (answered is 400 or 403 ? 403 : answered).ShouldBe(status);
            (await site.StatusAsync()).ShouldBe(200);
        }
    }

    [Fact]
    public async Task What_a_presigned_URL_lets_read_is_not_kept_for_others()
    {
        var site = await BucketSite.MakeAsync(cloud, signing: null, change: x => x with
        {
            DefaultCacheBehavior = x.DefaultCacheBehavior with { CachePolicyId = ManagedPolicies.CachingOptimized },
        });
        await site.PutAsync();
        var query = await PresignedQueryAsync(site);

        (await site.StatusAsync($"/{BucketSite.File}{query}")).ShouldBe(200);
        (await site.StatusAsync()).ShouldBe(403);
        (await site.StatusAsync($"/{BucketSite.File}{query}")).ShouldBe(200, "what others are refused is not his either");
    }

    [Theory]
    [InlineData(ManagedPolicies.CachingOptimized)]
    [InlineData(ManagedPolicies.CachingDisabled)]
    public async Task What_a_forged_URL_is_refused_is_not_kept_for_others(string cachePolicy)
    {
        var site = await BucketSite.MakeAsync(cloud, change: x => x with
        {
            DefaultCacheBehavior = x.DefaultCacheBehavior with { CachePolicyId = cachePolicy },
            CustomErrorResponses = KeptErrors,
        });
        await site.PutAsync();
        await site.AllowReadsAsync();

        (await site.StatusAsync($"/{BucketSite.File}{await PresignedQueryAsync(site)}&forged=yes")).ShouldBe(403);
        (await site.StatusAsync()).ShouldBe(200);
    }

    [Fact]
    public async Task What_is_denied_for_a_tag_is_read_without_it_and_missing_where_it_is_missing()
    {
        var site = await BucketSite.MakeAsync(cloud);
        await site.PutAsync();
        await site.PutAsync("secret.txt");
        await cloud.S3.PutObjectTaggingAsync(new PutObjectTaggingRequest
        {
            BucketName = site.Bucket,
            Key = "secret.txt",
            Tagging = new Tagging { TagSet = [new Tag { Key = "confidential", Value = "yes" }] },
        });
        await site.PutPolicyAsync($$"""
            {"Effect":"Allow",{{Service}},"Action":["s3:GetObject","s3:ListBucket"],"Resource":["arn:aws:s3:::BUCKET","arn:aws:s3:::BUCKET/*"]},
            {"Effect":"Deny",{{Everybody}},"Action":"s3:*","Resource":"*","Condition":{"StringEquals":{"s3:ExistingObjectTag/confidential":"yes"} } }
            """);

        (await site.StatusAsync()).ShouldBe(200);
        (await site.StatusAsync("/secret.txt")).ShouldBe(403);
        (await site.StatusAsync("/missing.txt")).ShouldBe(404);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("always")]
    public async Task A_viewer_cannot_say_for_which_distribution_he_asks(string? signing)
    {
        var site = await BucketSite.MakeAsync(cloud, signing, change: x => x with
        {
            DefaultCacheBehavior = x.DefaultCacheBehavior with { OriginRequestPolicyId = ManagedPolicies.AllViewer },
        });
        await site.PutAsync();
        await site.PutPolicyAsync($$"""{"Effect":"Allow",{{Service}},{{Reads}},"Condition":{"StringEquals":{"aws:SourceArn":"arn:of:another"} } }""");

        (await site.StatusAsync(headers: ("X-Amz-Source-Arn", "arn:of:another"))).ShouldBe(403);
    }

    [Fact]
    public async Task The_list_of_an_object_lets_everybody_read_it_where_the_bucket_lets_lists_count()
    {
        foreach (var signing in new[] { null, "always" })
        {
            var site = await BucketSite.MakeAsync(cloud, signing, ObjectOwnership.ObjectWriter);
            await site.OpenAsync();
            await site.PutAsync("public", acl: S3CannedACL.PublicRead);
            await site.PutAsync("private");
            await site.PutAsync("authenticated", acl: S3CannedACL.AuthenticatedRead);

            (await site.StatusAsync("/public")).ShouldBe(200);
            (await site.StatusAsync("/private")).ShouldBe(403);
            (await site.StatusAsync("/authenticated")).ShouldBe(403);

            await site.BlockAsync(ignoreAcls: true);
            (await site.StatusAsync("/public")).ShouldBe(403);

            await site.BlockAsync(restrict: true);
            (await site.StatusAsync("/public")).ShouldBe(200, "that is about policies");

            await site.PutPolicyAsync($$"""{"Effect":"Deny",{{Everybody}},"Action":"s3:GetObject","Resource":"*"}""");
            (await site.StatusAsync("/public")).ShouldBe(403);

            await cloud.S3.DeleteBucketPolicyAsync(site.Bucket);
            (await site.StatusAsync("/public")).ShouldBe(200);
            await cloud.S3.PutBucketOwnershipControlsAsync(new PutBucketOwnershipControlsRequest
            {
                BucketName = site.Bucket,
                OwnershipControls = new OwnershipControls { Rules = [new OwnershipControlsRule { ObjectOwnership = ObjectOwnership.BucketOwnerEnforced }] },
            });
            (await site.StatusAsync("/public")).ShouldBe(403);
        }
    }

    [Fact]
    public async Task The_list_of_a_bucket_lets_everybody_know_what_is_missing_and_read_nothing()
    {
        var site = await BucketSite.MakeAsync(cloud, signing: null, ObjectOwnership.ObjectWriter);
        await site.OpenAsync();
        await site.PutAsync();
        (await site.StatusAsync("/missing")).ShouldBe(403);

        await cloud.S3.PutBucketAclAsync(new PutBucketAclRequest { BucketName = site.Bucket, ACL = S3CannedACL.PublicRead });

        (await site.StatusAsync("/missing")).ShouldBe(404);
        (await site.StatusAsync()).ShouldBe(403);
    }

    [Fact]
    public async Task A_public_policy_that_is_restricted_lets_CloudFront_read_and_nobody_else()
    {
        var (signs, anybody) = (await BucketSite.MakeAsync(cloud), await BucketSite.MakeAsync(cloud, signing: null));
        foreach (var site in new[] { signs, anybody })
        {
            await site.PutAsync();
            await site.BlockAsync(restrict: true);
            await site.PutPolicyAsync(EverybodyReads);
        }

        (await signs.StatusAsync()).ShouldBe(200);
        (await anybody.StatusAsync()).ShouldBe(403);
        await anybody.OpenAsync();
        (await anybody.StatusAsync()).ShouldBe(200);
    }

    [Fact]
    public async Task A_former_version_is_read_by_who_may_read_versions()
    {
        var site = await BucketSite.MakeAsync(cloud);
        await cloud.S3.PutBucketVersioningAsync(new PutBucketVersioningRequest
        {
            BucketName = site.Bucket,
            VersioningConfig = new S3BucketVersioningConfig { Status = VersionStatus.Enabled },
        });
        var first = (await site.PutAsync(content: "first")).VersionId;
        await site.PutAsync(content: "second");
        await site.AllowReadsAsync();

        (await site.StatusAsync()).ShouldBe(200);
        (await site.StatusAsync($"/there.txt?versionId={first}")).ShouldBe(403);

        await site.PutPolicyAsync($$"""{"Effect":"Allow",{{Service}},"Action":"s3:GetObjectVersion","Resource":"*"}""");
        using var former = await site.ViewAsync($"/there.txt?versionId={first}");
        (await former.Content.ReadAsStringAsync()).ShouldBe("first");
        (await site.StatusAsync()).ShouldBe(403);
    }

    [Fact]
    public async Task A_condition_may_be_about_the_tags_of_the_object_and_the_headers_of_the_request()
    {
        var site = await BucketSite.MakeAsync(cloud, change: x => x with
        {
            DefaultCacheBehavior = x.DefaultCacheBehavior with { OriginRequestPolicyId = ManagedPolicies.AllViewerExceptHostHeader },
        });
        await site.PutAsync();
        await site.PutPolicyAsync(
            $$"""{"Effect":"Allow",{{Service}},{{Reads}},"Condition":{"StringEquals":{"s3:ExistingObjectTag/shown":"yes","aws:Referer":"secret"} } }""");
        (await site.StatusAsync(headers: ("Referer", "secret"))).ShouldBe(403);

        await cloud.S3.PutObjectTaggingAsync(new PutObjectTaggingRequest
        {
            BucketName = site.Bucket,
            Key = BucketSite.File,
            Tagging = new Tagging { TagSet = [new Tag { Key = "shown", Value = "yes" }] },
        });

        (await site.StatusAsync(headers: ("Referer", "secret"))).ShouldBe(200);
        (await site.StatusAsync()).ShouldBe(403);
    }

    [Fact]
    public async Task An_access_control_that_is_changed_counts_from_the_next_request_on()
    {
        var site = await BucketSite.MakeAsync(cloud);
        await site.PutAsync();
        await site.AllowReadsAsync();
        (await site.StatusAsync()).ShouldBe(200);

        var configurations = BucketSite.Configurations(cloud);
        var control = configurations.FindByName(ConfigurationKind.OriginAccessControl, site.Bucket)!;
        configurations.Update(ConfigurationKind.OriginAccessControl, control.Id, control.ETag, BucketSite.Control(site.Bucket, "never"));

        (await site.StatusAsync()).ShouldBe(403);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"Statement":"none"}""")]
    [InlineData("not a policy")]
    public async Task A_policy_that_an_earlier_version_took_and_that_says_nothing_lets_nobody_read(string policy)
    {
        var site = await BucketSite.MakeAsync(cloud, ownership: ObjectOwnership.ObjectWriter);
        await site.OpenAsync();
        await site.PutAsync(acl: S3CannedACL.PublicRead);
        cloud.Server.Services.GetRequiredService<S3Store>().Bucket(site.Bucket).Configure(x => x with { Policy = policy });

        (await site.StatusAsync()).ShouldBe(403);
    }

    /// <summary>The API port lets nobody in without a signature: what is public is public behind the edge.</summary>
    [Fact]
    public async Task A_public_object_is_not_read_past_the_edge_without_a_key()
    {
        var site = await BucketSite.MakeAsync(cloud, signing: null);
        await site.OpenAsync();
        await site.PutAsync();
        await site.PutPolicyAsync(EverybodyReads);
        using var http = new HttpClient();

        using var direct = await http.GetAsync(new Uri(cloud.Server.Endpoints.Api, $"/{site.Bucket}/{BucketSite.File}"));

        direct.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await site.StatusAsync()).ShouldBe(200);
        (await cloud.S3.GetObjectAsync(site.Bucket, BucketSite.File)).HttpStatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_has_a_key_is_not_asked_for_by_a_policy()
    {
        var site = await BucketSite.MakeAsync(cloud);
        await site.PutAsync();
        await site.PutPolicyAsync($$"""{"Effect":"Deny",{{Everybody}},"Action":"s3:*","Resource":"*"}""");

        (await cloud.S3.GetObjectAsync(site.Bucket, BucketSite.File)).HttpStatusCode.ShouldBe(HttpStatusCode.OK);
        (await site.StatusAsync()).ShouldBe(403);
    }

    private async Task<string> PresignedQueryAsync(BucketSite site) => new Uri(await cloud.S3.GetPreSignedURLAsync(new GetPreSignedUrlRequest
    {
        BucketName = site.Bucket,
        Key = BucketSite.File,
        Expires = DateTime.UtcNow.AddMinutes(5),
        Protocol = Amazon.S3.Protocol.HTTP,
    })).Query;
}
