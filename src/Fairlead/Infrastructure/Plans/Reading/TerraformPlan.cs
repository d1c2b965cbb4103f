using System.Text;
using System.Text.Json;
using Fairlead.Json;

namespace Fairlead.Infrastructure.Plans.Reading;

/// <summary>
/// A plan as <c>terraform show -json</c> tells it, format version 1
/// (https://developer.hashicorp.com/terraform/internals/json-format). Pure: nothing is read or run.
/// Values of input variables are in that JSON in clear; they are not taken over, except their names.
/// </summary>
public sealed record TerraformPlan
{
    /// <summary>Version of the JSON format: <c>1.2</c>.</summary>
    public required string FormatVersion { get; init; }

    /// <summary>Version of the program that planned: <c>1.11.4</c>.</summary>
    public required string TerraformVersion { get; init; }

    /// <summary>When it was planned; null when the plan does not say.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>False when applying would do nothing or cannot be done.</summary>
    public required bool Applyable { get; init; }

    /// <summary>False when something is left for a later plan: deferred changes, <c>-target</c>.</summary>
    public required bool Complete { get; init; }

    /// <summary>True when planning failed half-way; such a plan must not be applied.</summary>
    public required bool Errored { get; init; }

    /// <summary>Every resource of the plan, those that stay as they are included.</summary>
    public required IReadOnlyList<PlannedResource> Resources { get; init; }

    /// <summary>What was changed outside Terraform since the last apply: <see cref="PlannedResource.Before"/> is
    /// the state, <see cref="PlannedResource.After"/> the world.</summary>
    public required IReadOnlyList<PlannedResource> Drift { get; init; }

    /// <summary>What is put off until more is known, with the reason in Terraform's word.</summary>
    public required IReadOnlyList<(PlannedResource Resource, string Reason)> Deferred { get; init; }

    /// <summary>The root outputs.</summary>
    public required IReadOnlyList<PlannedOutput> Outputs { get; init; }

    /// <summary>Conditions of the configuration and how they stand.</summary>
    public required IReadOnlyList<PlannedCheck> Checks { get; init; }

    /// <summary>Names of the input variables that have a value. The values stay out: they may be secrets.</summary>
    public required IReadOnlyList<string> VariableNames { get; init; }

    internal PlanReferences References { get; init; } = PlanReferences.None;

    /// <summary>True when applying changes anything: a resource, a move, an import or an output.</summary>
    public bool HasChanges => Resources.Any(x => x.Changes && x.Action != PlannedAction.Read) || Outputs.Any(x => x.Action != PlannedAction.NoOp);

    /// <inheritdoc cref="Parse(ReadOnlySpan{byte})"/>
    public static TerraformPlan Parse(string json) => Parse(Encoding.UTF8.GetBytes(json));

    /// <summary>Reads the plan.</summary>
    /// <exception cref="FairleadException">It is not the JSON of a plan, or of a format version that is not known.</exception>
    public static TerraformPlan Parse(ReadOnlySpan<byte> json)
    {
        JsonElement root;
        try
        {
            root = WellFormedJson.Parse(json);
        }
        catch (JsonException e)
        {
            throw Unreadable("It is not JSON.", e);
        }

        var version = Text(root, "format_version") ?? throw Unreadable("It has no format_version.");
        // 0.x was the experimental format; 1.x promises that what is known keeps its meaning.
        if (!version.StartsWith("1.", StringComparison.Ordinal))
        {
            throw new FairleadException(
                "The plan cannot be read.",
                $"Its JSON has format version {version}, and only version 1 is known.",
                "Use a terraform (or tofu) that writes version 1, or a newer Fairlead.");
        }

        // A plan without changes has no resource_changes; a state has values.
        if (Member(root, "values").ValueKind is not JsonValueKind.Undefined)
        {
            throw Unreadable("It is the JSON of a state, not of a plan.");
        }

        try
        {
            return Read(root, version);
        }
        catch (Exception e) when (e is InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw Unreadable("A part of it is not of the form that version 1 has.", e);
        }
    }

