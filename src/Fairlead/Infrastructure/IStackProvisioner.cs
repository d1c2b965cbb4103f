namespace Fairlead.Infrastructure;

/// <summary>Brings a stack into being and hands out its outputs. Planning has no effects; applying is idempotent.</summary>
public interface IStackProvisioner
{
    /// <summary>Who provisions, for messages: <c>Terraform</c>, <c>the local cloud's own provisioner</c>.</summary>
    string Name { get; }

    /// <summary>What applying would change. Pure reading.</summary>
    Task<ProvisionPlan> PlanAsync(CancellationToken cancellationToken);

    /// <summary>Applies, and reads the outputs back. A second call with nothing changed writes nothing.</summary>
    Task<ProvisionResult> ApplyAsync(CancellationToken cancellationToken);
}
