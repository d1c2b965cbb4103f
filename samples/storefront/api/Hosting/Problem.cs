namespace Storefront.Api.Hosting;

/// <summary>Errors as RFC 9457 problem details. No problem may be kept by a cache.</summary>
internal static class Problem
{
    public static IResult NotFound(string detail) => Of(StatusCodes.Status404NotFound, "Not found", detail);

    public static IResult Of(int status, string title, string detail)
        => new Uncached(Results.Problem(detail, statusCode: status, title: title));

    /// <summary>A 400 whose <c>errors</c> names each bad field by its path in the request, like <c>lines[0].quantity</c>.</summary>
    public static IResult Invalid(IReadOnlyDictionary<string, string[]> errors)
        => new Uncached(Results.ValidationProblem(errors, detail: "The request has fields that must be corrected.", title: "Invalid request"));

    /// <summary>Gives an answer that has a status and no body (an unknown path, a wrong method) the body of a problem.</summary>
    public static Task DescribeStatusAsync(HttpContext context)
    {
        var (title, detail) = context.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => ("Not found", "The API has nothing at this path."),
            StatusCodes.Status405MethodNotAllowed => ("Method not allowed", $"This path does not take {Known(context.Request.Method)}."),
            StatusCodes.Status500InternalServerError => ("Internal error", "The request failed. The log of the service has the reason."),
            var status => (Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status), "The request was not carried out."),
        };
        return Of(context.Response.StatusCode, title, detail).ExecuteAsync(context);
    }

    private static string Known(string method)
        => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsPost(method) || HttpMethods.IsPut(method)
        || HttpMethods.IsPatch(method) || HttpMethods.IsDelete(method) || HttpMethods.IsOptions(method)
            ? method
            : "this method";

    private sealed class Uncached(IResult inner) : IResult
    {
        public Task ExecuteAsync(HttpContext context)
        {
            context.Response.Headers.CacheControl = "no-store";
            return inner.ExecuteAsync(context);
        }
    }
}
