using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Fairlead.LocalCloud.Protocol;

/// <summary>
/// The AWS JSON 1.0 and 1.1 protocols: <c>X-Amz-Target: Prefix.Operation</c>, a JSON object each way
/// (https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html).
/// </summary>
internal static class AwsJson
{
    /// <summary>The operation that the request asks for: what stands behind the last dot of <c>X-Amz-Target</c>.</summary>
    public static string Operation(HttpRequest request)
    {
        var target = request.Headers["X-Amz-Target"].ToString();
        return target[(target.LastIndexOf('.') + 1)..];
    }

    public static async Task<T> ReadAsync<T>(HttpContext context, JsonTypeInfo<T> type)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(context.Request.Body, type, context.RequestAborted)
                   ?? throw new AwsServiceException("SerializationException", "The request has no body.");
        }
        catch (JsonException exception)
        {
            throw new AwsServiceException("SerializationException", exception.Message);
        }
    }

    public static async Task<JsonObject> ReadObjectAsync(HttpContext context)
    {
        try
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            return WellFormedJson.ParseObject(body.GetBuffer().AsSpan(0, (int)body.Length))
                   ?? throw new AwsServiceException("SerializationException", "The request body is not a JSON object.");
        }
        catch (JsonException exception)
        {
            throw new AwsServiceException("SerializationException", exception.Message);
        }
    }

    public static Task WriteAsync<T>(HttpContext context, T value, JsonTypeInfo<T> type)
        => WriteBytesAsync(context, JsonSerializer.SerializeToUtf8Bytes(value, type));

    public static Task WriteAsync(HttpContext context, JsonNode value)
        => WriteBytesAsync(context, System.Text.Encoding.UTF8.GetBytes(value.ToJsonString()));

    public static Task WriteErrorAsync(HttpContext context, AwsServiceException exception)
    {
        context.Response.StatusCode = exception.StatusCode;
        context.Response.Headers["x-amzn-ErrorType"] = exception.Code;
        return WriteAsync(context, new JsonObject { ["__type"] = exception.Code, ["message"] = exception.Message });
    }

    private static Task WriteBytesAsync(HttpContext context, byte[] body)
    {
        context.Response.Headers["x-amzn-RequestId"] = Guid.NewGuid().ToString();
        context.Response.ContentType = context.Request.ContentType is { } type && type.StartsWith("application/x-amz-json-1.", StringComparison.Ordinal)
            ? type
            : "application/json";
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}
