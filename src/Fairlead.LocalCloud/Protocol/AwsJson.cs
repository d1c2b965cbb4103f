using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Fairlead.Json;

namespace Fairlead.LocalCloud.Protocol;

/// <summary>
/// The AWS JSON 1.0 and 1.1 protocols: <c>X-Amz-Target: Prefix.Operation</c>, a JSON object each way
/// (https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html).
/// </summary>
internal static class AwsJson
{
    /// <summary>Bytes of a request. The largest that AWS documents is a part of a layer: 20 MiB, which base64 makes 27
    /// (https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_UploadLayerPart.html).</summary>
    public const int MaximumBody = 28 * 1024 * 1024;

    /// <summary>The operation that the request asks for: what stands behind the last dot of <c>X-Amz-Target</c>.</summary>
    public static string Operation(HttpRequest request)
    {
        var target = request.Headers["X-Amz-Target"].ToString();
        return target[(target.LastIndexOf('.') + 1)..];
    }

    /// <summary>Reads the request, has it answered and writes the answer or the error.</summary>
    public static Task HandleAsync(HttpContext context, Func<string, JsonObject, JsonObject> answer)
        => HandleAsync(context, (operation, request, _) => Task.FromResult(answer(operation, request)));

    /// <summary>Reads the request, has it answered and writes the answer or the error.</summary>
    public static async Task HandleAsync(HttpContext context, Func<string, JsonObject, CancellationToken, Task<JsonObject>> answer)
    {
        try
        {
            var request = await ReadObjectAsync(context);
            await WriteAsync(context, await answer(Operation(context.Request), request, context.RequestAborted));
        }
        catch (AwsServiceException exception)
        {
            await WriteErrorAsync(context, exception);
        }
    }

    /// <exception cref="AwsServiceException">SerializationException, or RequestEntityTooLargeException.</exception>
    public static async Task<T> ReadAsync<T>(HttpContext context, JsonTypeInfo<T> type)
    {
        using var body = await ReadBodyAsync(context);
        try
        {
            return JsonSerializer.Deserialize(body, type) ?? throw new AwsServiceException("SerializationException", "The request has no body.");
        }
        catch (JsonException exception)
        {
            throw new AwsServiceException("SerializationException", JsonFault.Of(exception));
        }
    }

    /// <summary>The request: an object of at most <see cref="MaximumBody"/> bytes and 64 levels, of text that is Unicode, without a member twice.</summary>
    /// <exception cref="AwsServiceException">SerializationException, or RequestEntityTooLargeException.</exception>
    public static async Task<JsonObject> ReadObjectAsync(HttpContext context)
    {
        using var body = await ReadBodyAsync(context);
        try
        {
            return WellFormedJson.ParseObject(body.GetBuffer().AsSpan(0, (int)body.Length))
                ?? throw new AwsServiceException("SerializationException", "The request body is not a JSON object.");
        }
        catch (JsonException exception)
        {
            throw new AwsServiceException("SerializationException", JsonFault.Of(exception));
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
        var error = (JsonObject)exception.Members.DeepClone();
        (error["__type"], error["message"]) = (exception.Code, exception.Message);
        return WriteAsync(context, error);
    }

    private static async Task<MemoryStream> ReadBodyAsync(HttpContext context)
    {
        var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await context.Request.Body.ReadAsync(buffer, context.RequestAborted)) > 0)
        {
            body.Write(buffer, 0, read);
            if (body.Length > MaximumBody)
            {
                throw new AwsServiceException(
                    "RequestEntityTooLargeException",
                    $"The request body is longer than {MaximumBody} bytes. Send less in one request.",
                    StatusCodes.Status413PayloadTooLarge);
            }
        }

        body.Position = 0;
        return body;
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
