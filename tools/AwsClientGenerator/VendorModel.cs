using System.IO.Compression;
using System.Text.Json.Nodes;

namespace AwsClientGenerator;

/// <summary>The vendor's public model of a service, as botocore carries it: <c>service-2.json</c>.</summary>
/// <param name="name"><c>ecs/2014-11-13</c>.</param>
/// <param name="root">The document.</param>
internal sealed class VendorModel(string name, JsonNode root)
{
    public JsonNode Metadata => root["metadata"]!;

    /// <param name="directory">botocore's folder <c>data</c>.</param>
    /// <param name="model"><c>ecs/2014-11-13</c>.</param>
    /// <exception cref="GeneratorException">It is not there.</exception>
    public static VendorModel Read(string directory, string model)
    {
        var file = Path.Combine(directory, model, "service-2.json");
        if (File.Exists(file))
        {
            return new VendorModel(model, JsonNode.Parse(File.ReadAllText(file))!);
        }

        if (!File.Exists($"{file}.gz"))
        {
            throw new GeneratorException(
                $"There is no model {file}, nor {file}.gz. Name botocore's folder 'data': "
                + $"python3 -c \"import botocore; print(botocore.__path__[0] + '/data')\"");
        }

        using var stream = new GZipStream(File.OpenRead($"{file}.gz"), CompressionMode.Decompress);
        return new VendorModel(model, JsonNode.Parse(stream)!);
    }

    public JsonNode Operation(string operation)
        => root["operations"]!.AsObject().FirstOrDefault(x => IsNamed(x.Key, operation)).Value ?? throw Missing($"operation '{operation}'");

    public JsonNode Shape(string shape) => root["shapes"]![shape] ?? throw Missing($"shape '{shape}'");

    private GeneratorException Missing(string what)
        => new($"The model {name} has no {what}. Correct the name, or take the models of a newer version of botocore.");

    // CloudFront's operations are named with the version of the API: CreateInvalidation2020_05_31.
    private static bool IsNamed(string key, string operation)
        => key == operation
        || (key.Length == operation.Length + 10
            && key.StartsWith(operation, StringComparison.Ordinal)
            && key[operation.Length..].All(c => char.IsDigit(c) || c == '_'));
}
