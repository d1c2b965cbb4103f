using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Amazon.S3;
using Amazon.S3.Model;
using Fairlead.Aws;
using Fairlead.LocalCloud.Access.Signatures;
using Fairlead.LocalCloud.Tests.S3;
using Microsoft.AspNetCore.Http;

namespace Fairlead.LocalCloud.Tests.Access.Signatures;

/// <summary>What each service says to a caller with another key, an old request or none at all, and that the clients of the vendor and of the library get in.</summary>
public sealed class SignedCallTests(S3TestCloud cloud) : IClassFixture<S3TestCloud>
{
    private const string Json = "ecs ecr logs";
    private const string Xml = "sts elasticloadbalancing cloudfront";

    private Uri Api => cloud.Server.Endpoints.Api;

    public static TheoryData<string, string, HttpStatusCode, string> Refusals
    {
        get
        {
            var rows = new TheoryData<string, string, HttpStatusCode, string>();
            foreach (var service in Json.Split(' '))
            {
                rows.Add(service, "unsigned", HttpStatusCode.BadRequest, "MissingAuthenticationTokenException");
                rows.Add(service, "unknown key", HttpStatusCode.BadRequest, "UnrecognizedClientException");
                rows.Add(service, "wrong secret", HttpStatusCode.BadRequest, "InvalidSignatureException");
                rows.Add(service, "old", HttpStatusCode.BadRequest, "InvalidSignatureException");
                rows.Add(service, "early", HttpStatusCode.BadRequest, "InvalidSignatureException");
                rows.Add(service, "foreign token", HttpStatusCode.BadRequest, "UnrecognizedClientException");
                rows.Add(service, "version 2", HttpStatusCode.BadRequest, "IncompleteSignatureException");
                rows.Add(service, "changed body", HttpStatusCode.BadRequest, "InvalidSignatureException");
                rows.Add(service, "unsigned header", HttpStatusCode.BadRequest, "InvalidSignatureException");
                rows.Add(service, "malformed", HttpStatusCode.BadRequest, "IncompleteSignatureException");
            }

            foreach (var service in Xml.Split(' '))
            {
                rows.Add(service, "unknown key", HttpStatusCode.Forbidden, "InvalidClientTokenId");
                rows.Add(service, "wrong secret", HttpStatusCode.Forbidden, "SignatureDoesNotMatch");
                rows.Add(service, "old", HttpStatusCode.Forbidden, "SignatureDoesNotMatch");
                rows.Add(service, "early", HttpStatusCode.Forbidden, "SignatureDoesNotMatch");
                rows.Add(service, "foreign token", HttpStatusCode.Forbidden, "InvalidClientTokenId");
                rows.Add(service, "changed body", HttpStatusCode.Forbidden, "SignatureDoesNotMatch");
                rows.Add(service, "unsigned header", HttpStatusCode.Forbidden, "SignatureDoesNotMatch");
                rows.Add(service, "malformed", HttpStatusCode.BadRequest, "IncompleteSignature");
            }

            rows.Add("sts", "unsigned", HttpStatusCode.Forbidden, "MissingAuthenticationToken");
            rows.Add("elasticloadbalancing", "unsigned", HttpStatusCode.Forbidden, "MissingAuthenticationToken");
            rows.Add("cloudfront", "unsigned", HttpStatusCode.Forbidden, "AccessDenied");
            rows.Add("s3", "unsigned", HttpStatusCode.Forbidden, "AccessDenied");
            rows.Add("s3", "unknown key", HttpStatusCode.Forbidden, "InvalidAccessKeyId");
            rows.Add("s3", "wrong secret", HttpStatusCode.Forbidden, "SignatureDoesNotMatch");
            rows.Add("s3", "old", HttpStatusCode.Forbidden, "RequestTimeTooSkewed");
            rows.Add("s3", "early", HttpStatusCode.Forbidden, "RequestTimeTooSkewed");
            rows.Add("s3", "foreign token", HttpStatusCode.BadRequest, "InvalidToken");
            rows.Add("s3", "version 2", HttpStatusCode.BadRequest, "InvalidRequest");
            rows.Add("s3", "unsigned header", HttpStatusCode.Forbidden, "AccessDenied");
            rows.Add("s3", "malformed", HttpStatusCode.BadRequest, "AuthorizationHeaderMalformed");
            rows.Add("s3", "no payload hash", HttpStatusCode.BadRequest, "InvalidRequest");
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Who_does_not_show_the_key_is_refused_in_the_words_of_the_service(string service, string fault, HttpStatusCode status, string code)
    {
        using var request = Request(service);
        var signer = fault switch
        {
            "unknown key" => cloud.Signer with { AccessKeyId = "AKIAIOSFODNN7EXAMPLE" },
            "wrong secret" => cloud.Signer with { SecretAccessKey = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY" },
            "old" => cloud.Signer with { Clock = new TestClock(cloud.Clock.GetUtcNow() - TimeSpan.FromMinutes(16)) },
            "early" => cloud.Signer with { Clock = new TestClock(cloud.Clock.GetUtcNow() + TimeSpan.FromMinutes(16)) },
            "foreign token" => cloud.Signer with { SessionToken = "IQoJb3JpZ2luX2VjEXAMPLE" },
            _ => cloud.Signer,
        };
        if (fault == "version 2")
        {
            request.Headers.TryAddWithoutValidation("Authorization", "AWS AKIAIOSFODNN7EXAMPLE:frJIUN8DYpKDtOLCwo//yllqDzg=");
        }
        else if (fault == "malformed")
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"AWS4-HMAC-SHA256 Credential=AKID/20260101/us-east-1/{service}/aws4_request");
        }
        else if (fault != "unsigned")
        {
            await signer.SignAsync(request, service);
        }

        switch (fault)
        {
            case "changed body":
                request.Content = new StringContent("changed", Encoding.UTF8, request.Content!.Headers.ContentType!.MediaType!);
                break;
            case "unsigned header":
                request.Headers.TryAddWithoutValidation("x-amz-copy-source", "/ledger/current");
                break;
            case "no payload hash":
                request.Headers.Remove("x-amz-content-sha256");
                break;
        }

        using var http = new HttpClient();
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();

        answer.StatusCode.ShouldBe(status, text);
        CodeIn(text).ShouldBe(code, text);
    }

    [Theory]
    [InlineData("ecs ecr logs sts elasticloadbalancing cloudfront s3")]
    public async Task Who_shows_it_is_let_in(string services)
    {
        foreach (var service in services.Split(' '))
        {
            using var http = cloud.Signer.Client(Api, service);
            using var request = Request(service);
            using var answer = await http.SendAsync(request);

            answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        }
    }

    [Theory]
    [InlineData("Fri, 24 May 2013 10:20:30 GMT")]
    [InlineData("Fri, 24 May 2013 10:20:30 -0000")]
    [InlineData("Fri, 24 May 2013 12:20:30 +0200")]
    public void A_signature_may_be_of_the_time_in_the_Date(string date)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.Date = date;
        request.Headers.Authorization = "AWS4-HMAC-SHA256 "
            + "Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request, SignedHeaders=date;host, Signature=0";

        var signature = RequestSignature.Of(request)!;

        signature.Time.ShouldBe("20130524T102030Z");
        signature.SignedAt.ShouldBe(new DateTimeOffset(2013, 5, 24, 10, 20, 30, TimeSpan.Zero));
    }

