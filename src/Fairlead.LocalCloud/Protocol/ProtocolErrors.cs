using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Fairlead.LocalCloud.Protocol;

/// <summary>
/// Errors that are written before a service has the request, in the protocol that the request is in: a client reads no other. The shapes are those of
/// https://smithy.io/2.0/aws/protocols/ (error serialization) and, for S3, of https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html.
/// </summary>
internal static class ProtocolErrors
{
    private const string Ec2 = "ec2";

    /// <summary>Services of the REST-XML protocol; those of the query protocols are known by their <c>Action</c>, all others of AWS speak JSON.</summary>
    private static readonly HashSet<string> RestXml = new(["cloudfront", "route53"], StringComparer.Ordinal);

    private static readonly HashSet<string> S3 = new(["s3", "s3express", "s3-object-lambda", "s3-outposts"], StringComparer.Ordinal);

    /// <summary>In which family of protocols the client reads an error: which codes it knows depends on that.</summary>
    public static RequestProtocol ProtocolOf(HttpRequest request, string signingName)
        => request.Headers.ContainsKey("X-Amz-Target") || IsCbor(request) ? RequestProtocol.Json
            : S3.Contains(signingName) ? RequestProtocol.S3
            : signingName == Ec2 || RestXml.Contains(signingName) || IsQuery(request) ? RequestProtocol.Xml
            : RequestProtocol.Json;

    /// <param name="context">The request, which nothing has answered yet.</param>
    /// <param name="signingName">The service that it is for, by the name in its credential scope.</param>
    /// <param name="exception">The error.</param>
    public static Task WriteAsync(HttpContext context, string signingName, AwsServiceException exception)
    {
        var request = context.Request;
        return IsCbor(request) ? WriteCborAsync(context, exception)
            : request.Headers.ContainsKey("X-Amz-Target") ? AwsJson.WriteErrorAsync(context, exception)
            : S3.Contains(signingName) ? WriteXmlAsync(context, exception, new XElement("Error", CodeAndMessage(exception), RequestId("RequestId")))
            : signingName == Ec2 ? WriteXmlAsync(
                context,
                exception,
                new XElement("Response", new XElement("Errors", new XElement("Error", CodeAndMessage(exception))), RequestId("RequestID")))
            : RestXml.Contains(signingName) || IsQuery(request) ? WriteXmlAsync(
                context,
                exception,
                new XElement("ErrorResponse", new XElement("Error", new XElement("Type", "Sender"), CodeAndMessage(exception)), RequestId("RequestId")))
            : WriteRestJsonAsync(context, exception);
    }

    private static bool IsCbor(HttpRequest request) => request.Headers["smithy-protocol"].ToString() == "rpc-v2-cbor";

    private static bool IsQuery(HttpRequest request)
        => request.Query.ContainsKey("Action")
           || request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>What every protocol of XML says of an error.</summary>
    /// <param name="exception">The error, whose message may quote the request.</param>
    /// <param name="of">The service's namespace; null for none.</param>
    public static XElement[] CodeAndMessage(AwsServiceException exception, XNamespace? of = null)
    {
        of ??= XNamespace.None;
        return [new XElement(of + "Code", exception.Code), new XElement(of + "Message", XmlCharacters.Of(exception.Message))];
    }

    private static XElement RequestId(string name) => new(name, Guid.NewGuid());

    private static Task WriteXmlAsync(HttpContext context, AwsServiceException exception, XElement document)
        => WriteAsync(context, exception, "application/xml", Encoding.UTF8.GetBytes(document.ToString(SaveOptions.DisableFormatting)));

    /// <summary>The code stands in a header here (https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html#operation-error-serialization).</summary>
    private static Task WriteRestJsonAsync(HttpContext context, AwsServiceException exception)
    {
        context.Response.Headers["x-amzn-ErrorType"] = exception.Code;
        var body = new JsonObject { ["__type"] = exception.Code, ["message"] = exception.Message };
        return WriteAsync(context, exception, "application/json", Encoding.UTF8.GetBytes(body.ToJsonString()));
    }

    /// <summary>A map of two texts in CBOR (RFC 8949 section 3), as https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html has it.</summary>
    private static Task WriteCborAsync(HttpContext context, AwsServiceException exception)
    {
        const byte mapOfTwo = 0xA2;
        context.Response.Headers["smithy-protocol"] = "rpc-v2-cbor";
        byte[] body = [mapOfTwo, .. Text("__type"), .. Text(exception.Code), .. Text("message"), .. Text(exception.Message)];
        return WriteAsync(context, exception, "application/cbor", body);

        static byte[] Text(string text)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            return [0x79, (byte)(bytes.Length >> 8), (byte)bytes.Length, .. bytes];
        }
    }

    private static async Task WriteAsync(HttpContext context, AwsServiceException exception, string contentType, byte[] body)
    {
        context.Response.StatusCode = exception.StatusCode;
        context.Response.ContentType = contentType;
        context.Response.Headers["x-amzn-RequestId"] = Guid.NewGuid().ToString();
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        }
    }
}
