using Amazon.Runtime;
using Fairlead.Aws;
using Fairlead.Components.Reporting;
using Fairlead.Infrastructure;
using Fairlead.Infrastructure.LocalCloud;
using Nuke.Common;
using Nuke.Common.IO;
using Serilog;

namespace Fairlead.Components;

/// <summary>
/// The embedded local cloud: what a build deploys to without any set-up. This is the only component that knows whether a place is local;
/// every other target reaches the place through its stack outputs and through AWS clients.
/// </summary>
public interface ILocalCloud : INukeBuild
{
    /// <summary>The stack that the local cloud's own provisioner makes, in place of Terraform.</summary>
    LocalStackSpecification LocalStack { get; }

    /// <summary>For the summary: nobody may believe to have deployed to AWS.</summary>
    const string Description = "the local cloud on this machine, not AWS";

    /// <summary>True for the profile <c>local</c>, which is the default.</summary>
    sealed bool IsLocal => NukeBuild.LoadedLocalProfiles is not { Length: > 0 } profiles || profiles.All(x => x == "local");

    sealed LocalCloudOptions LocalCloudOptions => new()
    {
        ProgramDirectory = BuildAssemblyDirectory / "local-cloud",
        StateDirectory = TemporaryDirectory / "local-cloud",
    };

    Target StopLocalCloud => _ => _
        .Description("Stops the local cloud; its state stays, and the next deploy starts it again")
        .Executes(async () =>
        {
            var stopped = await new LocalCloudProcess(LocalCloudOptions, LogReporter.Instance).StopAsync(Cancellation.Token);
            Log.Information(stopped ? "The local cloud has stopped. Its state stays in {Directory:l}." : "No local cloud runs. What it kept is in {Directory:l}.", LocalCloudOptions.StateDirectory);
        });

    /// <summary>The local cloud's endpoints; starts it when it does not run.</summary>
    sealed Task<LocalCloudEndpoints> StartLocalCloudAsync() => new LocalCloudProcess(LocalCloudOptions, LogReporter.Instance).EnsureRunningAsync(Cancellation.Token);

    /// <summary>Clients that reach the local cloud. It takes every key, so these are no secret.</summary>
    static AwsClients ClientsOf(LocalCloudEndpoints endpoints, string region)
        => new(new AwsOptions { Region = region, EndpointUrl = endpoints.Api, Credentials = new BasicAWSCredentials("local", "local") });
}
