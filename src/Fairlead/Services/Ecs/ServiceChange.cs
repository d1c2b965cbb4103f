namespace Fairlead.Services.Ecs;

/// <summary>What a deploy does to the service itself.</summary>
public enum ServiceChange
{
    /// <summary>Nothing: it runs the task definition, completely rolled out.</summary>
    Unchanged,

    /// <summary>Starts a deployment.</summary>
    Update,

    /// <summary>Waits for a deployment of this release that an interrupted build left in progress.</summary>
    Resume,
}
