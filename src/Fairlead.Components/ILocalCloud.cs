using Amazon.Runtime;
using Fairlead.Aws;
using Fairlead.Components.Deployments;
using Fairlead.Components.Reporting;
using Fairlead.Deployments;
using Fairlead.Infrastructure;
using Fairlead.Infrastructure.LocalCloud;
using Fairlead.Secrets;
using Nuke.Common;
using Serilog;

namespace Fairlead.Components;

/// <summary>
/// The embedded local cloud: what a build deploys to without any set-up. This is the only component that knows whether a place is local;
/// every other target reaches the place through its stack outputs and through AWS clients.
/// </summary>
[LocalCloudEnvironment]
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

    Target StartLocalCloud => _ => _
        .Description("Starts the local cloud with all that it kept; deploys nothing")
        .Executes(async () =>
        {
            if (await ResumeLocalCloudAsync() is not { } place)
            {
                Log.Information("The local cloud runs and has no stack {Name:l} yet. ./build.sh Deploy makes it.", LocalStack.Name);
            }
            else if (place.Outputs.PublicUrl is { } url)
            {
                Log.Information("{Place:l} serves at {Url:l}", place.Description, UrlText.Of(url));
            }
        });

    Target StopLocalCloud => _ => _
        .Description("Stops the local cloud and what it runs; its state stays, and the next deploy starts it again")
        .Executes(async () =>
        {
            if (await LocalCloudProcess.StopAsync(Cancellation.Token))
            {
                Log.Information("The local cloud has stopped. Its state stays in {Directory:l}.", LocalCloudOptions.StateDirectory);
                return;
            }

            var ended = await LocalCloudProcess.EndLeftoversAsync(Cancellation.Token);
            if (ended > 0)
            {
                Log.Information(
                    "The local cloud did not run any more; {Count} processes that it had left running have been ended. Its state stays in {Directory:l}.",
                    ended,
                    LocalCloudOptions.StateDirectory);
                return;
            }

            Log.Information("No local cloud runs. What it kept is in {Directory:l}.", LocalCloudOptions.StateDirectory);
        });

    /// <summary>
    /// <c>eval "$(./build.sh LocalCloudEnvironment)"</c>: the AWS CLI and whatever else reads these variables then ask the local cloud. Only the lines for the
    /// shell are on standard output, the secret included; all else of the run is on standard error (<see cref="LocalCloudEnvironmentAttribute"/>).
    /// </summary>
    Target LocalCloudEnvironment => _ => _
        .Description("Prints the export lines with which the AWS CLI and other tools ask the local cloud, for eval")
        .Executes(async () =>
        {
            var endpoints = await LocalCloudProcess.FindAsync(Cancellation.Token) ?? throw new FairleadException(
                "The local cloud does not run.",
                $"Nothing answers for {LocalCloudOptions.StateDirectory}.",
                "./build.sh StartLocalCloud starts it.");
            LocalCloudEnvironmentAttribute.Print(ShellExports.Of(endpoints));
        });

    /// <summary>Whether the state on the disk has the stack, also while the local cloud does not run.</summary>
    internal sealed bool KeepsLocalStack => LocalCloudProcess.KeepsStack(LocalStack.Name);

    /// <summary>Whether the local cloud runs and answers.</summary>
    internal sealed async Task<bool> AnswersAsync() => await LocalCloudProcess.FindAsync(Cancellation.Token) is not null;

    /// <summary>Starts the local cloud when it does not run, and waits until the services that were deployed answer, 20 s at most. Null where it has no such
    /// stack.</summary>
    internal sealed async Task<Place?> ResumeLocalCloudAsync()
    {
        await LocalCloudProcess.EnsureRunningAsync(Cancellation.Token);
        if (await FindLocalCloudAsync() is not { } place)
        {
            return null;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation.Token);
        limit.CancelAfter(TimeSpan.FromSeconds(20));
        await Task.WhenAll(place.Outputs.Services.Select(WaitAsync));
        return place;

        async Task WaitAsync(StackService service)
        {
            try
            {
                await LocalServiceStart.WaitAsync(place, service, limit.Token);
            }
            catch (OperationCanceledException) when (!Cancellation.Token.IsCancellationRequested)
            {
                Log.Warning("The service {Name:l} does not answer yet. ./build.sh Status tells what serves.", service.Name);
            }
        }
    }

    /// <summary>Starts the local cloud when it does not run, makes the stack, and says what that changed. What exists is changed under the lock of the place.</summary>
    internal sealed async Task<(Place Place, ProvisionPlan Plan)> ProvisionLocalCloudAsync(DeploymentSettings settings)
    {
        var endpoints = await LocalCloudProcess.EnsureRunningAsync(Cancellation.Token);
        var provisioner = new LocalStackProvisioner(endpoints, LocalStack);
        if (await provisioner.ReadAsync(Cancellation.Token) is not { } outputs)
        {
            var made = await provisioner.ApplyAsync(Cancellation.Token);
            return (await PlaceAsync(endpoints, provisioner, made.Outputs), made.Plan);
        }

        var place = await PlaceAsync(endpoints, provisioner, outputs);
        var plan = await provisioner.PlanAsync(Cancellation.Token);
        if (plan.IsEmpty)
        {
            return (place, plan);
        }

        var changed = await PlaceLock.HoldAsync(place, settings, LogReporter.Instance, TimeProvider.System, provisioner.ApplyAsync, Cancellation.Token);
        return (place with { Outputs = changed.Outputs }, changed.Plan);
    }

    /// <summary>The place as it stands; null when the local cloud does not run or has no such stack. Changes nothing.</summary>
    sealed async Task<Place?> FindLocalCloudAsync()
    {
        if (await LocalCloudProcess.FindAsync(Cancellation.Token) is not { } endpoints)
        {
            return null;
        }

        var provisioner = new LocalStackProvisioner(endpoints, LocalStack);
        return await provisioner.ReadAsync(Cancellation.Token) is { } outputs ? await PlaceAsync(endpoints, provisioner, outputs) : null;
    }

    private LocalCloudProcess LocalCloudProcess => new(LocalCloudOptions, LogReporter.Instance);

    private static async Task<Place> PlaceAsync(LocalCloudEndpoints endpoints, LocalStackProvisioner provisioner, StackOutputs outputs)
    {
        var aws = new AwsClients(new AwsOptions
        {
            Region = outputs.Region,
            EndpointUrl = endpoints.Api,
            Credentials = endpoints.CreateCredentials(),
            RequestChecksums = RequestChecksumCalculation.WHEN_SUPPORTED,
            Handler = x => new EffectHandler(x),
        });
        var account = (await aws.Sts.GetCallerIdentityAsync(new(), Cancellation.Token)).Account;
        return new Place(Description, $"{provisioner.Name}, not Terraform", outputs, account, aws)
        {
            Next = "open the URL; ./build.sh Status tells what serves; ./build.sh StopLocalCloud stops it",
        };
    }
}
