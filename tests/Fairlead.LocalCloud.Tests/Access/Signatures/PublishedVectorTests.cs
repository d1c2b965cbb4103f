using System.Text;
using Fairlead.LocalCloud.Access;
using Fairlead.LocalCloud.Access.Signatures;
using Fairlead.LocalCloud.Protocol;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Fairlead.LocalCloud.Tests.Access.Signatures;

/// <summary>Requests whose signatures AWS has published, and what becomes of them when anything in them is another.</summary>
public sealed class PublishedVectorTests
{
    private const string Suite = "AKIDEXAMPLE wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY 20150830T123600Z service example.amazonaws.com";
    private const string S3 = "AKIAIOSFODNN7EXAMPLE wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY 20130524T000000Z s3 examplebucket.s3.amazonaws.com";
    private const string Empty = "x-amz-content-sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private const string Chunks = "content-encoding: aws-chunked|content-length: 66824|host: s3.amazonaws.com"
        + "|x-amz-content-sha256: STREAMING-AWS4-HMAC-SHA256-PAYLOAD|x-amz-decoded-content-length: 66560|x-amz-storage-class: REDUCED_REDUNDANCY";

    /// <summary>
    /// The test suite of Signature Version 4 (aws-sig-v4-test-suite), the examples of
    /// https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html and the head of
    /// https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html. Headers are separated by bars.
    /// </summary>
    public static TheoryData<string, string, string, string, string, string> Vectors => new()
    {
        { "get-vanilla", Suite, "GET /", "", "", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31" },
        { "get-vanilla-empty-query-key", Suite, "GET /?Param1=value1", "", "", "a67d582fa61cc504c4bae71f336f98b97f1ea3c7a6bfe1b6e45aec72011b9aeb" },
        { "get-vanilla-query-order", Suite, "GET /?Param2=value2&Param1=value1", "", "", "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500" },
        { "get-vanilla-utf8-query", Suite, "GET /?ሴ=bar", "", "", "2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04" },
        { "get-slashes", Suite, "GET //", "", "", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31" },
        { "get-relative", Suite, "GET /example/..", "", "", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31" },
        { "post-vanilla", Suite, "POST /", "", "", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b" },
        {
            "post-x-www-form-urlencoded", Suite, "POST /", "content-type: application/x-www-form-urlencoded", "Param1=value1",
            "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a"
        },
        { "S3 GetObject", S3, "GET /test.txt", $"{Empty}|range: bytes=0-9", "", "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41" },
        { "S3 lifecycle", S3, "GET /?lifecycle", Empty, "", "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543" },
        { "S3 list", S3, "GET /?max-keys=2&prefix=J", Empty, "", "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7" },
        {
            "S3 PutObject", S3, "PUT /test%24file.text",
            "date: Fri, 24 May 2013 00:00:00 GMT|x-amz-storage-class: REDUCED_REDUNDANCY"
                + "|x-amz-content-sha256: 44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072",
            "", "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd"
        },
        { "S3 chunks", S3, "PUT /examplebucket/chunkObject.txt", Chunks, "", "4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9" },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public async Task What_AWS_has_signed_is_let_in(string name, string signer, string line, string headers, string body, string signature)
    {
        var context = await VerifyAsync(signer, line, headers, body, signature);

        context.Features.Get<Caller>().ShouldBe(Caller.Owner(new Account()), name);
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public async Task Nothing_else_is_let_in_for_it(string name, string signer, string line, string headers, string body, string signature)
    {
        var isS3 = signer == S3;
        var (method, target) = (line.Split(' ')[0], line.Split(' ')[1]);
        await RefusedAsync(signer, $"DELETE {target}", headers, body, signature);
        await RefusedAsync(signer, $"{method} /other{target}", headers, body, signature);
        await RefusedAsync(signer, line + (line.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "more=1", headers, body, signature);
        await RefusedAsync(signer, line, headers, body, signature[..^1] + (signature[^1] == '0' ? '1' : '0'));
        await RefusedAsync(signer, line, headers, body, "");
        await RefusedAsync(signer.Replace("EXAMPLEKEY", "EXAMPLEKEZ", StringComparison.Ordinal), line, headers, body, signature);
        await RefusedAsync(Elsewhere(signer), line, Elsewhere(headers), body, signature);
        if (!isS3)
        {
            await RefusedAsync(signer, line, headers, body + "more", signature);
        }

        static string Elsewhere(string text) => text.Replace(".amazonaws.com", ".example.com", StringComparison.Ordinal);

        async Task RefusedAsync(string by, string what, string with, string content, string signed)
            => (await Should.ThrowAsync<SignatureRefusedException>(() => VerifyAsync(by, what, with, content, signed))).Fault
                .ShouldBe(SignatureFault.Mismatch, $"{name}: {what}");
    }

    [Fact]
    public async Task A_presigned_URL_of_AWSs_is_let_in_for_its_day_and_not_longer()
    {
        const string line = "GET /test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request"
            + "&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature=";
        const string signature = "aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404";

        (await VerifyAsync(S3, line + signature, null, "", null)).Features.Get<Caller>().ShouldNotBeNull();
        (await VerifyAsync(S3, line + signature, null, "", null, TimeSpan.FromSeconds(86400))).Features.Get<Caller>().ShouldNotBeNull();

        await RefusedAsync(line + signature, TimeSpan.FromSeconds(86401), SignatureFault.Expired);
        await RefusedAsync(line + signature, -TimeSpan.FromMinutes(16), SignatureFault.Expired);
        await RefusedAsync(line.Replace("86400", "86401", StringComparison.Ordinal) + signature, TimeSpan.Zero, SignatureFault.Mismatch);
        await RefusedAsync(line.Replace("test.txt", "text.txt", StringComparison.Ordinal) + signature, TimeSpan.Zero, SignatureFault.Mismatch);

        async Task RefusedAsync(string what, TimeSpan later, SignatureFault fault)
            => (await Should.ThrowAsync<SignatureRefusedException>(() => VerifyAsync(S3, what, null, "", null, later))).Fault.ShouldBe(fault, what);
    }

    [Fact]
    public async Task The_chunks_of_the_example_follow_from_its_head()
    {
        const string seed = "4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9";
        var head = await VerifyAsync(S3, "PUT /examplebucket/chunkObject.txt", Chunks, "", seed);
        var chunks = head.Features.Get<IChunkSignatures>().ShouldNotBeNull();

        chunks.Append(Encoding.ASCII.GetBytes(new string('a', 60000)));
        chunks.Append(Encoding.ASCII.GetBytes(new string('a', 5536)));
        chunks.EndChunk("ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648").ShouldBeTrue();
        chunks.Append(Encoding.ASCII.GetBytes(new string('a', 1024)));
        chunks.EndChunk("0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497").ShouldBeTrue();
        chunks.EndChunk("b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9").ShouldBeTrue();
        chunks.EndChunk("b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9").ShouldBeFalse("it is a chain");
        chunks.EndChunk(null).ShouldBeFalse();
        chunks.SignsTrailers.ShouldBeFalse();
    }

    /// <summary>https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html</summary>
    [Fact]
    public void The_trailers_of_the_example_follow_from_its_chunks()
    {
        var scope = new CredentialScope("20130524", "us-east-1", "s3");
        using var chunks = new ChunkSignatures(
            SigningKeys.Derive("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", scope),
            "20130524T000000Z",
            scope,
            "106e2a8a18243abcf37539882f36619c00e2dfc72633413f02d3b74544bfeb8e",
            signsTrailers: true);

        chunks.Append(Encoding.ASCII.GetBytes(new string('a', 65536)));
        chunks.EndChunk("b474d8862b1487a5145d686f57f013e54db672cee1c953b3010fb58501ef5aa2").ShouldBeTrue();
        chunks.Append(Encoding.ASCII.GetBytes(new string('a', 1024)));
        chunks.EndChunk("1c1344b170168f8e65b41376b44b20fe354e373826ccbbe2c1d40a8cae51e5c7").ShouldBeTrue();
        chunks.EndChunk("2ca2aba2005185cf7159c6277faf83795951dd77a3a99e6e65d5c9f85863f992").ShouldBeTrue();
        chunks.EndTrailers(["x-amz-checksum-crc32c:sOO8/Q=="], "d81f82fc3505edab99d459891051a732e8730629a2e4a59689829ca17fe2e435").ShouldBeTrue();
    }

    /// <summary>The example of https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html of former years.</summary>
    [Fact]
    public void The_signing_key_is_that_of_the_example()
        => Convert.ToHexStringLower(SigningKeys.Derive("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", new CredentialScope("20150830", "us-east-1", "iam")))
            .ShouldBe("c4afb1cc5771d871763a393e44b703571b55cc28424d1a5e86da6ed3c154a4b9");

    /// <param name="signer">Key, secret, time, service and host, separated by spaces.</param>
    /// <param name="line">Method and target.</param>
    /// <param name="headers">Those that are signed beside host and time; null for a request without a signature in its head.</param>
    /// <param name="body">What it carries.</param>
    /// <param name="signature">What it says.</param>
    /// <param name="later">How much later it comes.</param>
    private static async Task<HttpContext> VerifyAsync(
        string signer, string line, string? headers, string body, string? signature, TimeSpan later = default)
    {
        var parts = signer.Split(' ');
        var (id, secret, time, service, host) = (parts[0], parts[1], parts[2], parts[3], parts[4]);
        var context = new DefaultHttpContext();
        var (method, target) = (line.Split(' ')[0], line[(line.IndexOf(' ') + 1)..]);
        context.Features.Get<IHttpRequestFeature>()!.RawTarget = target;
        context.Request.Method = method;
        context.Request.QueryString = new QueryString(target.Contains('?', StringComparison.Ordinal) ? target[target.IndexOf('?')..] : "");
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        context.Request.Headers.Host = host;
        if (headers is not null)
        {
            context.Request.Headers["x-amz-date"] = time;
            foreach (var header in headers.Split('|', StringSplitOptions.RemoveEmptyEntries))
            {
                context.Request.Headers[header.Split(": ", 2)[0]] = header.Split(": ", 2)[1];
            }

            var names = string.Join(';', context.Request.Headers.Keys.Select(x => x.ToLowerInvariant()).Order(StringComparer.Ordinal));
            context.Request.Headers.Authorization = $"AWS4-HMAC-SHA256 Credential={id}/{time[..8]}/us-east-1/{service}/aws4_request, "
                + $"SignedHeaders={names}, Signature={(signature is "" ? "0" : signature)}";
        }

        var key = new AccessKey(id, secret);
        var at = DateTimeOffset.ParseExact(time, "yyyyMMdd'T'HHmmss'Z'", null, System.Globalization.DateTimeStyles.AssumeUniversal);
        var verifier = new SignatureVerifier(
            key,
            new EdgeKey(new Account()),
            new TemporaryCredentials(key),
            new SigningKeys(),
            new Account(),
            new TestClock(at + later));
        await verifier.VerifyAsync(context, RequestSignature.Of(context.Request)!);
        return context;
    }
}
