using System.Text;
using System.Xml.Linq;
using Fairlead.LocalCloud.Ecr;
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
    internal const string Secret = """{"Name":"shop","SecretString":"a","ClientRequestToken":"11111111-1111-1111-1111-111111111111"}""";

    private readonly TemporaryDirectory _directory = new("fairlead-fuzz-");
    private LocalCloudServer _server = null!;
    private Dictionary<string, IAwsService> _services = null!;

    /// <summary>Of the distribution that is there.</summary>
    internal string Distribution { get; private set; } = "";

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
        Json("ssm", "PutParameter", """{"Name":"/shop/url","Type":"String","Value":"https://shop.example.com","Tags":[{"Key":"a","Value":"b"}]}""");
        Json("secretsmanager", "CreateSecret", Secret);
        S3("PUT", "/shop-site");
        S3("PUT", "/shop-site/index.html", "<html></html>"u8.ToArray());

        // A bucket whose objects may have lists of their own, and be locked.
        S3("PUT", "/shop-lists", [], ("x-amz-object-ownership", "ObjectWriter"), ("x-amz-bucket-object-lock-enabled", "true"));
        S3("DELETE", "/shop-lists?publicAccessBlock");
        var created = Request("POST", "/2020-05-31/distribution", Encoding.UTF8.GetBytes(ParserTargets.DistributionSeed));
        Handle(_services["cloudfront"], created);
        Distribution = created.Response.Headers.Location.ToString().Split('/')[^1];
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _directory.Dispose();
    }

    /// <summary>ECS, of which what was made is forgotten again.</summary>
    internal CloudAnswer Ecs(string operation, byte[] body)
    {
        var answer = Json("ecs", operation, body);
        _server.Services.GetRequiredService<EcsStore>().Change(x =>
        {
            x.TaskDefinitions.RemoveAll(t => t.Arn != x.TaskDefinitions[0].Arn);
            x.Services.RemoveAll(s => s.Name != "api");
            x.Services[0].DesiredCount = 0;
            x.ClientTokens.Clear();
        });
        return answer;
    }

    internal CloudAnswer Json(string service, string operation, string body) => Json(service, operation, Encoding.UTF8.GetBytes(body));

    internal CloudAnswer Json(string service, string operation, byte[] body) => Handle(
        _services[service],
        Request("POST", "/", body, ("X-Amz-Target", $"Service.{operation}"), ("Content-Type", "application/x-amz-json-1.1")));

    /// <summary>The query protocol.</summary>
    internal CloudAnswer Query(string service, byte[] form)
        => Handle(_services[service], Request("POST", "/", form, ("Content-Type", "application/x-www-form-urlencoded")));

    internal CloudAnswer S3(string method, string target, byte[]? body = null, params (string Name, string Value)[] headers)
        => Handle(_services["s3"], Request(method, target, body ?? [], headers));

    internal CloudAnswer Rest(string service, string method, string target, byte[] body) => Handle(_services[service], Request(method, target, body));

    /// <summary>Completes an upload of one part, <c>hello</c>, with this document; what is refused is given up.</summary>
    internal CloudAnswer CompleteUpload(byte[] document)
    {
        var begun = Request("POST", "/shop-site/upload?uploads", []);
        Handle(_services["s3"], begun);
        var id = XElement.Parse(Text(begun)).Elements().Single(x => x.Name.LocalName == "UploadId").Value;
        S3("PUT", $"/shop-site/upload?uploadId={id}&partNumber=1", "hello"u8.ToArray());
        var answer = S3("POST", $"/shop-site/upload?uploadId={id}", document);
        if (answer.IsRefusal)
        {
            S3("DELETE", $"/shop-site/upload?uploadId={id}");
        }

        return answer;
    }

    /// <summary>Makes one of the configurations that distributions name, and takes it away again.</summary>
    internal CloudAnswer Configure(string path, byte[] configuration)
    {
        var created = Request("POST", $"/2020-05-31/{path}", configuration);
        var answer = Handle(_services["cloudfront"], created);
        if (!answer.IsRefusal)
        {
            var id = created.Response.Headers.Location.ToString().Split('/')[^1];
            Handle(_services["cloudfront"], Request("DELETE", $"/2020-05-31/{path}/{id}", [], ("If-Match", created.Response.Headers.ETag.ToString())));
        }

        return answer;
    }

    /// <summary>What is asked with the key of the control surface.</summary>
    internal CloudAnswer Control(string name, string method, string target, byte[] body)
    {
        var context = Request(method, target, body);
        _server.Services.GetServices<IControlEndpoint>().Single(x => x.Name == name).HandleAsync(context).GetAwaiter().GetResult();
        return Answer(context);
    }

    /// <summary>The registry, as the user AWS asks it.</summary>
    internal CloudAnswer Registry(string method, string target, byte[] body, params (string Name, string Value)[] headers)
    {
        var token = _server.Services.GetRequiredService<EcrTokens>().Create().Token;
        return Registry(method, target, body, $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"AWS:{token}"))}", headers).Answer;
    }

    /// <summary>The registry, as somebody asks it.</summary>
    internal CloudAnswer Registry(string authorization) => Registry("GET", "/v2/", [], authorization, []).Answer;

    /// <summary>Uploads a blob in one piece from where the header says, and gives the upload up.</summary>
    internal CloudAnswer Upload(string contentRange, byte[] piece)
    {
        var token = _server.Services.GetRequiredService<EcrTokens>().Create().Token;
        var authorization = $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"AWS:{token}"))}";
        var place = Registry("POST", "/v2/shop/blobs/uploads/", [], authorization, []).Location;
        var answer = Registry("PATCH", place, piece, authorization, [("Content-Range", contentRange)]);
        Registry("DELETE", place, [], authorization, []);
        return answer.Answer;
    }

    /// <summary>The edge, as a viewer asks it.</summary>
    internal void Edge(string host, string target)
    {
        var context = Request("GET", target, []);
        context.Request.Headers.Host = host;
        var edge = _server.Services.GetRequiredService<IEdgeEndpoint>();
        edge.HandleAsync(context).GetAwaiter().GetResult();
        context.Response.StatusCode.ShouldBeLessThan(500);
    }

    private (CloudAnswer Answer, string Location) Registry(
        string method, string target, byte[] body, string authorization, (string Name, string Value)[] headers)
    {
        var context = Request(method, target, body, headers);
        context.Request.Host = new HostString("127.0.0.1", _server.Endpoints.Registry.Port);
        context.Connection.LocalPort = _server.Endpoints.Registry.Port;
        context.Request.Headers.Authorization = authorization;
        _server.Services.GetRequiredService<IRegistryEndpoint>().HandleAsync(context).GetAwaiter().GetResult();
        return (Answer(context), context.Response.Headers.Location.ToString());
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

    private static CloudAnswer Handle(IAwsService service, HttpContext context)
    {
        service.HandleAsync(context).GetAwaiter().GetResult();
        return Answer(context);
    }

    // 501 is said of what is not modelled.
    private static CloudAnswer Answer(HttpContext context) => context.Response.StatusCode switch
    {
        < 400 => new CloudAnswer(context.Response.StatusCode, ""),
        < 500 or StatusCodes.Status501NotImplemented => new CloudAnswer(context.Response.StatusCode, Text(context)),
        _ => throw new InvalidOperationException($"{context.Response.StatusCode}: {Text(context)}"),
    };

    private static string Text(HttpContext context) => Encoding.UTF8.GetString(((MemoryStream)context.Response.Body).ToArray());
}
