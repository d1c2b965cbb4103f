using System.Xml.Linq;
using Amazon.CloudFront;
using Amazon.CloudFront.Model;
using Amazon.Runtime;

namespace Fairlead.Tests.Aws;

public sealed class AmazonCloudFrontClientTests
{
    private const string Invalidation = """
        <?xml version="1.0"?>
        <Invalidation xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"><Id>I1</Id><Status>InProgress</Status><CreateTime>2026-01-02T03:04:05.678Z</CreateTime>
        <InvalidationBatch><Paths><Quantity>2</Quantity><Items><Path>/index.html</Path><Path>/a&amp;b/*</Path></Items></Paths><CallerReference>r</CallerReference></InvalidationBatch></Invalidation>
        """;

    [Fact]
    public async Task An_invalidation_is_posted_as_XML_and_signed_for_the_home_region()
    {
        await using var server = new LoopbackServer(_ => new ScriptedResponse(201, Invalidation, ("Location", "https://x/I1"), ("Content-Type", "text/xml")));
        using var clients = LoopbackClients.For(server);

        var answer = await clients.CloudFront.CreateInvalidationAsync(new CreateInvalidationRequest
        {
            DistributionId = "E/1",
            InvalidationBatch = new InvalidationBatch { CallerReference = "r", Paths = new Paths { Quantity = 2, Items = ["/index.html", "/a&b/*"] } },
        });

        var request = server.Requests.ShouldHaveSingleItem();
        request.Method.ShouldBe("POST");
        request.Path.ShouldBe("/2020-05-31/distribution/E%2F1/invalidation");
        request.Headers["Authorization"].ShouldContain("/us-east-1/cloudfront/aws4_request");
        XNode.DeepEquals(XDocument.Parse(request.Body).Root, XElement.Parse("""
            <InvalidationBatch xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"><Paths><Quantity>2</Quantity><Items><Path>/index.html</Path><Path>/a&amp;b/*</Path></Items></Paths><CallerReference>r</CallerReference></InvalidationBatch>
            """)).ShouldBeTrue(request.Body);
        answer.Location.ShouldBe("https://x/I1");
        var invalidation = answer.Invalidation.ShouldNotBeNull();
        invalidation.Id.ShouldBe("I1");
        invalidation.Status.ShouldBe("InProgress");
        invalidation.CreateTime.ShouldBe(new DateTime(2026, 1, 2, 3, 4, 5, 678, DateTimeKind.Utc));
        invalidation.InvalidationBatch!.Paths!.Items.ShouldBe(["/index.html", "/a&b/*"]);
        invalidation.InvalidationBatch.CallerReference.ShouldBe("r");
    }

    [Fact]
    public async Task An_invalidation_is_read()
    {
        await using var server = new LoopbackServer(_ => new ScriptedResponse(200, Invalidation));
        using var clients = LoopbackClients.For(server);

        var answer = await clients.CloudFront.GetInvalidationAsync(new GetInvalidationRequest { DistributionId = "E1", Id = "I1" });

        server.Requests.ShouldHaveSingleItem().Path.ShouldBe("/2020-05-31/distribution/E1/invalidation/I1");
        answer.Invalidation!.Status.ShouldBe("InProgress");
    }

    [Fact]
    public async Task A_page_of_invalidations_is_asked_for_and_read()
    {
        await using var server = new LoopbackServer(_ => new ScriptedResponse(200, """
            <InvalidationList><Marker></Marker><NextMarker>I2</NextMarker><MaxItems>1</MaxItems><IsTruncated>true</IsTruncated><Quantity>1</Quantity>
            <Items><InvalidationSummary><Id>I1</Id><CreateTime>2026-01-02T03:04:05Z</CreateTime><Status>Completed</Status></InvalidationSummary></Items></InvalidationList>
            """));
        using var clients = LoopbackClients.For(server);

        var list = (await clients.CloudFront.ListInvalidationsAsync(new ListInvalidationsRequest
        {
            DistributionId = "E1",
            Marker = "a b",
            MaxItems = "1"
        })).InvalidationList!;

        server.Requests.ShouldHaveSingleItem().Path.ShouldBe("/2020-05-31/distribution/E1/invalidation?Marker=a%20b&MaxItems=1");
        list.IsTruncated.ShouldBe(true);
        list.NextMarker.ShouldBe("I2");
        list.Items!.ShouldHaveSingleItem().Status.ShouldBe("Completed");
    }

    [Fact]
    public async Task An_error_keeps_its_code_its_message_and_its_request()
    {
        await using var server = new LoopbackServer(_ => new ScriptedResponse(
            404,
                """<ErrorResponse xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"><Error><Type>Sender</Type><Code>NoSuchDistribution</Code>"""
                    + """<Message>Not here.</Message></Error><RequestId>q</RequestId></ErrorResponse>"""));
        using var clients = LoopbackClients.For(server);

        var error = await Should.ThrowAsync<AmazonCloudFrontException>(() => clients.CloudFront.GetInvalidationAsync(new GetInvalidationRequest
        {
            DistributionId = "E1",
            Id = "I1"
        }));

        error.ErrorCode.ShouldBe("NoSuchDistribution");
        error.Message.ShouldBe("Not here.");
        error.RequestId.ShouldBe("q");
    }

    [Fact]
    public async Task A_path_without_its_id_is_not_asked_for()
    {
        await using var server = new LoopbackServer(_ => new ScriptedResponse(200, Invalidation));
        using var clients = LoopbackClients.For(server);

        var error = await Should.ThrowAsync<AmazonClientException>(() => clients.CloudFront.GetInvalidationAsync(new GetInvalidationRequest
        {
            DistributionId = "E1"
        }));

        error.Message.ShouldContain("Id is not set");
        server.Requests.ShouldBeEmpty();
    }
}
