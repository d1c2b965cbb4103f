using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Hosting;

/// <summary><c>GET /_fairlead/status</c>: who answers here, the content of <c>endpoints.json</c>.</summary>
internal sealed class StatusEndpoint(LocalCloudEndpoints endpoints) : IControlEndpoint
{
    public string Name => "status";

    public Task HandleAsync(HttpContext context) => AwsJson.WriteAsync(context, endpoints, EndpointsJson.Default.LocalCloudEndpoints);
}

/// <summary><c>POST /_fairlead/stop</c>: answers, stops the tasks that run, and ends the process.</summary>
internal sealed class StopEndpoint(IHostApplicationLifetime lifetime) : IControlEndpoint
{
    public string Name => "stop";

    public async Task HandleAsync(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            await AwsJson.WriteErrorAsync(
                context,
                new AwsServiceException("MethodNotAllowed", "Stopping takes a POST.", StatusCodes.Status405MethodNotAllowed));
            return;
        }

        context.Response.StatusCode = StatusCodes.Status202Accepted;
        await context.Response.CompleteAsync();
        lifetime.StopApplication();
    }
}
