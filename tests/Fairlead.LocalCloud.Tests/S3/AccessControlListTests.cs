using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using static Fairlead.LocalCloud.Tests.S3.S3TestCloud;

namespace Fairlead.LocalCloud.Tests.S3;

public sealed class AccessControlListTests(S3TestCloud cloud) : IClassFixture<S3TestCloud>
{
    private const string Everybody = "uri=\"http://acs.amazonaws.com/groups/global/AllUsers\"";
    private const string LogDelivery = "uri=http://acs.amazonaws.com/groups/s3/LogDelivery";

    [Fact]
    public async Task A_bucket_that_owns_its_objects_takes_private_and_no_other_list()
    {
        await PutAclAsync(Bucket, S3CannedACL.Private);
        await cloud.PutAsync("private", "x", x => x.CannedACL = S3CannedACL.BucketOwnerFullControl);

        foreach (var query in new[] { "?acl", "private?acl" })
        {
            var list = await (await cloud.SendAsync(HttpMethod.Get, query)).Content.ReadAsStringAsync();
            list.Split("<Grant>").Length.ShouldBe(2);
            list.ShouldContain("<Permission>FULL_CONTROL</Permission>");
            await ShouldRefuseAsync(
                await cloud.SendAsync(HttpMethod.Put, query, "", ("x-amz-acl", "public-read")),
                HttpStatusCode.BadRequest,
                "AccessControlListNotSupported");
            await ShouldRefuseAsync(
                await cloud.SendAsync(HttpMethod.Put, query, "", ("x-amz-grant-read", "id=somebody")),
                HttpStatusCode.BadRequest,
                "AccessControlListNotSupported");
            (await cloud.SendAsync(HttpMethod.Put, query, list)).StatusCode.ShouldBe(HttpStatusCode.OK, "what is there can be written again");
        }
    }

    [Fact]
    public async Task A_bucket_that_does_not_keeps_the_list_and_blocks_what_is_public()
    {
        const string bucket = "shared";
        await cloud.S3.PutBucketAsync(new PutBucketRequest { BucketName = bucket, ObjectOwnership = ObjectOwnership.BucketOwnerPreferred });

        await PutAclAsync(bucket, S3CannedACL.LogDeliveryWrite);
        await ShouldRefuseAsync(PutAclAsync(bucket, S3CannedACL.PublicRead), HttpStatusCode.Forbidden, "AccessDenied");
        var kept = await cloud.Http.GetStringAsync($"/{bucket}?acl");
        await cloud.S3.DeletePublicAccessBlockAsync(new DeletePublicAccessBlockRequest { BucketName = bucket });
        await PutAclAsync(bucket, S3CannedACL.PublicRead);

        kept.ShouldContain("http://acs.amazonaws.com/groups/s3/LogDelivery");
        (await cloud.Http.GetStringAsync($"/{bucket}?acl")).ShouldContain("http://acs.amazonaws.com/groups/global/AllUsers");
    }

    [Fact]
    public async Task A_bucket_that_owns_its_objects_cannot_be_made_with_another_list()
        => await ShouldRefuseAsync(
            cloud.S3.PutBucketAsync(new PutBucketRequest { BucketName = "made-public", CannedACL = S3CannedACL.PublicRead }),
            HttpStatusCode.BadRequest,
            "InvalidBucketAclWithObjectOwnership");

    [Theory]
    [InlineData("\"*\"", "", true)]
    [InlineData("{\"AWS\":\"*\"}", "", true)]
    [InlineData("{\"Service\":\"*\"}", "", false)]
    [InlineData("\"*\"", ",\"Condition\":{\"StringEquals\":{\"aws:SourceVpc\":\"vpc-1\"}}", false)]
    [InlineData("\"*\"", ",\"Condition\":{\"StringLike\":{\"aws:SourceVpc\":\"*\"}}", true)]
    [InlineData("{\"AWS\":\"arn:aws:iam::111122223333:root\"}", "", false)]
    public async Task A_policy_that_is_public_is_known_as_such_and_blocked(string principal, string condition, bool isPublic)
    {
        var bucket = $"policy-{Guid.NewGuid():N}";
        var policy = $$$"""
            {"Statement":[{"Effect":"Allow","Principal":{{{principal}}},"Action":"s3:GetObject","Resource":"arn:aws:s3:::{{{bucket}}}/*"{{{condition}}}}]}
            """;
        await cloud.S3.PutBucketAsync(bucket);

        if (isPublic)
        {
            await ShouldRefuseAsync(cloud.S3.PutBucketPolicyAsync(bucket, policy), HttpStatusCode.Forbidden, "AccessDenied");
        }

        await cloud.S3.DeletePublicAccessBlockAsync(new DeletePublicAccessBlockRequest { BucketName = bucket });
        await cloud.S3.PutBucketPolicyAsync(bucket, policy);

        (await cloud.S3.GetBucketPolicyStatusAsync(new GetBucketPolicyStatusRequest { BucketName = bucket })).PolicyStatus.IsPublic.ShouldBe(isPublic);
    }

