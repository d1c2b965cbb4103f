using System.Text.Json.Serialization;

namespace Fairlead.Infrastructure.Terraform.Messages;

/// <summary>A line of terraform's machine-readable UI: https://developer.hashicorp.com/terraform/internals/machine-readable-ui</summary>
/// <remarks>A text that is missing, or null, is an empty one: providers leave out what terraform always has.</remarks>
internal sealed record UiMessage
{
    [JsonPropertyName("@level")]
    public string? Level { get; init; }

    [JsonPropertyName("@message")]
    public string? Message { get; init; }

    public string? Type { get; init; }

    public UiDiagnostic? Diagnostic { get; init; }

    public UiHook? Hook { get; init; }

    public UiChanges? Changes { get; init; }
}

internal sealed record UiDiagnostic
{
    // terraform leaves out what it does not know, and writes null for some of it.
    public string? Severity { get; init; }

    public string? Summary { get; init; }

    public string? Detail { get; init; }

    public string? Address { get; init; }

    public UiRange? Range { get; init; }
}

internal sealed record UiRange
{
    public string? Filename { get; init; }

    public UiPosition? Start { get; init; }
}

internal sealed record UiPosition
{
    public int? Line { get; init; }
}

internal sealed record UiHook
{
    public UiResource? Resource { get; init; }

    public string? Action { get; init; }

    [JsonPropertyName("id_value")]
    public string? IdValue { get; init; }

    [JsonPropertyName("elapsed_seconds")]
    public double? ElapsedSeconds { get; init; }
}

internal sealed record UiResource
{
    public string? Addr { get; init; }
}

/// <summary>The counts of a change_summary.</summary>
internal sealed record UiChanges
{
    public int Add { get; init; }

    public int Change { get; init; }

    public int Import { get; init; }

    public int Remove { get; init; }

    public string Operation { get; init => field = value ?? ""; } = "";
}

/// <summary>The answer of <c>terraform validate -json</c>.</summary>
internal sealed record ValidateAnswer
{
    public IReadOnlyList<UiDiagnostic?>? Diagnostics { get; init; }
}

/// <summary>What terraform notes in its data directory about the backend that it was initialised with.</summary>
internal sealed record BackendNote
{
    public BackendNoteBackend? Backend { get; init; }
}

internal sealed record BackendNoteBackend
{
    public string Type { get; init => field = value ?? ""; } = "";

    public Dictionary<string, System.Text.Json.JsonElement>? Config { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(UiMessage))]
[JsonSerializable(typeof(ValidateAnswer))]
[JsonSerializable(typeof(BackendNote))]
internal sealed partial class UiJson : JsonSerializerContext;
