using System.Net;
using System.Xml;
using System.Xml.Linq;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Fairlead.Aws.Pipeline;

/// <summary>Makes the pipeline options of one operation whose answer is an XML document: the protocols REST XML and Query.</summary>
/// <remarks>https://smithy.io/2.0/aws/protocols/aws-restxml-protocol.html, https://smithy.io/2.0/aws/protocols/aws-query-protocol.html</remarks>
internal static class XmlOperation
{
    public static InvokeOptions Create<TRequest, TResponse>(
        ServiceFacts service,
        Action<TRequest, IRequest> write,
        Func<XElement, IWebResponseData, TResponse> read,
        Func<ErrorResponse, AmazonServiceException> error)
        where TRequest : AmazonWebServiceRequest
        where TResponse : AmazonWebServiceResponse => new()
        {
            RequestMarshaller = new RequestMarshaller<TRequest>(service, write),
            ResponseUnmarshaller = new ResponseReader<TResponse>(read, error),
        };

    private sealed class RequestMarshaller<TRequest>(ServiceFacts service, Action<TRequest, IRequest> write)
        : IMarshaller<IRequest, AmazonWebServiceRequest>
        where TRequest : AmazonWebServiceRequest
    {
        public IRequest Marshall(AmazonWebServiceRequest input)
        {
            var request = new DefaultRequest(input, service.Name);
            write((TRequest)input, request);
            return request;
        }
    }

    private sealed class ResponseReader<TResponse>(
        Func<XElement, IWebResponseData, TResponse> read,
        Func<ErrorResponse, AmazonServiceException> error)
        : XmlResponseUnmarshaller
        where TResponse : AmazonWebServiceResponse
    {
        // The answers of the services have a dozen.
        private const int MostDepth = 256;

        public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext input)
        {
            using var body = new MemoryStream();
            input.Stream.CopyTo(body);
            try
            {
                CheckDepth(body);
                return read(body.Length == 0 ? new XElement("Nothing") : XDocument.Load(body).Root!, input.ResponseData);
            }
            catch (XmlException exception)
            {
                // As the SDK's own reader of JSON says it, so that callers know it for an answer of the service.
                throw new AmazonUnmarshallingException(input.ResponseData.Header("x-amzn-RequestId"), null, exception);
            }
        }

        /// <summary>Before a tree is made of it: LINQ to XML looks at all ancestors of each element that it adds, so that a megabyte of open tags takes a
        /// minute.</summary>
        private static void CheckDepth(MemoryStream body)
        {
            body.Position = 0;
            using var reader = XmlReader.Create(body);
            while (body.Length > 0 && reader.Read())
            {
                if (reader.Depth > MostDepth)
                {
                    throw new XmlException($"It nests deeper than {MostDepth} elements.");
                }
            }

            body.Position = 0;
        }

        public override AmazonServiceException UnmarshallException(XmlUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
        {
            var response = XmlErrorResponseUnmarshaller.GetInstance().Unmarshall(input);
            response.InnerException = innerException;
            response.StatusCode = statusCode;
            return error(response);
        }
    }
}
