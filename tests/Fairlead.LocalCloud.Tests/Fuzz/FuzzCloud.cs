using System.Text;
using Fairlead.LocalCloud.Ecs;
using Fairlead.LocalCloud.Hosting;
using Fairlead.LocalCloud.Protocol;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Fairlead.LocalCloud.Tests.Fuzz;

/// <summary>A local cloud with something in it, whose services are called without the wire: they answer, or refuse, whatever they are sent.</summary>
public sealed class FuzzCloud : IAsyncLifetime
{
    private readonly TemporaryDirectory _directory = new("fairlead-fuzz-");
    private LocalCloudServer _server = null!;
    private Dictionary<string, IAwsService> _services = null!;

    public async Task InitializeAsync()
    {
        _server = await LocalCloudServer.StartAsync(new LocalCloudOptions { StateDirectory = _directory, ApiPort = 0, RegistryPort = 0, EdgePort = 0 });
        _services = _server.Services.GetServices<IAwsService>().ToDictionary(x => x.SigningName);
        Json("ecs", "CreateCluster", """{"clusterName":"shop"}""");
        Json("ecs", "RegisterTaskDefinition", """{"family":"api","containerDefinitions":[{"name":"api","image":"none","memory":128}]}""");
        Json("ecs", "CreateService", """{"cluster":"shop","serviceName":"api","taskDefinition":"api:1","desiredCount":0}""");
        Json("ecr", "CreateRepository", """{"repositoryName":"shop"}""");
        Json("logs", "CreateLogGroup", """{"logGroupName":"/shop"}""");
        Json("logs", "CreateLogStream", """{"logGroupName":"/shop","logStreamName":"a"}""");
        Json("logs", "PutLogEvents", """{"logGroupName":"/shop","logStreamName":"a","logEvents":[{"timestamp":1795262400000,"message":"started"}]}""");
        S3("PUT", "/shop-site");
        S3("PUT", "/shop-site/index.html", "<html></html>"u8.ToArray());
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _directory.Dispose();
    }

    /// <summary>ECS, of which what was made is forgotten again.</summary>
    /// <returns>The status of the answer.</returns>
    internal int Ecs(string operation, byte[] body)
    {
        var status = Json("ecs", operation, body);
        _server.Services.GetRequiredService<EcsStore>().Change(x =>
        {
            x.TaskDefinitions.RemoveAll(t => t.Arn != x.TaskDefinitions[0].Arn);
            x.Services.RemoveAll(s => s.Name != "api");
            x.ClientTokens.Clear();
        });
        return status;
    }

    internal int Json(string service, string operation, string body) => Json(service, operation, Encoding.UTF8.GetBytes(body));

    internal int Json(string service, string operation, byte[] body)
    {
        var context = Request("POST", "/", body, ("X-Amz-Target", $"Service.{operation}"), ("Content-Type", "application/x-amz-json-1.1"));
        return Handle(_services[service], context);
    }

    /// <summary>The query protocol.</summary>
    /// <returns>The status of the answer.</returns>
    internal int Query(string service, byte[] form)
        => Handle(_services[service], Request("POST", "/", form, ("Content-Type", "application/x-www-form-urlencoded")));

    internal int S3(string method, string target, byte[]? body = null, params (string Name, string Value)[] headers)
        => Handle(_services["s3"], Request(method, target, body ?? [], headers));

    internal void Rest(string service, string method, string target, byte[] body) => Handle(_services[service], Request(method, target, body));

    /// <summary>The edge, as a viewer asks it.</summary>
    internal void Edge(string host, string target)
    {
        var context = Request("GET", target, []);
        context.Request.Headers.Host = host;
        var edge = _server.Services.GetRequiredService<IEdgeEndpoint>();
        edge.HandleAsync(context).GetAwaiter().GetResult();
        context.Response.StatusCode.ShouldBeLessThan(500);
    }

    private DefaultHttpContext Request(string method, string target, byte[] body, params (string Name, string Value)[] headers)
    {
        var context = new DefaultHttpContext { RequestServices = _server.Services };
        var parts = target.Split('?', 2);
        context.Request.Method = method;
        context.Request.Path = new PathString(Uri.UnescapeDataString(parts[0]));
        context.Request.QueryString = new QueryString(parts.Length > 1 ? $"?{parts[1]}" : "");
        context.Request.Host = new HostString("127.0.0.1", _server.Endpoints.Api.Port);
        context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = target;
        context.Request.Body = new MemoryStream(body);
        context.Request.ContentLength = body.Length;
        context.Response.Body = new MemoryStream();
        context.Features.Set(Caller.Owner(new Account()));
        foreach (var (name, value) in headers)
        {
            context.Request.Headers[name] = value;
        }

        return context;
    }

    // 501 is said of what is not modelled.
    private static int Handle(IAwsService service, HttpContext context)
    {
        service.HandleAsync(context).GetAwaiter().GetResult();
        if (context.Response.StatusCode is >= 500 and not StatusCodes.Status501NotImplemented)
        {
            throw new InvalidOperationException(
                $"{context.Response.StatusCode}: {Encoding.UTF8.GetString(((MemoryStream)context.Response.Body).ToArray())}");
        }

        return context.Response.StatusCode;
    }
}
