using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.S3.Wire;

/// <summary>Documents of S3, each way.</summary>
internal static class S3Xml
{
    public static readonly XNamespace Namespace = "http://s3.amazonaws.com/doc/2006-03-01/";

    private static readonly XmlReaderSettings Reading = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = false };

    private static readonly XmlWriterSettings Writing = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),

        // Keys may hold characters that XML 1.0 has no way to write; S3 writes them as references, and so do we. encoding-type=url avoids them.
        CheckCharacters = false,
        NewLineHandling = NewLineHandling.Entitize,
    };

    private static readonly XmlWriterSettings Keeping = new()
    {
        OmitXmlDeclaration = true,
        CheckCharacters = false,
        NewLineHandling = NewLineHandling.Entitize,
    };

    public static XElement Element(string name, params object?[] content) => new(Namespace + name, content);

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>A document that was kept as it was sent.</summary>
    public static XElement Parse(string document)
    {
        using var reader = XmlReader.Create(new StringReader(document), Reading);
        var root = XElement.Load(reader);
        foreach (var element in root.DescendantsAndSelf().Where(x => x.Name.Namespace == XNamespace.None))
        {
            element.Name = Namespace + element.Name.LocalName;
        }

        return root;
    }

    /// <summary>A document to keep.</summary>
    public static string Text(XElement document)
    {
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, Keeping))
        {
            document.Save(writer);
        }

        return text.ToString();
    }

    public static Task WriteAsync(S3Request request, XElement document, int status = StatusCodes.Status200OK)
    {
        var response = request.Context.Response;
        response.StatusCode = status;
        using var content = new MemoryStream();
        using (var writer = XmlWriter.Create(content, Writing))
        {
            document.Save(writer);
        }

        response.ContentType = "application/xml";
        response.ContentLength = content.Length;
        return HttpMethods.IsHead(request.Method)
            ? Task.CompletedTask
            : response.Body.WriteAsync(content.GetBuffer().AsMemory(0, (int)content.Length), request.Aborted).AsTask();
    }

    public static Task WriteErrorAsync(S3Request request, AwsServiceException error)
        => WriteAsync(request, new XElement("Error",
            ProtocolErrors.CodeAndMessage(error),
            request.Bucket is null ? null : new XElement("BucketName", request.Bucket),
            request.Key is null ? null : new XElement("Key", request.Key),
            new XElement("Resource", request.Context.Request.Path.Value),
            new XElement("RequestId", request.Context.Response.Headers["x-amz-request-id"].ToString()),
            new XElement("HostId", request.Context.Response.Headers["x-amz-id-2"].ToString())), error.StatusCode);

    /// <summary>The request's document. Its element names are looked up without their namespace: clients differ in sending it.</summary>
    /// <param name="request">With the document as its body.</param>
    /// <param name="root">Name of the document's element.</param>
    /// <param name="most">Bytes that it may have.</param>
    /// <param name="checksumsAreOfTheBody">False where <c>x-amz-checksum-*</c> says something else.</param>
    /// <exception cref="AwsServiceException">MalformedXML; MaxMessageLengthExceeded.</exception>
    public static async Task<XElement> ReadAsync(
        S3Request request,
        string root,
        int most = RequestBody.MostDocumentBytes,
        bool checksumsAreOfTheBody = true)
    {
        using var content = await RequestBody.ReadDocumentAsync(request, most, checksumsAreOfTheBody);
        try
        {
            var element = ShallowXml.Load(content, Reading);
            return element.Name.LocalName == root ? element : throw S3Errors.MalformedXml();
        }
        catch (XmlException)
        {
            throw S3Errors.MalformedXml();
        }
    }

    public static IEnumerable<XElement> All(this XElement parent, string name) => parent.Elements().Where(x => x.Name.LocalName == name);

    public static string? Value(this XElement parent, string name) => parent.All(name).FirstOrDefault()?.Value;
}
