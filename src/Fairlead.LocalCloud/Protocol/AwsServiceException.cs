using System.Text.Json.Nodes;

namespace Fairlead.LocalCloud.Protocol;

/// <summary>An error that a service answers with, in the words and with the code that AWS uses.</summary>
/// <param name="code">The error code, for example <c>NoSuchBucket</c> or <c>ClusterNotFoundException</c>.</param>
/// <param name="message">What AWS says in that case.</param>
/// <param name="statusCode">HTTP status; the JSON services answer 400 to almost everything.</param>
internal sealed class AwsServiceException(string code, string message, int statusCode = StatusCodes.Status400BadRequest) : Exception(message)
{
    public string Code { get; } = code;

    public int StatusCode { get; } = statusCode;

    /// <summary>Members of the error besides its message, such as <c>resourceIds</c> of a ConflictException; the JSON protocols have them.</summary>
    public JsonObject Members { get; init; } = [];
}
