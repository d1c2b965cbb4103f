using System.Text.Json;
using Amazon.Runtime;
using Amazon.S3;

namespace Fairlead.IntegrationTests.Stacks;

/// <summary>A state as the provider wrote it, read from its bucket.</summary>
internal sealed class StackState
{
    private readonly JsonElement _root;

    private StackState(JsonElement root) => _root = root;

    /// <param name="endpoint">The emulator.</param>
    /// <param name="bucket">The state's bucket.</param>
    /// <param name="key">Its key there.</param>
    public static async Task<StackState> ReadAsync(string endpoint, string bucket, string key)
    {
        // The bucket is private: only who signs may read.
        using var s3 = new AmazonS3Client(
            new BasicAWSCredentials("test", "test"),
            new AmazonS3Config { ServiceURL = endpoint, ForcePathStyle = true, AuthenticationRegion = "us-east-1" });
        using var answer = await s3.GetObjectAsync(bucket, key);
        using var document = await JsonDocument.ParseAsync(answer.ResponseStream);
        return new StackState(document.RootElement.Clone());
    }

    /// <summary>Attributes of all managed resources of a type.</summary>
    public IReadOnlyList<JsonElement> Of(string type)
        => [.. Managed.Where(x => x.GetProperty("type").GetString() == type)
            .SelectMany(x => x.GetProperty("instances").EnumerateArray())
            .Select(x => x.GetProperty("attributes"))];

    /// <summary>How many resources the state has, data sources left out.</summary>
    public int Count => Managed.Sum(x => x.GetProperty("instances").GetArrayLength());

    /// <summary>What terraform calls each of them: <c>module.site.aws_s3_bucket.this["a"]</c>.</summary>
    public IEnumerable<string> Addresses => Managed.SelectMany(x => x.GetProperty("instances").EnumerateArray().Select(y =>
        $"{(x.TryGetProperty("module", out var module) ? $"{module.GetString()}." : "")}{x.GetProperty("type").GetString()}.{x.GetProperty("name").GetString()}{(y.TryGetProperty("index_key", out var key) ? $"[{key.GetRawText()}]" : "")}"));

    /// <summary>An output that is text; null when it is null or not there.</summary>
    public string? Output(string name) => _root.GetProperty("outputs").TryGetProperty(name, out var output) ? output.GetProperty("value").GetString() : null;

    /// <summary>What an expectation has against this state; null when it is met.</summary>
    public string? Miss(StateExpectation expectation)
    {
        var resources = Of(expectation.ResourceType);
        return resources.Count == 0 ? $"{expectation.Sentence} (the state has no {expectation.ResourceType})"
            : resources.Any(expectation.Holds) ? null
            : $"{expectation.Sentence} (it holds for none of {resources.Count} {expectation.ResourceType})";
    }

    private IEnumerable<JsonElement> Managed => _root.GetProperty("resources").EnumerateArray().Where(x => x.GetProperty("mode").GetString() == "managed");
}
