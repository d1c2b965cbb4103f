using System.Globalization;
using System.Runtime.CompilerServices;
using Fairlead.Aws;
using Fairlead.Components.Deployments;
using Fairlead.Components.Reporting;
using Fairlead.Infrastructure;
using Fairlead.Infrastructure.Plans.Sealing;
using Fairlead.Infrastructure.Terraform;
using Fairlead.Releases;
using Nuke.Common;

namespace Fairlead.Components.Terraform;

/// <summary>What the Terraform targets of one run hand to each other: the program, the account, the runner, the plan.</summary>
internal sealed class StackRun
{
    private static readonly ConditionalWeakTable<INukeBuild, StackRun> Runs = [];
    private readonly ITerraform _build;
    private readonly Lazy<Task<TerraformTool>> _tool;
    private readonly Lazy<Task<string>> _account;
    private readonly Lazy<Task<TerraformRunner>> _runner;

    private bool _connected;

    private StackRun(ITerraform build)
    {
        _build = build;
        _tool = new(() => FindToolAsync(build, build.TerraformDirectory, allowDownload: true, Cancellation.Token));
        _account = new(FindAccountAsync);
        _runner = new(async () => new TerraformRunner(await _tool.Value, await OptionsAsync(), LogReporter.Instance));
    }

    public static StackRun Of(ITerraform build) => Runs.GetValue(build, static x => new StackRun((ITerraform)x));

    public Task<TerraformTool> ToolAsync() => _tool.Value;

    public Task<TerraformRunner> RunnerAsync()
    {
        // Each command of terraform reads the job's identity anew.
        AwsPlace.TakeRole(_build);
        return _runner.Value;
    }

    /// <summary>Twelve digits.</summary>
    public Task<string> AccountAsync() => _account.Value;

    /// <summary>What terraform is run with. Its backend is complete, so the account is known.</summary>
    public async Task<TerraformOptions> OptionsAsync() => Options(_build) with
    {
        BackendConfig = new Dictionary<string, string>
        {
            ["bucket"] = await StateBucketNameAsync(),
            ["key"] = _build.StateKey,
            ["region"] = _build.StateRegion,
        },
    };

    /// <summary>The name of the state's bucket in this account.</summary>
    public async Task<string> StateBucketNameAsync()
    {
        var name = _build.StateBucket ?? throw new FairleadException(
            "There is no place for Terraform's state.",
            $"The profile {_build.Profile} names no StateBucket.",
            $"Set it in .nuke/parameters.{_build.Profile}.json, or give --state-bucket.");
        return name.Contains("{account}", StringComparison.Ordinal) ? name.Replace("{account}", await AccountAsync(), StringComparison.Ordinal) : name;
    }

    public async Task<Outcome> InitAsync(CancellationToken cancellationToken)
    {
        var tool = await ToolAsync();
        var bucket = await StateBuckets.EnsureAsync(_build, await StateBucketNameAsync(), cancellationToken);
        await (await RunnerAsync()).InitAsync(cancellationToken);
        _connected = true;
        return bucket with { Reason = $"{tool} ({tool.Origin}) is ready for stack {_build.TerraformStack}. {bucket.Reason}" };
    }

    /// <summary>Connects the state for a look at it, when TerraformInit has not. Makes no bucket.</summary>
    /// <returns>False when there is no bucket, and so no state.</returns>
    public async Task<bool> ConnectAsync(CancellationToken cancellationToken)
    {
        if (!_connected)
        {
            if (!await StateBuckets.ExistsAsync(_build, await StateBucketNameAsync(), cancellationToken))
            {
                return false;
            }

            await (await RunnerAsync()).InitAsync(cancellationToken);
            _connected = true;
        }

        return true;
    }

    /// <summary>The stack's outputs; null when nothing is applied.</summary>
    public async Task<StackOutputs?> FindOutputsAsync(CancellationToken cancellationToken)
    {
        if (!await ConnectAsync(cancellationToken))
        {
            return null;
        }

        // A state without outputs and no state at all are the same to terraform.
        var json = await (await RunnerAsync()).OutputAsync(cancellationToken);
        return json.Trim() is "{}" or "" ? null : StackOutputsReader.Read(json, _build.TerraformStack);
    }

