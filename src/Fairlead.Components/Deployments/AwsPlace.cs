using Fairlead.Aws;
using Fairlead.Containers.Registry;
using Fairlead.Deployments;
using Fairlead.Http;
using Fairlead.Infrastructure;
using Fairlead.Preflight;
using Fairlead.Secrets;

namespace Fairlead.Components.Deployments;

/// <summary>What all places on AWS, or on an emulator of it, have in common: clients, account, description.</summary>
internal static class AwsPlace
{
    private const string SessionName = "AWS_ROLE_SESSION_NAME";

    private static readonly GitHubIdentity Identity = new(LimitedHttp.CreateClient(), Environment.GetEnvironmentVariable, TimeProvider.System);

    public static AwsOptions Options(IHazStack build)
    {
        TakeRole(build);
        return new AwsOptions
        {
            Region = build.AwsRegion,
            Profile = build.AwsProfile,
            EndpointUrl = build.AwsEndpointUrl is { } url ? new Uri(url) : null,
        };
    }

    /// <summary>
    /// In a job of GitHub Actions: lets the SDKs, here and in terraform, take the role with the job's identity. Everywhere: names the run in the sessions
    /// that it has with a role, unless the user did.
    /// </summary>
    public static void TakeRole(IHazStack build)
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(SessionName)))
        {
            Environment.SetEnvironmentVariable(
                SessionName,
                RoleSessionName.Of(Environment.GetEnvironmentVariable, Environment.UserName, Environment.MachineName));
        }

        if (build.AwsRoleArn is { Length: > 0 } role && Identity.IsAvailable)
        {
            var token = RunIdentity.Of(build).TokenFile;
            Identity.Refresh(token);
            Environment.SetEnvironmentVariable("AWS_ROLE_ARN", role);
            Environment.SetEnvironmentVariable("AWS_WEB_IDENTITY_TOKEN_FILE", token);
        }
    }

    /// <summary>Whether requests go to something that answers in AWS's place. AWS's own endpoints may be named, too: those of a VPC, or FIPS.</summary>
    public static bool IsEmulator(string? endpointUrl)
        => endpointUrl is not null && !(Uri.TryCreate(endpointUrl, UriKind.Absolute, out var url) && AwsEndpoint.IsAmazons(url));

    /// <exception cref="FairleadException">There are no credentials, or AWS does not take them.</exception>
    public static async Task<string> AccountAsync(AwsClients aws, CancellationToken cancellationToken)
    {
        try
        {
            return (await aws.Sts.GetCallerIdentityAsync(new(), cancellationToken)).Account;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw AwsErrors.Explain(exception, "find out which AWS account this is");
        }
    }

    public static PreflightCheck Credentials(IHazStack build) => new("Credentials", async cancellationToken =>
    {
        using var aws = new AwsClients(Options(build));
        await AccountAsync(aws, cancellationToken);
        return null;
    });

    public static IEnumerable<PreflightCheck> Parameters(IHazStack build)
    {
        yield return PreflightCheck.Of(
            "AWS endpoint",
            () => build.AwsEndpointUrl is not { } url || (Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme is "http" or "https")
            ? null
            : new PreflightProblem($"--aws-endpoint-url is '{UrlText.Of(url)}'.", "Give an absolute http or https URL: http://127.0.0.1:5000."));
        yield return PreflightCheck.Of("Public URL", () => build.PublicUrl is not { } url
            || (Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme is "http" or "https" && parsed.Query.Length == 0)
            ? null
            : new PreflightProblem($"--public-url is '{UrlText.Of(url)}'.", "Give an absolute http or https URL."));
        yield return PreflightCheck.Of("Registry", () => build.RegistryHost is not { } host || IsHost(host)
            ? null
            : new PreflightProblem(
                $"--registry-host is '{host}'.",
                "Give a host, with a port when it is not the usual one, and nothing else: localhost:5000."));
    }

    /// <summary>The place that the outputs describe. Its clients write only as steps of a release.</summary>
    public static async Task<Place> OfAsync(IHazStack build, StackOutputs outputs, string provisioner, CancellationToken cancellationToken)
    {
        var aws = new AwsClients(Options(build) with { Region = outputs.Region, Handler = x => new EffectHandler(x) });
        var account = await AccountAsync(aws, cancellationToken);
        var emulated = IsEmulator(build.AwsEndpointUrl);
        return new Place(Describe(account, outputs.Region, outputs.Stack, build.AwsEndpointUrl), provisioner, Adapt(build, outputs), account, aws)
        {
            Unserved = emulated && build.PublicUrl is null
                ? $"{UrlText.Of(build.AwsEndpointUrl!)} stands in for AWS and runs no service, and no --public-url says where one answers."
                : null,
            HasForeignRegistry = build.RegistryHost is not null,
            Next = $"./build.sh Status --profile {build.Profile} tells what serves",
        };
    }

    public static string Describe(string account, string region, string stack, string? endpointUrl)
        => IsEmulator(endpointUrl)
            ? $"an emulator at {UrlText.Of(endpointUrl!)}, not AWS: account {account}, {region}, stack {stack}"
            : $"AWS account {account}, {region}, stack {stack}";

    private static StackOutputs Adapt(IHazStack build, StackOutputs outputs) => outputs with
    {
        PublicUrl = build.PublicUrl is { } url ? new Uri(url.TrimEnd('/')) : outputs.PublicUrl,
        Services = build.RegistryHost is not { } host
            ? outputs.Services
            :
            [
                .. outputs.Services.Select(x => x.RepositoryUri is { } uri ? x with { RepositoryUri = $"{host}/{RepositoryReference.Parse(uri).Name}" } : x),
            ],
    };

    private static bool IsHost(string text)
        => text.Length > 0
            && Uri.TryCreate($"https://{text}/", UriKind.Absolute, out var url)
            && url.Authority.Length > 0
            && url.UserInfo.Length == 0
            && url.AbsolutePath == "/"
            && url.Query.Length == 0
            && !text.Contains('/');
}