    private static TerraformPlan Read(JsonElement root, string version)
    {
        // Absent before Terraform 1.5 and 1.8; a plan without the member was only written when it was whole.
        var errored = Flag(root, "errored", false);
        var resources = Items(root, "resource_changes").Select(ReadResource).ToList();
        var outputs = ReadOutputs(Member(root, "output_changes"));
        return new TerraformPlan
        {
            FormatVersion = version,
            TerraformVersion = Text(root, "terraform_version") ?? "",
            Timestamp = DateTimeOffset.TryParse(Text(root, "timestamp"), System.Globalization.CultureInfo.InvariantCulture, out var time) ? time : null,
            Errored = errored,
            Complete = Flag(root, "complete", !errored),
            Applyable = Flag(root, "applyable", !errored && (resources.Any(x => x.Changes) || outputs.Any(x => x.Action != PlannedAction.NoOp))),
            Resources = resources,
            Drift = Items(root, "resource_drift").Select(ReadResource).ToList(),
            Deferred = Items(root, "deferred_changes").Select(x => (ReadResource(x.GetProperty("resource_change")), Text(x, "reason") ?? "unknown")).ToList(),
            Outputs = outputs,
            Checks = Items(root, "checks").Select(ReadCheck).ToList(),
            VariableNames = Member(root, "variables") is { ValueKind: JsonValueKind.Object } variables
                ? variables.EnumerateObject().Select(x => x.Name).Order(StringComparer.Ordinal).ToList()
                : [],
            References = PlanReferences.Read(Member(Member(root, "configuration"), "root_module")),
        };
    }

    private static PlannedResource ReadResource(JsonElement element)
    {
        var change = element.GetProperty("change");
        var address = Required(element, "address");
        var module = PlanAddress.WithoutIndexes(Text(element, "module_address") ?? "");
        var (type, name) = (Required(element, "type"), Required(element, "name"));
        var isManaged = Text(element, "mode") != "data";
        return new PlannedResource
        {
            Address = address,
            ConfigurationAddress = $"{(module.Length > 0 ? module + "." : "")}{(isManaged ? "" : "data.")}{type}.{name}",
            Module = module,
            PreviousAddress = Text(element, "previous_address"),
            Type = type,
            Name = name,
            IsManaged = isManaged,
            Deposed = Text(element, "deposed"),
            Action = ReadAction(change, address),
            Reason = Text(element, "action_reason"),
            ImportId = Member(change, "importing") is { ValueKind: JsonValueKind.Object } import ? Text(import, "id") ?? "?" : null,
            ReplacePaths = Items(change, "replace_paths").Select(PlanAddress.Path).ToList(),
            Before = new PlannedValue(Member(change, "before"), default, Member(change, "before_sensitive")),
            After = new PlannedValue(Member(change, "after"), Member(change, "after_unknown"), Member(change, "after_sensitive")),
        };
    }

    // "actions": ["no-op"], ["create"], ["read"], ["update"], ["delete", "create"], ["create", "delete"], ["delete"], ["forget"], ["create", "forget"]
    private static PlannedAction ReadAction(JsonElement change, string address)
    {
        var actions = string.Join(',', change.GetProperty("actions").EnumerateArray().Select(x => x.GetString()));
        return actions switch
        {
            "no-op" => PlannedAction.NoOp,
            "create" => PlannedAction.Create,
            "read" => PlannedAction.Read,
            "update" => PlannedAction.Update,
            "delete,create" or "create,delete" => PlannedAction.Replace,
            "delete" => PlannedAction.Delete,
            "forget" => PlannedAction.Forget,
            "create,forget" or "forget,create" => PlannedAction.ReplaceAndForget,
            _ => throw Unreadable($"It does something to {address} that is not known: {actions}."),
        };
    }

    private static List<PlannedOutput> ReadOutputs(JsonElement changes)
        => changes.ValueKind != JsonValueKind.Object ? [] : changes.EnumerateObject().Select(x => new PlannedOutput(
            x.Name,
            ReadAction(x.Value, $"output {x.Name}"),
            new PlannedValue(
                Member(x.Value, "before"),
                default,
                NamedSecrets.Mark(x.Name, Member(x.Value, "before"), Member(x.Value, "before_sensitive"))),
            new PlannedValue(
                Member(x.Value, "after"),
                Member(x.Value, "after_unknown"),
                NamedSecrets.Mark(x.Name, Member(x.Value, "after"), Member(x.Value, "after_sensitive"))))).ToList();

    private static PlannedCheck ReadCheck(JsonElement check)
        => new(
            Text(Member(check, "address"), "to_display") ?? "?",
            Text(check, "status") ?? "unknown",
            Items(check, "instances")
                .SelectMany(x => Items(x, "problems"))
                .Select(x => SecretText.Hide(Text(x, "message") ?? ""))
                .Where(x => x.Length > 0)
                .ToList());

    private static FairleadException Unreadable(string why, Exception? inner = null)
        => new("The plan cannot be read.", why, "Run TerraformPlan again; if it stays like this, run terraform show -json on the plan file and look.", inner);

    private static string Required(JsonElement element, string name)
        => Text(element, name) ?? throw new FormatException($"A resource has no {name}.");

    internal static JsonElement Member(JsonElement element, string name)
        => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    internal static string? Text(JsonElement element, string name)
        => Member(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    internal static IEnumerable<JsonElement> Items(JsonElement element, string name)
        => Member(element, name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    private static bool Flag(JsonElement element, string name, bool absent)
        => Member(element, name).ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => absent };
}
