using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Fairlead.Aws.Pipeline;

/// <summary>Makes the pipeline options of one operation of the AWS JSON protocols.</summary>
/// <remarks>https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html; version 1.0 differs in its content type only.</remarks>
internal static class JsonOperation
{
    public static InvokeOptions Create<TRequest, TResponse>(
        ServiceFacts service,
        string name,
        JsonTypeInfo<TRequest> request,
        JsonTypeInfo<TResponse> response,
        Func<ErrorResponse, AmazonServiceException> error)
        where TRequest : AmazonWebServiceRequest
        where TResponse : AmazonWebServiceResponse, new() => new()
        {
            RequestMarshaller = new RequestMarshaller<TRequest>(service, name, request),
            ResponseUnmarshaller = new ResponseReader<TResponse>(response, error),
        };

    private sealed class RequestMarshaller<TRequest>(ServiceFacts service, string name, JsonTypeInfo<TRequest> type)
        : IMarshaller<IRequest, AmazonWebServiceRequest>
        where TRequest : AmazonWebServiceRequest
    {
        public IRequest Marshall(AmazonWebServiceRequest input)
        {
            var request = new DefaultRequest(input, service.Name)
            {
                HttpMethod = "POST",
                ResourcePath = "/",
                Content = JsonSerializer.SerializeToUtf8Bytes((TRequest)input, type),
            };
            request.Headers["X-Amz-Target"] = $"{service.TargetPrefix}.{name}";
            request.Headers["Content-Type"] = service.ContentType;
            return request;
        }
    }

    private sealed class ResponseReader<TResponse>(JsonTypeInfo<TResponse> type, Func<ErrorResponse, AmazonServiceException> error)
        : JsonResponseUnmarshaller
        where TResponse : AmazonWebServiceResponse, new()
    {
        public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input)
        {
            using var body = new MemoryStream();
            input.Stream.CopyTo(body);
            return body.Length == 0
                ? new TResponse()
                : JsonSerializer.Deserialize(body.GetBuffer().AsSpan(0, (int)body.Length), type) ?? new TResponse();
        }

        public override AmazonServiceException UnmarshallException(JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
        {
            var reader = new StreamingUtf8JsonReader(input.Stream);
            var response = JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(input, ref reader);
            response.InnerException = innerException;
            response.StatusCode = statusCode;
            return error(response);
        }
    }
}
