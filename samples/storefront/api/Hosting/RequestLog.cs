namespace Storefront.Api.Hosting;

/// <summary>One line for each request: method, path, status, milliseconds. Queries, headers and bodies may hold personal data and are left out.</summary>
internal sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> logger, TimeProvider time)
{
    private const int LongestPath = 200;

    public async Task InvokeAsync(HttpContext context)
    {
        var start = time.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            // The URI form is escaped, so that a path cannot write a second line into the log.
            var path = context.Request.Path.ToUriComponent();
            LogRequest(context.Request.Method, path.Length <= LongestPath ? path : path[..LongestPath] + "…",
                context.Response.StatusCode, time.GetElapsedTime(start).TotalMilliseconds);
        }
    }

    // Both messages are in one class on purpose: the generator writes several classes in an order that differs from one compiler process to
    // the next, and with it the debug information, the assembly and the image.
    [LoggerMessage(EventId = 2, Level = LogLevel.Error, Message = "{Reason}")]
    public static partial void LogDatabase(ILogger logger, string reason);

    [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "{Method} {Path} {Status} {Milliseconds:0.0} ms")]
    private partial void LogRequest(string method, string path, int status, double milliseconds);
}
