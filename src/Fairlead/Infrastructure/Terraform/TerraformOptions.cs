namespace Fairlead.Infrastructure.Terraform;

/// <summary>One Terraform root and what it is run with.</summary>
public sealed record TerraformOptions
{
    /// <summary>The root module: <c>infra/stacks/flora</c>.</summary>
    public required string Directory { get; init; }

    /// <summary>Files of variables, in order; a later one wins. Relative ones are relative to <see cref="Directory"/>.</summary>
    public IReadOnlyList<string> VariableFiles { get; init; } = [];

    /// <summary>
    /// Values of variables, over those of the files. A value of a variable of type string, number or bool is taken as it is; any other
    /// is an expression: <c>["a", "b"]</c>. They reach terraform in a file that only its owner may read, never as arguments.
    /// </summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>What completes the partial backend configuration: <c>bucket</c>, <c>key</c>, <c>region</c>. Not credentials:
    /// terraform keeps these values in its data directory and in plan files.</summary>
    public IReadOnlyDictionary<string, string> BackendConfig { get; init; } = new Dictionary<string, string>();

    /// <summary>The whole environment of terraform, apart from what the runner sets for headless use.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = TerraformEnvironment.OfThisProcess();

    /// <summary>Values that never may be shown, beyond those of sensitive variables.</summary>
    public IReadOnlyCollection<string> Secrets { get; init; } = [];

    /// <summary>Where terraform keeps providers and the backend's address between commands; null: <c>.terraform</c> in
    /// <see cref="Directory"/>. Two places deployed from one directory need one each.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>Where plugin cache, logs of crashes and short-lived files go. Made when it does not exist.</summary>
    public string TemporaryDirectory { get; init; } = Path.Combine(Path.GetTempPath(), "fairlead-terraform");

    /// <summary>Whether the state is locked. A lock is an object that is written; a run that may write nothing takes none, and may read a state that another
    /// run is changing.</summary>
    public bool Locks { get; init; } = true;

    /// <summary>Whether <c>.terraform.lock.hcl</c> is what its authors reviewed: a provider that it has no digest of is refused, and not noted in it.
    /// For runs that nobody watches.</summary>
    public bool KeepsLockFile { get; init; }

    /// <summary>How long a command waits for the lock of the state.</summary>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.Zero;

    /// <summary>Resource operations at a time; null: terraform's own default, 10.</summary>
    public int? Parallelism { get; init; }

    /// <summary>How long terraform may finish what it has begun after a cancel, before it is interrupted a second time.</summary>
    public TimeSpan InterruptLimit { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long terraform may take after the second interrupt, before its process group is killed. It gives the operation 5 s itself.</summary>
    public TimeSpan KillLimit { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The user's second cancel: terraform is interrupted again at once instead of after <see cref="InterruptLimit"/>.</summary>
    public CancellationToken SecondCancel { get; init; }

    /// <summary>Measures the limits.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
