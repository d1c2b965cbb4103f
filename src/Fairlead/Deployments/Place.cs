using Fairlead.Aws;
using Fairlead.Infrastructure;
using Fairlead.Releases;

namespace Fairlead.Deployments;

/// <summary>The place that is deployed to, once it is provisioned.</summary>
/// <param name="Description">For the summary, so that nobody believes to have deployed somewhere else: <c>the local cloud on this machine, not AWS</c>.</param>
/// <param name="Provisioner">Who provisioned it.</param>
/// <param name="Outputs">What the stack hands out.</param>
/// <param name="Account">AWS account, twelve digits.</param>
/// <param name="Aws">Clients that reach the place.</param>
public sealed record Place(string Description, string Provisioner, StackOutputs Outputs, string Account, AwsClients Aws)
{
    private readonly string? _unserved;

    /// <summary>One sentence on why nothing can be asked through the public URL; null where it can.</summary>
    public string? Unserved
    {
        get => _unserved ?? (Outputs.PublicUrl is null ? $"Stack {Outputs.Stack} has no public URL." : null);
        init => _unserved = value;
    }

    /// <summary>Whether the registry is one that --registry-host put in place of ECR's own, which ECR knows nothing of.</summary>
    public bool HasForeignRegistry { get; init; }

    /// <summary>Digest of the infrastructure's configuration; null where Terraform did not provision it in this run.</summary>
    public string? PlanDigest { get; init; }

    /// <summary>Reads which version of Terraform's state describes the place; it answers null where Terraform does not provision it.</summary>
    public Func<CancellationToken, Task<TerraformState?>> ReadTerraformStateAsync { get; init; } = _ => Task.FromResult<TerraformState?>(null);

    /// <summary>What a person does next, for the end of the summary.</summary>
    public string Next { get; init; } = "./build.sh Status with the same profile tells what serves";
}
