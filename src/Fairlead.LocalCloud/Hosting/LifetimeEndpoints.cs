using Fairlead.LocalCloud.Protocol;
using Fairlead.LocalCloud.State;

namespace Fairlead.LocalCloud.Hosting;

/// <summary><c>GET /_fairlead/status</c>: who answers here, the content of <c>endpoints.json</c>.</summary>
/// <remarks>One whose state directory was moved or deleted is about to end, and nobody's any more.</remarks>
internal sealed class StatusEndpoint(LocalCloudEndpoints endpoints, StateDirectory state) : IControlEndpoint
{
    public string Name => "status";

    public Task HandleAsync(HttpContext context) => state.IsInPlace
        ? AwsJson.WriteAsync(context, endpoints, EndpointsJson.Default.LocalCloudEndpoints)
        : AwsJson.WriteErrorAsync(
            context,
            new AwsServiceException("GoneException", $"The state directory {state.Root} was moved or deleted.", StatusCodes.Status410Gone));
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
