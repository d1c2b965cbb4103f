using System.Globalization;
using System.Text.RegularExpressions;

namespace Fairlead.LocalCloud.Access.Signatures;

/// <summary>What a request says of its signature, in a header or, as a presigned URL, in its query.</summary>
/// <param name="AccessKeyId">Whose it is.</param>
/// <param name="Scope">What its key is good for.</param>
/// <param name="SignedHeaders">Lower-case names in the order in which they are signed.</param>
/// <param name="Signature">64 hexadecimal digits.</param>
/// <param name="Time">When it was made, as it is signed.</param>
/// <param name="SignedAt">The same, as a time.</param>
/// <param name="SessionToken">Goes with temporary credentials.</param>
/// <param name="Lifetime">Of a presigned URL; null for a header.</param>
internal sealed partial record RequestSignature(
    string AccessKeyId,
    CredentialScope Scope,
    IReadOnlyList<string> SignedHeaders,
    string Signature,
    string Time,
    DateTimeOffset SignedAt,
    string? SessionToken,
    TimeSpan? Lifetime)
{
    public const string QuerySignature = "X-Amz-Signature";

    private const string TimeFormat = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>A week: https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html</summary>
    private const int MostSeconds = 7 * 24 * 60 * 60;

    /// <summary>Of HTTP, and that of mail (RFC 5322, section 3.3), which botocore writes when a request has a Date of its own: <c>… -0000</c>.</summary>
    private static readonly string[] DateFormats = ["r", "ddd, dd MMM yyyy HH:mm:ss zzz"];

    private static readonly string[] QueryParameters =
        ["X-Amz-Algorithm", "X-Amz-Credential", QuerySignature, "X-Amz-Date", "X-Amz-SignedHeaders", "X-Amz-Expires"];

    /// <summary>The signature of a request; null when it has none.</summary>
    /// <exception cref="SignatureRefusedException">It is of another kind, or says too little.</exception>
    public static RequestSignature? Of(HttpRequest request)
    {
        // Joined, they would be one with members of both.
        if (request.Headers.Authorization.Count > 1)
        {
            throw new SignatureRefusedException(SignatureFault.Malformed, "The authorization header is malformed; there is more than one.");
        }

        var inHeader = request.Headers.Authorization.ToString();
        var inQuery = IsIn(request.Query);

        // https://docs.aws.amazon.com/AmazonS3/latest/API/RESTAuthentication.html: in the header "AWS ID:SIGNATURE".
        if (inHeader.StartsWith("AWS ", StringComparison.Ordinal) || IsVersion2(request.Query))
        {
            throw new SignatureRefusedException(
                SignatureFault.Unsupported,
                "The request is signed with Signature Version 2, which the regions of AWS since 2014 and the local cloud do not take. Please use "
                    + "AWS4-HMAC-SHA256: signature_version s3v4 in the client's configuration.");
        }

        return (inHeader.Length > 0, inQuery) switch
        {
            (false, false) => null,
            (true, true) => throw new SignatureRefusedException(SignatureFault.Twice),
            (true, false) => OfHeader(request, inHeader),
            (false, true) => OfQuery(request.Query),
        };
    }

    /// <summary>Is a request with this query presigned, well or badly?</summary>
    public static bool IsIn(IQueryCollection query) => query.ContainsKey(QuerySignature) || query.ContainsKey("X-Amz-Credential") || IsVersion2(query);

    /// <summary>A time as it is signed.</summary>
    public static string Written(DateTimeOffset time) => time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    private static bool IsVersion2(IQueryCollection query) => query.ContainsKey("AWSAccessKeyId") && query.ContainsKey("Signature");

    /// <summary><c>AWS4-HMAC-SHA256 Credential=AKID/20260101/us-east-1/ecs/aws4_request, SignedHeaders=host;x-amz-date, Signature=…</c></summary>
    private static RequestSignature OfHeader(HttpRequest request, string header)
    {
        if (!header.StartsWith(CanonicalRequest.Algorithm + " ", StringComparison.Ordinal))
        {
            throw new SignatureRefusedException(SignatureFault.Unsupported);
        }

        var parts = header[CanonicalRequest.Algorithm.Length..]
            .Split(',', StringSplitOptions.TrimEntries)
            .Select(x => x.Split('=', 2))
            .Where(x => x.Length == 2)
            .DistinctBy(x => x[0])
            .ToDictionary(x => x[0], x => x[1]);
        foreach (var name in new[] { "Credential", "SignedHeaders", "Signature" })
        {
            _ = parts.GetValueOrDefault(name) is { Length: > 0 } ? true : throw Malformed($"the {name} is missing.");
        }

        if (Credential(parts["Credential"]) is not { } credential)
        {
            throw Malformed("the Credential is mal-formed; expecting \"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request\".");
        }

        var (time, signedAt) = TimeOf(request.Headers) ?? throw Malformed("AWS authentication requires a valid Date or x-amz-date header.");
        return !time.StartsWith(credential.Scope.Date, StringComparison.Ordinal)
            ? throw Malformed($"invalid credential date \"{credential.Scope.Date}\". This date is not the same as X-Amz-Date: \"{time[..8]}\".")
            : new RequestSignature(
                credential.Id,
                credential.Scope,
                parts["SignedHeaders"].Split(';'),
                parts["Signature"],
                time,
                signedAt,
                request.Headers["X-Amz-Security-Token"].ToString() is { Length: > 0 } token ? token : null,
                Lifetime: null);

        static SignatureRefusedException Malformed(string what) => new(SignatureFault.Malformed, $"The authorization header is malformed; {what}");
    }

    /// <summary>Only S3 is asked by presigned URLs here; on AWS each endpoint refuses another service's.</summary>
    private static RequestSignature OfQuery(IQueryCollection query)
    {
        if (QueryParameters.Any(x => !query.ContainsKey(x)))
        {
            throw Malformed($"Query-string authentication version 4 requires the {string.Join(", ", QueryParameters)} parameters.");
        }

        if (query["X-Amz-Algorithm"] != CanonicalRequest.Algorithm)
        {
            throw Malformed($"X-Amz-Algorithm only supports \"{CanonicalRequest.Algorithm}\"");
        }

        if (Credential(query["X-Amz-Credential"].ToString()) is not { } credential)
        {
            throw Malformed("Error parsing the X-Amz-Credential parameter; expecting \"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request\".");
        }

        if (credential.Scope.Service is not "s3" and var service)
        {
            throw Malformed($"Error parsing the X-Amz-Credential parameter; incorrect service \"{service}\". This endpoint belongs to \"s3\".");
        }

        var time = query["X-Amz-Date"].ToString();
        if (!TryReadTime(time, out var signedAt))
        {
            throw Malformed("X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"");
        }

        if (!time.StartsWith(credential.Scope.Date, StringComparison.Ordinal))
        {
            throw Malformed($"Invalid credential date \"{credential.Scope.Date}\". This date is not the same as X-Amz-Date: \"{time[..8]}\".");
        }

        return new RequestSignature(
            credential.Id,
            credential.Scope,
            query["X-Amz-SignedHeaders"].ToString().Split(';'),
            query[QuerySignature].ToString(),
            time,
            signedAt,
            query["X-Amz-Security-Token"].ToString() is { Length: > 0 } token ? token : null,
            TimeSpan.FromSeconds(Seconds(query["X-Amz-Expires"].ToString())));
    }

    private static int Seconds(string text)
        => !int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds)
            ? throw Malformed("X-Amz-Expires should be a number")
            : seconds switch
            {
                < 0 => throw Malformed("X-Amz-Expires must be non-negative"),
                > MostSeconds => throw Malformed(
                    $"X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than {MostSeconds} seconds"),
                _ => seconds,
            };

    private static (string Id, CredentialScope Scope)? Credential(string text)
        => CredentialForm().Match(text) is { Success: true } match
            ? (match.Groups["id"].Value, new CredentialScope(match.Groups["date"].Value, match.Groups["region"].Value, match.Groups["service"].Value))
            : null;

    private static (string Time, DateTimeOffset SignedAt)? TimeOf(IHeaderDictionary headers)
    {
        var time = headers["X-Amz-Date"].ToString();
        return TryReadTime(time, out var signedAt) ? (time, signedAt)
            : time.Length == 0 && DateTimeOffset.TryParseExact(
                headers.Date.ToString(),
                DateFormats,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out signedAt) ? (Written(signedAt), signedAt)
            : null;
    }

    private static bool TryReadTime(string text, out DateTimeOffset time)
        => DateTimeOffset.TryParseExact(text, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);

    private static SignatureRefusedException Malformed(string message) => new(SignatureFault.MalformedQuery, message);

    // Printable ASCII without the slash: errors name the service, and XML does not have every character that a query can hold.
    [GeneratedRegex(@"^(?<id>[!-.0-~]+)/(?<date>[0-9]{8})/(?<region>[!-.0-~]+)/(?<service>[!-.0-~]+)/aws4_request\z")]
    private static partial Regex CredentialForm();
}
