using Fairlead.Aws;
using Fairlead.Infrastructure;

namespace Fairlead.Components;

/// <summary>The place that is deployed to, once it is provisioned.</summary>
/// <param name="Description">For the summary, so that nobody believes to have deployed somewhere else: <c>the local cloud on this machine, not AWS</c>.</param>
/// <param name="Provisioner">Who provisioned it.</param>
/// <param name="Outputs">What the stack hands out.</param>
/// <param name="Account">AWS account, twelve digits.</param>
/// <param name="Aws">Clients that reach the place.</param>
public sealed record DeploymentPlace(string Description, string Provisioner, StackOutputs Outputs, string Account, AwsClients Aws);