    /// <summary>What the plan of this run, or of the one that TerraformApply takes, was made from.</summary>
    public async Task<PlanBindingInputs> BindingInputsAsync(string planFile, CancellationToken cancellationToken)
    {
        var options = await OptionsAsync();
        var state = await (await RunnerAsync()).StateSerialAsync(cancellationToken);
        return new PlanBindingInputs
        {
            Stack = _build.TerraformStack,
            Directory = options.Directory,
            RelativeTo = _build.RootDirectory,
            DataDirectory = options.DataDirectory,
            VariableFiles = options.VariableFiles,
            Variables = options.Environment.Where(x => x.Key.StartsWith("TF_VAR_", StringComparison.Ordinal))
                .Select(x => KeyValuePair.Create(x.Key["TF_VAR_".Length..], x.Value))
                .Concat(options.Variables).GroupBy(x => x.Key).ToDictionary(x => x.Key, x => x.Last().Value),
            StateLineage = state?.Lineage ?? "",
            StateSerial = state?.Serial ?? 0,
            TerraformVersion = (await ToolAsync()).Version.ToString(),
            PlanFile = planFile,
        };
    }

    /// <summary>Everything about how a stack of this build is run that needs no account.</summary>
    public static TerraformOptions Options(ITerraform build) => new()
    {
        Directory = build.TerraformDirectory,
        VariableFiles = [.. VariableFiles(build)],
        Variables = build.TerraformVariables,
        Environment = Environment(build),
        Secrets = build.TerraformPlanKey is { Length: > 0 } key ? [key] : [],
        DataDirectory = build.TemporaryDirectory / "terraform" / build.Profile,
        TemporaryDirectory = build.TemporaryDirectory / "terraform" / "temp",
        Locks = !build.DryRun,
        KeepsLockFile = build.IsServerBuild,
        LockTimeout = LockTimeout(build),
    };

    /// <exception cref="FairleadException">It is negative, which terraform takes for not waiting at all.</exception>
    public static TimeSpan LockTimeout(ITerraform build) => build.TerraformLockWait >= 0
        ? TimeSpan.FromMinutes(build.TerraformLockWait)
        : throw new FairleadException($"--terraform-lock-wait is {build.TerraformLockWait}.", "", "Give minutes: 0 does not wait.");

    /// <summary>The profile's own file in the stack's directory, when there is one, and those of the parameter.</summary>
    public static IEnumerable<string> VariableFiles(ITerraform build)
    {
        var own = build.TerraformDirectory / $"{build.Profile}.tfvars";
        return [.. File.Exists(own) ? [(string)own] : Array.Empty<string>(), .. build.TerraformVariableFiles.Select(x => (string)x)];
    }

    /// <summary>The program that satisfies the stack and the parameters.</summary>
    /// <param name="build">The build.</param>
    /// <param name="directory">The stack.</param>
    /// <param name="allowDownload">False only looks.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static Task<TerraformTool> FindToolAsync(ITerraform build, string directory, bool allowDownload, CancellationToken cancellationToken)
        => new TerraformLocator(
            new TerraformToolOptions
            {
                ProgramPath = build.TerraformPath is { } path ? (string)path : null,
                Version = Version(build.TerraformVersion),
                ConfigurationDirectory = directory,
                AllowDownload = allowDownload,
                CacheDirectory = build.TemporaryDirectory / "terraform" / "versions",
                Environment = Environment(build),
            },
            LogReporter.Instance).FindAsync(cancellationToken);

    private static TerraformVersion? Version(string? text)
        => text is null ? null
            : Infrastructure.Terraform.TerraformVersion.TryParse(text, out var version) ? version
            : throw new FairleadException($"--terraform-version is '{text}'.", "That is no version.", "Give an exact one: 1.11.4.");

    private async Task<string> FindAccountAsync()
    {
        using var aws = new AwsClients(AwsPlace.Options(_build));
        return await AwsPlace.AccountAsync(aws, Cancellation.Token);
    }

    /// <summary>What the profile says of AWS reaches the provider and the backend by the environment, so that no stack has to know of it.</summary>
    private static IReadOnlyDictionary<string, string> Environment(ITerraform build)
    {
        AwsPlace.TakeRole(build);
        var environment = new Dictionary<string, string>(TerraformEnvironment.OfThisProcess())
        {
            ["AWS_REGION"] = build.AwsRegion,
        };
        Set("AWS_PROFILE", build.AwsProfile);
        Set("AWS_ENDPOINT_URL", build.AwsEndpointUrl);
        Set("AWS_MAX_ATTEMPTS", build.AwsMaxAttempts?.ToString(CultureInfo.InvariantCulture));
        if (AwsPlace.IsEmulator(build.AwsEndpointUrl))
        {
            // An emulator has no metadata service, and the one of the machine has nothing to say here.
            environment["AWS_EC2_METADATA_DISABLED"] = "true";
        }

        return environment;

        void Set(string name, string? value)
        {
            if (value is not null)
            {
                environment[name] = value;
            }
        }
    }
}
