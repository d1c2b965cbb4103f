using System.Xml;
using Microsoft.Extensions.Primitives;

namespace Fairlead.LocalCloud.Protocol;

/// <summary>The form of a request in the query protocol (https://smithy.io/2.0/aws/protocols/aws-query-protocol.html).</summary>
internal static class QueryRequest
{
    /// <summary>Above every request of the services that speak it: a call that registers 1,000 targets has a tenth of it.</summary>
    public const int MostBytes = 1024 * 1024;

    /// <summary>Of a form that nobody has signed; a role, a session and a token are in it. A token of STS has at most 20,000 characters.</summary>
    public const int MostUnsignedBytes = 64 * 1024;

    /// <exception cref="AwsServiceException">MalformedInput: it has more members than a form may have, or one of them is too long or no text of XML.
    /// RequestEntityTooLarge: it is longer than such a form may be.</exception>
    public static async Task<IFormCollection> ReadAsync(HttpContext context)
    {
        try
        {
            await BoundAsync(context, context.Features.Get<Caller>() is null ? MostUnsignedBytes : MostBytes);
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            Check(form);
            return form;
        }
        catch (InvalidDataException exception)
        {
            throw new AwsServiceException("MalformedInput", $"The request cannot be read: {exception.Message}");
        }
    }

    /// <summary>Names and values may stand in an answer, which is XML.</summary>
    /// <exception cref="AwsServiceException">MalformedInput: one of them is no text of XML.</exception>
    public static void Check(IEnumerable<KeyValuePair<string, StringValues>> parameters)
    {
        try
        {
            foreach (var value in parameters.SelectMany(x => x.Value.Append(x.Key)).OfType<string>())
            {
                XmlConvert.VerifyXmlChars(value);
            }
        }
        catch (XmlException)
        {
            throw new AwsServiceException("MalformedInput", "The request cannot be read: it holds a character that XML does not have.");
        }
    }

    /// <summary>Reads the body, which stays to be read. The reader of forms bounds each member and their number, and not what all come to.</summary>
    private static async Task BoundAsync(HttpContext context, int most)
    {
        var request = context.Request;
        if (request.ContentLength > most)
        {
            throw TooLarge();
        }

        var body = new MemoryStream();
        context.Response.RegisterForDispose(body);
        var buffer = new byte[16 * 1024];
        for (int count; (count = await request.Body.ReadAsync(buffer, context.RequestAborted)) > 0;)
        {
            body.Write(buffer, 0, count);
            if (body.Length > most)
            {
                throw TooLarge();
            }
        }

        body.Position = 0;
        request.Body = body;

        AwsServiceException TooLarge() => new(
            "RequestEntityTooLarge",
            $"The request is larger than the {most} bytes that it may have.",
            StatusCodes.Status413PayloadTooLarge);
    }
}
