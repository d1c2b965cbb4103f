using System.Globalization;
using System.Xml.Linq;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.LoadBalancing;

/// <summary>
/// The questions of the Elastic Load Balancing v2 API that deployers ask: DescribeTargetGroups, DescribeTargetGroupAttributes and DescribeTargetHealth, in the
/// query protocol (https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/). Groups are made by the stack provisioner.
/// </summary>
internal sealed class ElbService(TargetGroups groups, TargetGroupTiming timing) : IAwsService
{
    private static readonly XNamespace Namespace = "http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/";

    public string SigningName => "elasticloadbalancing";

    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            var form = await QueryRequest.ReadAsync(context);
            var action = form["Action"].ToString();
            var result = action switch
            {
                "DescribeTargetGroups" => DescribeTargetGroups(form),
                "DescribeTargetGroupAttributes" => DescribeTargetGroupAttributes(form),
                "DescribeTargetHealth" => DescribeTargetHealth(form),
                _ => throw new AwsServiceException("InvalidAction", $"The local cloud's load balancing has no action '{action}'."),
            };
            await WriteAsync(
                context,
                StatusCodes.Status200OK,
                Element($"{action}Response", Element($"{action}Result", result), Element("ResponseMetadata", Element("RequestId", $"{Guid.NewGuid()}"))));
        }
        catch (AwsServiceException exception)
        {
            await WriteAsync(context, exception.StatusCode, Element(
                "ErrorResponse",
                Element("Error", Element("Type", "Sender"), ProtocolErrors.CodeAndMessage(exception, Namespace)),
                Element("RequestId", $"{Guid.NewGuid()}")));
        }
    }

    private XElement DescribeTargetGroups(IFormCollection form)
    {
        var (arns, names) = (Members(form, "TargetGroupArns.member."), Members(form, "Names.member."));
        var found = arns.Count + names.Count == 0 ? groups.List() : [.. arns.Concat(names).Select(Find)];
        return Element("TargetGroups", found.Select(x => Element(
            "member",
            Element("TargetGroupArn", x.Arn),
            Element("TargetGroupName", x.Name),
            Element("Protocol", "HTTP"),
            Element("ProtocolVersion", "HTTP1"),
            Element("Port", x.Port),
            Element("TargetType", "ip"),
            Element("HealthCheckEnabled", "true"),
            Element("HealthCheckProtocol", "HTTP"),
            Element("HealthCheckPort", "traffic-port"),
            Element("HealthCheckPath", x.HealthCheckPath),
            Element("HealthCheckIntervalSeconds", Seconds(timing.Interval)),
            Element("HealthCheckTimeoutSeconds", Seconds(timing.Timeout)),
            Element("HealthyThresholdCount", timing.HealthyThreshold),
            Element("UnhealthyThresholdCount", timing.UnhealthyThreshold),
            Element("Matcher", Element("HttpCode", "200-399")))));
    }

    private XElement DescribeTargetGroupAttributes(IFormCollection form)
    {
        _ = Find(form["TargetGroupArn"].ToString());
        return Element("Attributes", Element(
            "member",
            Element("Key", "deregistration_delay.timeout_seconds"),
            Element("Value", Seconds(timing.DrainLimit))));
    }

    private XElement DescribeTargetHealth(IFormCollection form)
    {
        var group = Find(form["TargetGroupArn"].ToString());
        return Element("TargetHealthDescriptions", group.Targets.Select(x =>
        {
            var health = x.Health;
            return Element(
                "member",
                Element("Target", Element("Id", "127.0.0.1"), Element("Port", x.Port)),
                Element("HealthCheckPort", x.Port),
                Element(
                    "TargetHealth",
                    Element("State", health.State),
                    health.Reason is null ? null : Element("Reason", health.Reason),
                    health.Description is null ? null : Element("Description", health.Description)));
        }));
    }

    // Whole seconds, as AWS has them.
    private static string Seconds(TimeSpan time) => Math.Ceiling(time.TotalSeconds).ToString(CultureInfo.InvariantCulture);

    private TargetGroup Find(string nameOrArn)
        => groups.Find(nameOrArn) ?? throw new AwsServiceException("TargetGroupNotFound", $"One or more target groups not found: '{nameOrArn}'");

    private static List<string> Members(IFormCollection form, string prefix)
        => [.. form.Where(x => x.Key.StartsWith(prefix, StringComparison.Ordinal)).OrderBy(x => x.Key, StringComparer.Ordinal).Select(x => x.Value.ToString())];

    private static XElement Element(string name, params object?[] content) => new(Namespace + name, content);

    private static Task WriteAsync(HttpContext context, int status, XElement body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/xml";
        return context.Response.WriteAsync(body.ToString(SaveOptions.DisableFormatting), context.RequestAborted);
    }
}
