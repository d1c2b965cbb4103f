namespace Fairlead.Infrastructure.Plans.Reading;

/// <summary>What a plan does to a resource, in Terraform's words; a plan whose JSON says anything else is not read.</summary>
public enum PlannedAction
{
    /// <summary>Nothing.</summary>
    NoOp,

    /// <summary>A data source that is read while applying.</summary>
    Read,

    /// <summary>Made anew.</summary>
    Create,

    /// <summary>Changed in place.</summary>
    Update,

    /// <summary>Removed from the state; the thing itself stays.</summary>
    Forget,

    /// <summary>A new one is made and the old one is removed from the state, where it stays unmanaged.</summary>
    ReplaceAndForget,

    /// <summary>Destroyed and made anew, or made anew and the old one destroyed.</summary>
    Replace,

    /// <summary>Destroyed.</summary>
    Delete,
}