    /// <summary>What was signed for S3 must not reach another service, whatever the rest of the request looks like.</summary>
    [Theory]
    [InlineData("application/x-www-form-urlencoded", null, "Action=GetSessionToken")]
    [InlineData("application/x-amz-json-1.1", "AmazonEC2ContainerServiceV20141113.ListClusters", "{}")]
    public async Task A_presigned_URL_of_S3_does_not_reach_another_service(string type, string? target, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Presigned("POST", "/", target))
        {
            Content = new StringContent(body, Encoding.UTF8, type),
        };
        if (target is not null)
        {
            request.Headers.Add("X-Amz-Target", target);
        }

        using var http = new HttpClient();
        using var answer = await http.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_vendors_presigned_URLs_put_and_get_and_say_no_for_another_key_or_after_their_time()
    {
        async Task<Uri> UrlAsync(HttpVerb verb, string key) => new(await cloud.S3.GetPreSignedURLAsync(new GetPreSignedUrlRequest
        {
            BucketName = S3TestCloud.Bucket,
            Key = key,
            Verb = verb,
            Expires = DateTime.UtcNow.AddMinutes(5),
            Protocol = Amazon.S3.Protocol.HTTP,
        }));
        const string key = "a b+é/(1)&=~*'.txt";
        using var http = new HttpClient();

        var put = await UrlAsync(HttpVerb.PUT, key);
        (await http.PutAsync(put, new StringContent("presigned"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await http.GetStringAsync(await UrlAsync(HttpVerb.GET, key))).ShouldBe("presigned");

        (await http.GetAsync(put)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, "it was signed for PUT");
        var other = new UriBuilder(await UrlAsync(HttpVerb.GET, key)) { Path = $"/{S3TestCloud.Bucket}/other" }.Uri;
        CodeIn(await (await http.GetAsync(other)).Content.ReadAsStringAsync()).ShouldBe("SignatureDoesNotMatch");
    }

    [Theory]
    [InlineData("the content", HttpStatusCode.OK, null)]
    [InlineData("other bytes", HttpStatusCode.BadRequest, "XAmzContentSHA256Mismatch")]
    public async Task A_presigned_URL_that_names_the_digest_of_a_body_takes_no_other_body(string body, HttpStatusCode status, string? code)
    {
        var key = $"presigned-{Guid.NewGuid():N}";
        using var http = new HttpClient();

        using var answer = await http.PutAsync(
            Presigned("PUT", $"/{S3TestCloud.Bucket}/{key}", payload: Hash("the content").ToUpperInvariant()),
            new StringContent(body));

        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(status, text);
        var listed = await cloud.S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = S3TestCloud.Bucket, Prefix = key });
        listed.KeyCount.ShouldBe(code is null ? 1 : 0);
        if (code is not null)
        {
            CodeIn(text).ShouldBe(code);
        }
    }

