using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Fairlead.LocalCloud.Access;
using Fairlead.LocalCloud.Access.Signatures;
using Fairlead.LocalCloud.Protocol;
using Fairlead.Testing.Fuzzing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Fairlead.LocalCloud.Tests.Fuzz;

/// <summary>
/// Requests that AWS has signed and published (see <c>PublishedVectorTests</c>), as they are on the wire: whatever becomes of one, it is refused in words, or
/// it says what was signed.
/// </summary>
internal static class SignatureTargets
{
    private const string S3Host = "examplebucket.s3.amazonaws.com";
    // Kestrel's own limits, in bytes and lines.
    private const int MostOfHead = 32 * 1024;
    private const int MostHeaders = 100;

    private const string EmptySha256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private static readonly SignatureVerifier Suite = Verifier("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "20150830T123600Z");
    private static readonly SignatureVerifier S3 = Verifier("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "20130524T000000Z");

    private static readonly string[] SuiteSeeds =
    [
        Signed("GET /?Param2=value2&Param1=value1", "", "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500"),
        Signed("POST /", "", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"),
        Signed(
            "POST /",
            "content-type: application/x-www-form-urlencoded\n",
            "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a",
            "Param1=value1"),
    ];

    private static readonly string[] S3Seeds =
    [
        SignedForS3(
            "GET /test.txt",
            $"range: bytes=0-9\nx-amz-content-sha256: {EmptySha256}\n",
            "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41"),
        SignedForS3(
            "GET /?max-keys=2&prefix=J",
            $"x-amz-content-sha256: {EmptySha256}\n",
            "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7"),
        "GET /test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request"
            + "&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host"
            + $"&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404\nhost: {S3Host}\n\n",
    ];

    private static readonly HashSet<string> SuiteMeanings = [.. SuiteSeeds.Select(x => Meaning(Request(x)!, isS3: false))];
    private static readonly HashSet<string> S3Meanings = [.. S3Seeds.Select(x => Meaning(Request(x)!, isS3: true))];

    public static IReadOnlyList<FuzzTarget> All
    => [
        FuzzTarget.Text("Signature of a request", x => Verify(Suite, x, SuiteMeanings, isS3: false), SuiteSeeds).RefusesWith<HttpRequestException>(),
        FuzzTarget.Text("Signature of a request to S3", x => Verify(S3, x, S3Meanings, isS3: true), S3Seeds).RefusesWith<HttpRequestException>(),
        FuzzTarget.Text(
            "Session token",
            x =>
            {
                var key = AccessKey.Fleeting();
                var issued = new TemporaryCredentials(key).Issue(Caller.Owner(new Account()), DateTimeOffset.UnixEpoch);
                new TemporaryCredentials(key).Find(issued.Key.Id, issued.SessionToken + x)?.SessionToken.ShouldBe(issued.SessionToken);
                new TemporaryCredentials(key).Find(issued.Key.Id, x).ShouldBeNull();
            },
            TemporaryCredentials.TokenPrefix + "YQ"),
    ];

    private static SignatureVerifier Verifier(string id, string secret, string time)
    {
        var key = new AccessKey(id, secret);
        var at = DateTimeOffset.ParseExact(time, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        return new SignatureVerifier(key, new EdgeKey(new Account()), new TemporaryCredentials(key), new SigningKeys(), new Account(), new TestClock(at));
    }

    private static void Verify(SignatureVerifier verifier, string text, HashSet<string> signed, bool isS3)
    {
        if (Request(text) is not { } context)
        {
            throw new HttpRequestException("A server takes no such request.");
        }

        try
        {
            var signature = RequestSignature.Of(context.Request) ?? throw new HttpRequestException("It is not signed.");
            verifier.VerifyAsync(context, signature).GetAwaiter().GetResult();
        }
        catch (SignatureRefusedException refused)
        {
            var error = SignatureErrors.Of(ProtocolErrors.ProtocolOf(context.Request, isS3 ? "s3" : "service"), refused);
            throw new HttpRequestException($"{error.Code}: {error.Message}");
        }

        signed.ShouldContain(Meaning(context, isS3));
    }

    private static string Signed(string line, string header, string signature, string body = "")
        => Signed(line, $"{header}host: example.amazonaws.com\nx-amz-date: 20150830T123600Z\n", "AKIDEXAMPLE/20150830/us-east-1/service", signature, body);

    private static string SignedForS3(string line, string header, string signature)
        => Signed(line, $"{header}host: {S3Host}\nx-amz-date: 20130524T000000Z\n", "AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3", signature, "");

    private static string Signed(string line, string header, string credential, string signature, string body)
    {
        var names = string.Join(';', CloudTarget.Headers(header).Select(x => x.Name).Order(StringComparer.Ordinal));
        return $"{line}\n{header}authorization: AWS4-HMAC-SHA256 Credential={credential}/aws4_request, SignedHeaders={names}, Signature={signature}\n\n{body}";
    }

    /// <summary>Method and target, lines of a header, an empty line, a body; null for what a server would not let in.</summary>
    private static DefaultHttpContext? Request(string text)
    {
        var (head, body) = text.Split("\n\n", 2) is [var first, var second] ? (first, second) : (text, "");
        var lines = head.Split('\n');
        var space = lines[0].IndexOf(' ');
        if (head.Length > MostOfHead || lines.Length > MostHeaders
            || space < 1 || space + 1 >= lines[0].Length || lines[0][space + 1] is not '/' || lines[0].Any(x => x is < ' ' or > '~'))
        {
            return null;
        }

        var context = new DefaultHttpContext();
        var target = lines[0][(space + 1)..];
        context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = target;
        context.Request.Method = lines[0][..space];
        var question = target.IndexOf('?');
        context.Request.QueryString = new QueryString(question < 0 ? "" : target[question..]);
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        foreach (var (name, value) in CloudTarget.Headers(string.Join('\n', lines[1..])).Where(x => x.Name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')))
        {
            context.Request.Headers.Append(name, value);
        }

        return context;
    }

    /// <summary>
    /// What a request says, whichever way it says it: the method, the path and the query without their encoding, the headers that are signed and, where it is
    /// signed, the body. Written once more than in the verifier, so that the two are not wrong in the same way.
    /// </summary>
    private static string Meaning(DefaultHttpContext context, bool isS3)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Split('?', 2);
        var path = Uri.UnescapeDataString(target[0]);
        if (!isS3)
        {
            var parts = new Stack<string>();
            foreach (var part in path.Split('/').Where(x => x is not ("" or ".")))
            {
                if (part != "..")
                {
                    parts.Push(part);
                }
                else if (parts.Count > 0)
                {
                    parts.Pop();
                }
            }

            path = $"/{string.Join('/', parts.Reverse())}";
        }

        var query = context.Request.Query
            .SelectMany(x => x.Value.Select(value => $"{x.Key}={value}"))
            .Where(x => !x.StartsWith("X-Amz-Signature=", StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal);
        var signed = RequestSignature.Of(context.Request)!.SignedHeaders
            .Select(x => $"{x.ToLowerInvariant()}:{string.Join(' ', $"{context.Request.Headers[x]}".Split(' ', StringSplitOptions.RemoveEmptyEntries))}");
        context.Request.Body.Position = 0;
        var body = isS3 ? "" : Convert.ToHexString(SHA256.HashData(context.Request.Body));
        return $"{context.Request.Method}\n{path}\n{string.Join('&', query)}\n{string.Join('\n', signed)}\n{body}";
    }
}
