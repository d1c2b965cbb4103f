namespace Fairlead.LocalCloud.Protocol;

/// <summary>The form of a request in the query protocol (https://smithy.io/2.0/aws/protocols/aws-query-protocol.html).</summary>
internal static class QueryRequest
{
    /// <exception cref="AwsServiceException">MalformedInput: it has more members than a form may have, or one of them is too long.</exception>
    public static async Task<IFormCollection> ReadAsync(HttpContext context)
    {
        try
        {
            return await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (InvalidDataException exception)
        {
            throw new AwsServiceException("MalformedInput", $"The request cannot be read: {exception.Message}");
        }
    }
}