    [Theory]
    [InlineData("STREAMING-AWS4-HMAC-SHA256-PAYLOAD")]
    [InlineData("STREAMING-UNSIGNED-PAYLOAD-TRAILER")]
    public async Task A_presigned_URL_announces_no_chunks(string payload)
    {
        using var http = new HttpClient();

        using var answer = await http.PutAsync(Presigned("PUT", $"/{S3TestCloud.Bucket}/chunks", payload: payload), new StringContent("x"));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        CodeIn(await answer.Content.ReadAsStringAsync()).ShouldBe("InvalidArgument");
    }

    [Fact]
    public async Task A_presigned_URL_of_version_2_is_refused_with_a_sentence_that_says_what_to_use()
    {
        using var http = new HttpClient();

        var answer = await http.GetAsync(new Uri(Api, $"/{S3TestCloud.Bucket}/x?AWSAccessKeyId={cloud.Server.AccessKey.Id}&Expires=4102444800&Signature=x%3D"));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var text = await answer.Content.ReadAsStringAsync();
        text.ShouldContain("Signature Version 2");
        text.ShouldContain("s3v4");
    }

    [Fact]
    public async Task The_vendors_uploads_in_chunks_and_parts_are_let_in()
    {
        var body = new byte[6 * 1024 * 1024 + 17];
        new Random(1).NextBytes(body);

        // Over HTTP, the client signs chunk by chunk, and the trailer with the checksum.
        await cloud.S3.PutObjectAsync(new PutObjectRequest { BucketName = S3TestCloud.Bucket, Key = "chunks", InputStream = new MemoryStream(body) });
        await cloud.S3.PutObjectAsync(new PutObjectRequest
        {
            BucketName = S3TestCloud.Bucket,
            Key = "no chunks",
            InputStream = new MemoryStream(body),
            UseChunkEncoding = false,
        });
        var upload = await cloud.S3.InitiateMultipartUploadAsync(S3TestCloud.Bucket, "parts");
        var parts = new List<PartETag>();
        foreach (var (number, part) in new[] { (1, body[..(5 * 1024 * 1024)]), (2, body[(5 * 1024 * 1024)..]) })
        {
            var uploaded = await cloud.S3.UploadPartAsync(new UploadPartRequest
            {
                BucketName = S3TestCloud.Bucket,
                Key = "parts",
                UploadId = upload.UploadId,
                PartNumber = number,
                InputStream = new MemoryStream(part),
            });
            parts.Add(new PartETag(uploaded));
        }

        await cloud.S3.CompleteMultipartUploadAsync(new CompleteMultipartUploadRequest
        {
            BucketName = S3TestCloud.Bucket,
            Key = "parts",
            UploadId = upload.UploadId,
            PartETags = parts,
        });
        foreach (var key in new[] { "chunks", "no chunks", "parts" })
        {
            using var read = await cloud.S3.GetObjectAsync(S3TestCloud.Bucket, key);
            var content = new MemoryStream();
            await read.ResponseStream.CopyToAsync(content);
            content.ToArray().AsSpan().SequenceEqual(body).ShouldBeTrue(key);
        }
    }

