namespace Fairlead.Infrastructure.Plans.Sealing;

/// <summary>What a plan depends on, besides the world.</summary>
public sealed record PlanBindingInputs
{
    /// <summary>The stack's name.</summary>
    public required string Stack { get; init; }

    /// <summary>Directory of the root module.</summary>
    public required string Directory { get; init; }

    /// <summary>Directory that messages name files relative to: the repository's root.</summary>
    public required string RelativeTo { get; init; }

    /// <summary>Terraform's data directory (<c>TF_DATA_DIR</c>), which knows the installed modules; null
    /// for <c>.terraform</c> in <see cref="Directory"/>.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>Files given with <c>-var-file</c>; relative ones are relative to <see cref="Directory"/>, as Terraform takes them.</summary>
    public IReadOnlyList<string> VariableFiles { get; init; } = [];

    /// <summary>Variables given with <c>-var</c> or <c>TF_VAR_</c>, as they are written there. Never stored.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>Lineage of the state, empty before there is one.</summary>
    public required string StateLineage { get; init; }

    /// <summary>Serial of the state, 0 before there is one.</summary>
    public required long StateSerial { get; init; }

    /// <summary>Version of terraform or tofu: <c>1.11.4</c>.</summary>
    public required string TerraformVersion { get; init; }

    /// <summary>The plan file.</summary>
    public required string PlanFile { get; init; }
}
