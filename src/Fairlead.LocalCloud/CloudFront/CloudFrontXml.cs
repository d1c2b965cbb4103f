using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Fairlead.LocalCloud.CloudFront.Configuration;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.CloudFront;

/// <summary>The REST-XML protocol as CloudFront speaks it (https://smithy.io/2.0/aws/protocols/aws-restxml-protocol.html).</summary>
internal static class CloudFrontXml
{
    /// <summary>A distribution's configuration is a few kilobytes; an invalidation batch of 3,000 paths stays below this.</summary>
    private const int MaxBody = 4 * 1024 * 1024;

    public static XElement Element(string name, params object?[] content) => new(DistributionXml.Namespace + name, content);

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static async Task<XElement> ReadAsync(HttpContext context, string root)
    {
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await context.Request.Body.ReadAsync(buffer, context.RequestAborted)) > 0)
        {
            body.Write(buffer, 0, read);
            if (body.Length > MaxBody)
            {
                throw new AwsServiceException("MalformedInput", "The request body is too large.");
            }
        }

        if (body.Length == 0)
        {
            throw new AwsServiceException("MissingBody", "This operation requires a body. Ensure that the body is present and the Content-Type header is set.");
        }

        body.Position = 0;
        try
        {
            var xml = ShallowXml.Load(body, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreWhitespace = true });
            return xml.Name == DistributionXml.Namespace + root
                ? xml
                : throw new AwsServiceException("MalformedXML", $"The root element is {xml.Name}, where {root} in {DistributionXml.Namespace} is expected.");
        }
        catch (XmlException exception)
        {
            throw new AwsServiceException("MalformedXML", $"The XML document you provided is not well formed: {exception.Message}");
        }
    }

    public static Task WriteAsync(HttpContext context, XElement xml, int statusCode = StatusCodes.Status200OK)
    {
        context.Response.StatusCode = statusCode;
        return WriteBodyAsync(context, xml);
    }

    public static Task WriteErrorAsync(HttpContext context, AwsServiceException exception)
    {
        context.Response.StatusCode = exception.StatusCode;
        return WriteBodyAsync(context, Element(
            "ErrorResponse",
            Element(
                "Error",
                Element("Type", exception.StatusCode < 500 ? "Sender" : "Receiver"),
                ProtocolErrors.CodeAndMessage(exception, DistributionXml.Namespace)),
            Element("RequestId", Guid.NewGuid().ToString())));
    }

    private static Task WriteBodyAsync(HttpContext context, XElement xml)
    {
        var body = System.Text.Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?>\n" + xml.ToString(SaveOptions.DisableFormatting));
        context.Response.Headers["x-amzn-RequestId"] = Guid.NewGuid().ToString();
        context.Response.ContentType = "text/xml";
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}
