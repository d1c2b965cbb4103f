namespace Fairlead.Infrastructure.Plans.Reading;

/// <summary>What a plan does to one instance of a resource.</summary>
public sealed record PlannedResource
{
    /// <summary>Full address with module and index: <c>module.data.aws_db_instance.this["main"]</c>.</summary>
    public required string Address { get; init; }

    /// <summary>Address without indexes, as the configuration knows it: <c>module.data.aws_db_instance.this</c>.</summary>
    public required string ConfigurationAddress { get; init; }

    /// <summary>Address of the module without indexes, empty for the root: <c>module.data</c>.</summary>
    public required string Module { get; init; }

    /// <summary>The address it had before, when it is moved.</summary>
    public string? PreviousAddress { get; init; }

    /// <summary>Terraform's type: <c>aws_db_instance</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Name in the configuration.</summary>
    public required string Name { get; init; }

    /// <summary>False for a data source.</summary>
    public required bool IsManaged { get; init; }

    /// <summary>Key of an old object that is left over from a replacement; null for the current one.</summary>
    public string? Deposed { get; init; }

    /// <summary>What is done to it.</summary>
    public required PlannedAction Action { get; init; }

    /// <summary>Why, in Terraform's word: <c>replace_because_tainted</c>. Null when the attributes say it.</summary>
    public string? Reason { get; init; }

    /// <summary>Id of the thing that is taken over by an import; null without one.</summary>
    public string? ImportId { get; init; }

    /// <summary>Attributes that force a replacement: <c>root_block_device[0].encrypted</c>.</summary>
    public IReadOnlyList<string> ReplacePaths { get; init; } = [];

    /// <summary>Values before; null when it does not exist yet.</summary>
    public PlannedValue Before { get; init; }

    /// <summary>Values after; null when it is gone.</summary>
    public PlannedValue After { get; init; }

    /// <summary>True when what exists now is destroyed.</summary>
    public bool Destroys => IsManaged && Action is PlannedAction.Delete or PlannedAction.Replace;

    /// <summary>True when anything happens: an action, a move or an import.</summary>
    public bool Changes => Action != PlannedAction.NoOp || PreviousAddress is not null || ImportId is not null;
}