    /// <summary>What an object cannot keep is said, however it is written.</summary>
    [Theory]
    [InlineData("x-amz-grant-read", LogDelivery, HttpStatusCode.NotImplemented, "NotImplemented")]
    [InlineData("x-amz-grant-full-control", "id=0000", HttpStatusCode.NotImplemented, "NotImplemented")]
    [InlineData("x-amz-grant-read-acp", "id=0000", HttpStatusCode.NotImplemented, "NotImplemented")]
    [InlineData("x-amz-grant-write-acp", "id=0000", HttpStatusCode.NotImplemented, "NotImplemented")]
    [InlineData("x-amz-grant-write", "id=0000", HttpStatusCode.NotImplemented, "NotImplemented")]
    [InlineData("x-amz-grant-read", Everybody, HttpStatusCode.Forbidden, "AccessDenied")]
    [InlineData("x-amz-grant-read", "uri=http://acs.amazonaws.com/groups/nobody", HttpStatusCode.BadRequest, "InvalidArgument")]
    [InlineData("x-amz-grant-read", "somebody", HttpStatusCode.BadRequest, "InvalidArgument")]
    [InlineData("x-amz-acl", "aws-exec-read", HttpStatusCode.NotImplemented, "NotImplemented")]
    [InlineData("x-amz-acl", "log-delivery-write", HttpStatusCode.BadRequest, "InvalidArgument")]
    [InlineData("x-amz-acl", "public", HttpStatusCode.BadRequest, "InvalidArgument")]
    public async Task A_list_that_a_new_object_cannot_keep_is_refused(string header, string value, HttpStatusCode status, string code)
    {
        var bucket = await LenientAsync(blocks: true);
        await cloud.S3.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = "source", ContentBody = "x" });

        foreach (var request in new[]
        {
            new HttpRequestMessage(HttpMethod.Put, $"/{bucket}/new") { Content = new StringContent("x") },
            new HttpRequestMessage(HttpMethod.Put, $"/{bucket}/new") { Headers = { { "x-amz-copy-source", $"{bucket}/source" } } },
            new HttpRequestMessage(HttpMethod.Post, $"/{bucket}/new?uploads"),
        })
        {
            request.Headers.TryAddWithoutValidation(header, value).ShouldBeTrue();
            await ShouldRefuseAsync(await cloud.Http.SendAsync(request), status, code);
        }

        (await cloud.S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket })).S3Objects.ShouldHaveSingleItem().Key.ShouldBe("source");
    }

    [Fact]
    public async Task A_list_is_said_in_one_way_or_not_at_all()
    {
        var bucket = await LenientAsync();
        var list = await cloud.Http.GetStringAsync($"/{bucket}?acl");

        await ShouldRefuseAsync(
            await PutAsync($"/{bucket}?acl", "", ("x-amz-acl", "private"), ("x-amz-grant-read", Everybody)),
            HttpStatusCode.BadRequest,
            "InvalidRequest");
        await ShouldRefuseAsync(
            await PutAsync($"/{bucket}/new", "x", ("x-amz-acl", "private"), ("x-amz-grant-read", Everybody)),
            HttpStatusCode.BadRequest,
            "InvalidRequest");
        await ShouldRefuseAsync(await PutAsync($"/{bucket}?acl", list, ("x-amz-acl", "public-read")), HttpStatusCode.BadRequest, "UnexpectedContent");
        await ShouldRefuseAsync(await PutAsync($"/{bucket}?acl", ""), HttpStatusCode.BadRequest, "MissingSecurityHeader");
        (await cloud.Http.GetStringAsync($"/{bucket}?acl")).ShouldBe(list);
    }

    [Fact]
    public async Task What_a_new_bucket_grants_by_headers_is_in_its_list()
    {
        var bucket = $"granted-{Guid.NewGuid():N}";
        var created = await PutAsync($"/{bucket}", "", ("x-amz-object-ownership", "ObjectWriter"), ("x-amz-grant-write", LogDelivery));
        created.StatusCode.ShouldBe(HttpStatusCode.OK);

        var list = await cloud.Http.GetStringAsync($"/{bucket}?acl");
        list.ShouldContain("http://acs.amazonaws.com/groups/s3/LogDelivery");
        list.ShouldContain("<Permission>WRITE</Permission>");
        await ShouldRefuseAsync(
            await PutAsync($"/enforced-{Guid.NewGuid():N}", "", ("x-amz-grant-write", LogDelivery)),
            HttpStatusCode.BadRequest,
            "InvalidBucketAclWithObjectOwnership");
    }

    [Theory]
    [InlineData("aws-exec-read")]
    [InlineData("authenticated-read")]
    public async Task A_bucket_that_owns_its_objects_takes_none_that_lets_others_read(string canned)
        => await ShouldRefuseAsync(
            await cloud.SendAsync(HttpMethod.Put, "others", "x", ("x-amz-acl", canned)),
            HttpStatusCode.BadRequest,
            "AccessControlListNotSupported");

    private async Task<string> LenientAsync(bool blocks = false)
    {
        var bucket = $"lenient-{Guid.NewGuid():N}";
        await cloud.S3.PutBucketAsync(new PutBucketRequest { BucketName = bucket, ObjectOwnership = ObjectOwnership.BucketOwnerPreferred });
        if (!blocks)
        {
            await cloud.S3.DeletePublicAccessBlockAsync(new DeletePublicAccessBlockRequest { BucketName = bucket });
        }

        return bucket;
    }

    private Task<HttpResponseMessage> PutAsync(string path, string body, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(body)) };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue();
        }

        return cloud.Http.SendAsync(request);
    }

    private Task PutAclAsync(string bucket, S3CannedACL acl) => cloud.S3.PutBucketAclAsync(new PutBucketAclRequest { BucketName = bucket, ACL = acl });
}
