using System.Xml.Linq;

namespace Fairlead.LocalCloud.Protocol;

/// <summary>
/// Errors of the XML protocols that are written before a service has the request: S3's own root, and the one that the query protocol
/// and the other REST services share (https://smithy.io/2.0/aws/protocols/aws-query-protocol.html#operation-error-serialization).
/// </summary>
internal static class AwsXml
{
    public static async Task WriteErrorAsync(HttpContext context, AwsServiceException exception, bool isS3)
    {
        var requestId = new XElement("RequestId", Guid.NewGuid());
        object[] error = [new XElement("Code", exception.Code), new XElement("Message", exception.Message)];
        var document = isS3
            ? new XElement("Error", error, requestId)
            : new XElement("ErrorResponse", new XElement("Error", new XElement("Type", "Sender"), error), requestId);
        context.Response.StatusCode = exception.StatusCode;
        context.Response.ContentType = "application/xml";
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.WriteAsync(document.ToString(SaveOptions.DisableFormatting), context.RequestAborted);
        }
    }
}