    [Theory]
    [InlineData(null, HttpStatusCode.OK)]
    [InlineData("second chunk", HttpStatusCode.Forbidden)]
    [InlineData("last chunk", HttpStatusCode.Forbidden)]
    [InlineData("no signature", HttpStatusCode.Forbidden)]
    [InlineData("trailers", HttpStatusCode.Forbidden)]
    [InlineData("unsigned trailers", HttpStatusCode.Forbidden)]
    public async Task A_body_whose_chunks_are_not_what_was_signed_leaves_nothing(string? changed, HttpStatusCode status)
    {
        var key = $"chunk-{Guid.NewGuid():N}";
        var crc = LocalCloud.S3.Checksums.Crc.Crc32;
        var checksum = Convert.ToBase64String(crc.ToBytes(crc.Append(0, Encoding.ASCII.GetBytes("abcdefghi"))));
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(Api, $"/{S3TestCloud.Bucket}/{key}"));
        request.Headers.TryAddWithoutValidation("x-amz-content-sha256", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER");
        request.Headers.TryAddWithoutValidation("x-amz-decoded-content-length", "9");
        request.Headers.TryAddWithoutValidation("x-amz-trailer", "x-amz-checksum-crc32");
        var signature = await cloud.Signer.SignAsync(request, "s3");
        request.Content = new ByteArrayContent(Encoding.ASCII.GetBytes(Body()));
        using var http = new HttpClient();

        using var answer = await http.SendAsync(request);

        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(status, text);
        var listed = await cloud.S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = S3TestCloud.Bucket, Prefix = key });
        listed.KeyCount.ShouldBe(changed is null ? 1 : 0);
        if (changed is not null)
        {
            CodeIn(text).ShouldBe("SignatureDoesNotMatch");
        }

        string Body()
        {
            var time = request.Headers.GetValues("x-amz-date").Single();
            var scope = $"{time[..8]}/us-east-1/s3/aws4_request";
            var previous = signature!;
            var first = Chunk("abc");
            var second = Chunk("defghi");
            var last = Chunk("");
            var trailer = $"x-amz-checksum-crc32:{checksum}";
            var signed = Next("TRAILER", Hash(trailer + "\n"));
            return changed switch
            {
                "second chunk" => first + second.Replace("ghi", "xyz", StringComparison.Ordinal) + last + Trailers(trailer),
                "last chunk" => first + second + $"0;chunk-signature={signed}\r\n" + Trailers(trailer),
                "no signature" => first + "6\r\ndefghi\r\n" + last + Trailers(trailer),
                "trailers" => first + second + last + Trailers($"{trailer}\r\nx-amz-meta-more:1"),
                "unsigned trailers" => first + second + last + $"{trailer}\r\n\r\n",
                _ => first + second + last + Trailers(trailer),
            };

            string Trailers(string lines) => $"{lines}\r\nx-amz-trailer-signature:{signed}\r\n\r\n";

            string Chunk(string data)
                => $"{data.Length:x};chunk-signature={Next("PAYLOAD", $"{Hash("")}\n{Hash(data)}")}\r\n" + (data.Length > 0 ? data + "\r\n" : "");

            string Next(string what, string hashes) => previous = Convert.ToHexStringLower(
                SignatureV4.Hmac(cloud.Signer.SigningKey(scope), $"AWS4-HMAC-SHA256-{what}\n{time}\n{scope}\n{previous}\n{hashes}"));
        }
    }

    [Fact]
    public async Task The_clients_of_the_library_are_let_in_with_the_key_and_told_what_to_do_without()
    {
        using var aws = Clients(cloud.Credentials);
        (await aws.Ecs.DescribeClustersAsync(new())).ShouldNotBeNull();
        (await aws.Ecr.GetAuthorizationTokenAsync(new())).AuthorizationData.ShouldNotBeEmpty();
        (await CodeOfAsync(aws.Logs.FilterLogEventsAsync(new() { LogGroupName = "/none" }))).ShouldBe("ResourceNotFoundException");
        (await CodeOfAsync(aws.CloudFront.ListInvalidationsAsync(new() { DistributionId = "NONE" }))).ShouldBe("NoSuchDistribution");
        (await aws.ElasticLoadBalancing.DescribeTargetGroupsAsync(new())).TargetGroups.ShouldNotBeNull();
        (await aws.Sts.GetCallerIdentityAsync(new())).Account.ShouldBe("000000000000");
        using var other = Clients(new Amazon.Runtime.BasicAWSCredentials("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"));

        var refused = await Should.ThrowAsync<Amazon.Runtime.AmazonServiceException>(other.Ecs.DescribeClustersAsync(new()));

        refused.ErrorCode.ShouldBe("UnrecognizedClientException");
        refused.Message.ShouldContain("./build.sh LocalCloudEnvironment");
    }

    /// <param name="method">GET, PUT …</param>
    /// <param name="path">As it is sent.</param>
    /// <param name="target">Of a header that is signed.</param>
    /// <param name="payload">What the query says of the body; null when it says nothing.</param>
    private Uri Presigned(string method, string path, string? target = null, string? payload = null)
    {
        var time = cloud.Clock.GetUtcNow().UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", System.Globalization.CultureInfo.InvariantCulture);
        var scope = $"{time[..8]}/us-east-1/s3/aws4_request";
        var names = target is null ? "host" : "host;x-amz-target";
        var query = "X-Amz-Algorithm=AWS4-HMAC-SHA256"
            + (payload is null ? "" : $"&X-Amz-Content-Sha256={payload}")
            + $"&X-Amz-Credential={Uri.EscapeDataString($"{cloud.Server.AccessKey.Id}/{scope}")}&X-Amz-Date={time}"
            + $"&X-Amz-Expires=60&X-Amz-SignedHeaders={Uri.EscapeDataString(names)}";
        var signed = $"host:{Api.Authority}\n" + (target is null ? "" : $"x-amz-target:{target}\n");
        var canonical = $"{method}\n{path}\n{query}\n{signed}\n{names}\n{payload ?? "UNSIGNED-PAYLOAD"}";
        var signature = SignatureV4.Hmac(cloud.Signer.SigningKey(scope), $"AWS4-HMAC-SHA256\n{time}\n{scope}\n{Hash(canonical)}");
        return new Uri(Api, $"{path}?{query}&X-Amz-Signature={Convert.ToHexStringLower(signature)}");
    }

    private static async Task<string> CodeOfAsync(Task call) => (await Should.ThrowAsync<Amazon.Runtime.AmazonServiceException>(call)).ErrorCode;

    private AwsClients Clients(Amazon.Runtime.AWSCredentials credentials)
        => new(new AwsOptions { Region = "us-east-1", EndpointUrl = Api, Credentials = credentials });

    /// <summary>A read of the service, unsigned.</summary>
    private HttpRequestMessage Request(string service)
    {
        var (method, path, type, target, body) = service switch
        {
            "ecs" => ("POST", "/", "application/x-amz-json-1.1", "AmazonEC2ContainerServiceV20141113.ListClusters", "{}"),
            "ecr" => ("POST", "/", "application/x-amz-json-1.1", "AmazonEC2ContainerRegistry_V20150921.DescribeRepositories", "{}"),
            "logs" => ("POST", "/", "application/x-amz-json-1.1", "Logs_20140328.DescribeLogGroups", "{}"),
            "sts" => ("POST", "/", "application/x-www-form-urlencoded", null, "Action=GetCallerIdentity&Version=2011-06-15"),
            "elasticloadbalancing" => ("POST", "/", "application/x-www-form-urlencoded", null, "Action=DescribeTargetGroups&Version=2015-12-01"),
            "cloudfront" => ("GET", "/2020-05-31/distribution", "text/xml", null, ""),
            _ => ("GET", $"/{S3TestCloud.Bucket}?list-type=2", "text/xml", null, (string?)null),
        };
        var request = new HttpRequestMessage(new HttpMethod(method), new Uri(Api, path));
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, type);
        }

        if (target is not null)
        {
            request.Headers.Add("X-Amz-Target", target);
        }

        return request;
    }

    private static string Hash(string text) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string CodeIn(string text) => text.StartsWith('{')
        ? (string)JsonNode.Parse(text)!["__type"]!
        : XDocument.Parse(text).Descendants().First(x => x.Name.LocalName == "Code").Value;
}
