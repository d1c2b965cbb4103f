using System.Net;
using Amazon.S3.Model;
using Fairlead.LocalCloud.Protocol;
using Fairlead.LocalCloud.S3.Operations;
using static Fairlead.LocalCloud.Tests.S3.S3TestCloud;

namespace Fairlead.LocalCloud.Tests.S3;

public sealed class BucketRegionTests(S3TestCloud cloud) : IClassFixture<S3TestCloud>
{
    [Theory]
    [InlineData(null, "us-east-1", "us-east-1")]
    [InlineData("", "us-east-1", "us-east-1")]
    [InlineData("eu-west-1", "us-east-1", "eu-west-1")]
    [InlineData("EU", "us-east-1", "eu-west-1")]
    [InlineData("eu-west-1", "eu-west-1", "eu-west-1")]
    [InlineData(null, "auto", "us-east-1")]
    public void A_bucket_is_made_where_the_endpoint_makes_them(string? constraint, string signed, string region)
        => BucketRegion.Of(constraint, signed, "us-east-1").ShouldBe(region);

    [Theory]
    [InlineData(null, "eu-west-1", "IllegalLocationConstraintException")]
    [InlineData("us-east-1", "eu-west-1", "IllegalLocationConstraintException")]
    [InlineData("eu-central-1", "eu-west-1", "IllegalLocationConstraintException")]
    [InlineData("us-east-1", "us-east-1", "InvalidLocationConstraint")]
    [InlineData("mars-north-1", "us-east-1", "InvalidLocationConstraint")]
    public void A_constraint_that_the_endpoint_does_not_take_is_refused(string? constraint, string signed, string code)
        => Should.Throw<AwsServiceException>(() => BucketRegion.Of(constraint, signed, "us-east-1")).Code.ShouldBe(code);

    [Fact]
    public async Task A_bucket_of_another_region_says_where_it_is()
    {
        await cloud.S3.PutBucketAsync(new PutBucketRequest { BucketName = "in-ireland", BucketRegionName = "eu-west-1" });

        (await cloud.S3.GetBucketLocationAsync("in-ireland")).Location.Value.ShouldBe("eu-west-1");
        using var head = await cloud.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/in-ireland"));
        head.Headers.GetValues("x-amz-bucket-region").ShouldBe(["eu-west-1"]);
        (await cloud.S3.ListBucketsAsync(new ListBucketsRequest { BucketRegion = "eu-west-1" })).Buckets.Select(x => x.BucketName).ShouldBe(["in-ireland"]);
    }

    [Fact]
    public async Task Only_in_us_east_1_can_a_bucket_of_ones_own_be_made_again()
    {
        await cloud.S3.PutBucketAsync(Bucket);
        var request = new PutBucketRequest { BucketName = "made-twice", BucketRegionName = "eu-west-1" };
        await cloud.S3.PutBucketAsync(request);

        await ShouldRefuseAsync(cloud.S3.PutBucketAsync(request), HttpStatusCode.Conflict, "BucketAlreadyOwnedByYou");
        await ShouldRefuseAsync(cloud.S3.PutBucketAsync("made-twice"), HttpStatusCode.Conflict, "BucketAlreadyOwnedByYou");
    }
}
