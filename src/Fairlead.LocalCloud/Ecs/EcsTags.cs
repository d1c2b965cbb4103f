using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Ecs.Rules;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Ecs;

/// <summary>Tags of clusters, services, tasks and task definitions (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TagResource.html).</summary>
internal sealed class EcsTags(EcsStore store)
{
    /// <summary>A ListTagsForResource request.</summary>
    public JsonObject List(JsonObject request)
        => store.Read(x => new JsonObject { ["tags"] = EcsAnswers.Tags(x, Resource(x, request)) });

    /// <summary>A TagResource request. A key that is there gets the new value.</summary>
    public JsonObject Tag(JsonObject request)
    {
        Rule<JsonObject>.Check(TagRules.For("InvalidParameterException"), request);
        store.Change(x => Add(x, Resource(x, request), request));
        return [];
    }

    /// <summary>An UntagResource request. Keys that are not there are passed over.</summary>
    public JsonObject Untag(JsonObject request)
    {
        store.Change(x =>
        {
            var arn = Resource(x, request);
            foreach (var key in request.Texts("tagKeys"))
            {
                x.Tags.GetValueOrDefault(arn)?.Remove(key);
            }
        });
        return [];
    }

    /// <summary>Adds the <c>tags</c> of a request to a resource.</summary>
    /// <exception cref="AwsServiceException">InvalidParameterException: they would be too many.</exception>
    public static void Add(EcsDocument document, string arn, JsonObject request)
    {
        foreach (var tag in request.Structures("tags"))
        {
            (document.Tags.TryGetValue(arn, out var known) ? known : document.Tags[arn] = [])[tag.Required("key")] = tag.Text("value") ?? "";
        }

        if (document.Tags.TryGetValue(arn, out var all) && all.Count > TagRules.MaximumTags)
        {
            throw new AwsServiceException("InvalidParameterException", $"A resource has at most {TagRules.MaximumTags} tags.");
        }
    }

    private static string Resource(EcsDocument document, JsonObject request)
    {
        var arn = request.Required("resourceArn");
        return document.Clusters.Exists(x => x.Arn == arn)
               || document.Services.Exists(x => x.Arn == arn && x.Status != "INACTIVE")
               || document.Tasks.Exists(x => x.Arn == arn)
               || document.TaskDefinitions.Exists(x => x.Arn == arn)
            ? arn
            : arn.StartsWith("arn:", StringComparison.Ordinal)
                ? throw new AwsServiceException("ResourceNotFoundException", $"The specified resource could not be found: {arn}.")
                : throw new AwsServiceException("InvalidParameterException", $"Invalid ARN: '{arn}'.");
    }
}
