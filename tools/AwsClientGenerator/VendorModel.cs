using System.IO.Compression;
using System.Text.Json.Nodes;

namespace AwsClientGenerator;

/// <summary>The vendor's public model of a service, as botocore carries it: <c>service-2.json</c>.</summary>
internal sealed class VendorModel(JsonNode root)
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
            return new VendorModel(JsonNode.Parse(File.ReadAllText(file))!);
        }

        if (!File.Exists($"{file}.gz"))
        {
            throw new GeneratorException($"There is no model {file}, nor {file}.gz. Name botocore's folder 'data': python3 -c \"import botocore; print(botocore.__path__[0] + '/data')\"");
        }

        using var stream = new GZipStream(File.OpenRead($"{file}.gz"), CompressionMode.Decompress);
        return new VendorModel(JsonNode.Parse(stream)!);
    }

    public JsonNode Operation(string name) =>
        root["operations"]!.AsObject().FirstOrDefault(x => x.Key == name || (x.Key.StartsWith(name, StringComparison.Ordinal) && IsVersion(x.Key[name.Length..]))).Value
        ?? throw new GeneratorException($"The model has no operation '{name}'.");

    public JsonNode Shape(string name) => root["shapes"]![name] ?? throw new GeneratorException($"The model has no shape '{name}'.");

    // CloudFront's operations are named with the version of the API: CreateInvalidation2020_05_31.
    private static bool IsVersion(string text) => text.Length == 10 && text.All(c => char.IsDigit(c) || c == '_');
}
