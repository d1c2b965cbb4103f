using System.Text.Json;
using Fairlead.Json;

namespace Fairlead.Infrastructure.Terraform.Configuration;

/// <summary>What has to be known of a root module before terraform runs in it.</summary>
/// <param name="RequiredVersions">Every <c>required_version</c>, with the file that it stands in.</param>
/// <param name="Backend">Type of the backend: <c>s3</c>; null for the local one.</param>
/// <param name="Variables">Input variables by name.</param>
internal sealed record RootModule(
    IReadOnlyList<(string File, string Constraint)> RequiredVersions,
    string? Backend,
    IReadOnlyDictionary<string, InputVariable> Variables)
{
    /// <exception cref="FairleadException">The directory does not exist, or holds no configuration.</exception>
    public static async Task<RootModule> ReadAsync(string directory, TerraformProduct? product, CancellationToken cancellationToken)
    {
        var files = Directory.Exists(directory)
            ? Directory.GetFiles(directory).Where(x => IsConfiguration(Path.GetFileName(x), product)).Order(StringComparer.Ordinal).ToList()
            : [];
        if (files.Count == 0)
        {
            throw new FairleadException(
                "There is no Terraform configuration to run.",
                Directory.Exists(directory) ? $"{directory} holds no .tf file." : $"{directory} does not exist.",
                "Name the directory of the stack's root module.");
        }

        var versions = new List<(string, string)>();
        var variables = new Dictionary<string, InputVariable>(StringComparer.Ordinal);
        string? backend = null;
        foreach (var file in files)
        {
            var text = await File.ReadAllTextAsync(file, cancellationToken);
            var body = file.EndsWith(".json", StringComparison.Ordinal) ? JsonBody(text) : ReadHcl(file, text);
            foreach (var block in body.Blocks.Where(x => x.Type == "terraform"))
            {
                if (block.Body.Attributes.TryGetValue("required_version", out var expression) && HclReader.Literal(expression) is { } constraint)
                {
                    versions.Add((Path.GetFileName(file), constraint));
                }

                backend = block.Body.Blocks.FirstOrDefault(x => x.Type == "backend" && x.Labels.Count == 1)?.Labels[0] ?? backend;
            }

            foreach (var block in body.Blocks.Where(x => x.Type == "variable" && x.Labels.Count == 1))
            {
                var attributes = block.Body.Attributes;
                variables[block.Labels[0]] = new InputVariable(
                    block.Labels[0],
                        Unquoted(attributes.GetValueOrDefault("type", "")),
                        attributes.GetValueOrDefault("sensitive") == "true",
                        attributes.GetValueOrDefault("ephemeral") == "true",
                        attributes.GetValueOrDefault("default"));
            }
        }

        return new RootModule(versions, backend, variables);
    }

    /// <summary>What a file of variables sets, as it is written there. Nothing when it cannot be read: terraform says what is wrong with it.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> ReadValuesAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            var text = await File.ReadAllTextAsync(file, cancellationToken);
            return file.EndsWith(".json", StringComparison.Ordinal) ? JsonAttributes(text) : ReadHcl(file, text).Attributes;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return HclBody.Empty.Attributes;
        }
    }

    /// <summary>The files of variables that terraform takes by itself, in its order.</summary>
    public static IEnumerable<string> AutomaticValueFiles(string directory)
        => new[] { "terraform.tfvars", "terraform.tfvars.json" }.Select(x => Path.Combine(directory, x)).Where(File.Exists)
            .Concat(Directory.GetFiles(directory)
                .Where(x => x.EndsWith(".auto.tfvars", StringComparison.Ordinal) || x.EndsWith(".auto.tfvars.json", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));

    private static HclBody ReadHcl(string file, string text)
    {
        try
        {
            return HclReader.Read(text);
        }
        catch (HclException exception)
        {
            throw new FairleadException(
                "The Terraform configuration cannot be read.", $"{file}:{exception.Line} {exception.Message}.", "Correct the file.", exception);
        }
    }

    private static bool IsConfiguration(string name, TerraformProduct? product)
        => !name.StartsWith('.') && !name.EndsWith('~')
           && (name.EndsWith(".tf", StringComparison.Ordinal) || name.EndsWith(".tf.json", StringComparison.Ordinal)
               || (product == TerraformProduct.OpenTofu
                   && (name.EndsWith(".tofu", StringComparison.Ordinal) || name.EndsWith(".tofu.json", StringComparison.Ordinal))));

    private static string Unquoted(string expression) => HclReader.Literal(expression) ?? expression;

    // {"terraform": {"required_version": ">= 1.11", "backend": {"s3": {}}}, "variable": {"size": {"type": "number"}}}
    // An object may stand in a list where blocks may repeat: https://developer.hashicorp.com/terraform/language/syntax/json
    private static HclBody JsonBody(string text)
    {
        if (TryParse(text) is not { } root)
        {
            return HclBody.Empty;
        }

        var blocks = new List<HclBlock>();
        foreach (var terraform in Objects(root, "terraform"))
        {
            var backends = Objects(terraform, "backend").SelectMany(x => x.EnumerateObject()).Select(x => new HclBlock("backend", [x.Name], HclBody.Empty));
            blocks.Add(new HclBlock("terraform", [], new HclBody(Attributes(terraform), [.. backends])));
        }

        blocks.AddRange(Objects(root, "variable").SelectMany(x => x.EnumerateObject())
            .SelectMany(x => Each(x.Value).Select(y => new HclBlock("variable", [x.Name], new HclBody(Attributes(y), [])))));
        return new HclBody(HclBody.Empty.Attributes, blocks);
    }

    private static Dictionary<string, string> JsonAttributes(string text)
        => TryParse(text) is { ValueKind: JsonValueKind.Object } root ? Attributes(root) : [];

    private static Dictionary<string, string> Attributes(JsonElement element)
        => element.EnumerateObject().GroupBy(x => x.Name, StringComparer.Ordinal)
            .ToDictionary(
                x => x.Key,
                x => x.Last().Value.ValueKind == JsonValueKind.String ? HclReader.Quote(x.Last().Value.GetString()!) : x.Last().Value.GetRawText(),
                StringComparer.Ordinal);

    private static IEnumerable<JsonElement> Objects(JsonElement parent, string name)
        => parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) ? Each(value) : [];

    private static IEnumerable<JsonElement> Each(JsonElement value)
        => (value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().AsEnumerable() : [value]).Where(x => x.ValueKind == JsonValueKind.Object);

    private static JsonElement? TryParse(string text)
    {
        try
        {
            return WellFormedJson.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
