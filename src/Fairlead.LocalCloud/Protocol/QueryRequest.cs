using System.Xml;

namespace Fairlead.LocalCloud.Protocol;

/// <summary>The form of a request in the query protocol (https://smithy.io/2.0/aws/protocols/aws-query-protocol.html).</summary>
internal static class QueryRequest
{
    /// <exception cref="AwsServiceException">MalformedInput: it has more members than a form may have, or one of them is too long or no text of XML.</exception>
    public static async Task<IFormCollection> ReadAsync(HttpContext context)
    {
        try
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            foreach (var value in form.SelectMany(x => x.Value.Append(x.Key)).OfType<string>())
            {
                // Answers tell what was asked, and are XML.
                XmlConvert.VerifyXmlChars(value);
            }

            return form;
        }
        catch (InvalidDataException exception)
        {
            throw new AwsServiceException("MalformedInput", $"The request cannot be read: {exception.Message}");
        }
        catch (XmlException)
        {
            throw new AwsServiceException("MalformedInput", "The request cannot be read: it holds a character that XML does not have.");
        }
    }
}
