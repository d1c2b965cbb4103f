using System.Text;
using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Protocol;
using Fairlead.Testing.Fuzzing;

namespace Fairlead.LocalCloud.Tests.Fuzz;

/// <summary>The tokens between two pages of each list: a token of the list is taken, and any other is refused in the service's words.</summary>
internal static class PageTargets
{
    private const string Listed = "a list";

    /// <summary>An operation, its request without a token, what its tokens are good for, and the member that they come in.</summary>
    private static readonly (string Service, string Operation, string Request, string Listing, string Member)[] Lists =
    [
        ("ecs", "ListClusters", "{}", "ListClusters", "nextToken"),
        ("ecs", "ListTaskDefinitionFamilies", """{"status":"ALL"}""", "ListTaskDefinitionFamilies ALL", "nextToken"),
        ("ecr", "DescribeRepositories", "{}", "DescribeRepositories", "nextToken"),
        ("logs", "DescribeLogGroups", "{}", "DescribeLogGroups", "nextToken"),
        ("logs", "FilterLogEvents", """{"logGroupName":"/shop"}""", "FilterLogEvents /shop", "nextToken"),
        ("ssm", "GetParametersByPath", """{"Path":"/shop"}""", "ssm path /shop", "NextToken"),
        ("ssm", "DescribeParameters", "{}", "ssm parameters", "NextToken"),
    ];

    public static IReadOnlyList<FuzzTarget> Of(FuzzCloud cloud)
    => [
        FuzzTarget.Text("PageToken", OfOneList, PageToken.Of(Listed, "a"), PageToken.Of(Listed, "größe\nand more")),
        FuzzTarget.Text(
            "PageToken there and back",
            x => PageToken.Position(Listed, PageToken.Of(Listed, WellFormed(x))).ShouldBe(WellFormed(x)),
            "a",
            "a\nb"),
        .. Lists.Select(list => CloudTarget.Text(
            $"{list.Service} {list.Operation}'s token",
            x => cloud.Json(list.Service, list.Operation, With(list.Request, list.Member, x)),
            PageToken.Of(list.Listing, "a"))),
        CloudTarget.Text(
            "logs GetLogEvents's token",
            x => cloud.Json("logs", "GetLogEvents", With("""{"logGroupName":"/shop","logStreamName":"a"}""", "nextToken", x)),
            $"f/{PageToken.Of("GetLogEvents /shop a", "0")}",
            $"b/{PageToken.Of("GetLogEvents /shop a", "1")}"),
        CloudTarget.Text(
            "S3 ListObjectsV2's token",
            x => cloud.S3("GET", $"/shop-site?list-type=2&continuation-token={Uri.EscapeDataString(WellFormed(x))}"),
            "") with { RefusesAll = true },
        CloudTarget.Json(
            cloud,
            "logs",
            "DescribeLogStreams",
            """{"logGroupName":"/shop","logStreamNamePrefix":"a","limit":3,"descending":true}""",
            """{"logGroupName":"/shop","orderBy":"LastEventTime"}"""),
        CloudTarget.Json(cloud, "logs", "TagResource", """{"resourceArn":"arn:aws:logs:us-east-1:000000000000:log-group:/shop","tags":{"a":"b"}}"""),
        CloudTarget.Json(cloud, "logs", "PutRetentionPolicy", """{"logGroupName":"/shop","retentionInDays":7}"""),
        CloudTarget.Json(
            cloud,
            "ecs",
            "ListTaskDefinitions",
            """{"familyPrefix":"shop","status":"ACTIVE","sort":"DESC","maxResults":3}"""),
    ];

    private static string With(string request, string member, string token)
    {
        var json = JsonNode.Parse(request)!.AsObject();
        json[member] = WellFormed(token);
        return json.ToJsonString();
    }

    // Half a character cannot be sent.
    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    // A token of one list is no other's, and whoever has a position has the whole token.
    private static void OfOneList(string token)
    {
        PageToken.Position("another list", token).ShouldBeNull();
        if (PageToken.Position(Listed, token) is { } position)
        {
            PageToken.Position(Listed, PageToken.Of(Listed, position)).ShouldBe(position);
        }
    }
}
