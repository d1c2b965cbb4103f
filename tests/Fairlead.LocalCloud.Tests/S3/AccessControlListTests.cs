using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using static Fairlead.LocalCloud.Tests.S3.S3TestCloud;

namespace Fairlead.LocalCloud.Tests.S3;

public sealed class AccessControlListTests(S3TestCloud cloud) : IClassFixture<S3TestCloud>
{
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

    private Task PutAclAsync(string bucket, S3CannedACL acl) => cloud.S3.PutBucketAclAsync(new PutBucketAclRequest { BucketName = bucket, ACL = acl });
}
