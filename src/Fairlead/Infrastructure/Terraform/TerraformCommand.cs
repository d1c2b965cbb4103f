using System.Globalization;

namespace Fairlead.Infrastructure.Terraform;

/// <summary>A command line of terraform. Built here, run elsewhere; holds no value of a variable.</summary>
/// <param name="Name">The subcommand, for messages: <c>plan</c>.</param>
/// <param name="Arguments">All words behind the program.</param>
internal sealed record TerraformCommand(string Name, IReadOnlyList<string> Arguments)
{
    /// <param name="options">The root module and what it is run with.</param>
    /// <param name="json">tofu learnt <c>init -json</c> later than terraform.</param>
    /// <param name="withBackend">Without, only providers and modules are installed.</param>
    /// <param name="backendFile">The rest of the backend's configuration.</param>
    /// <param name="reconfigure">Forgets the backend that was configured before, and moves no state.</param>
    /// <param name="isLocked">Takes no provider that the lock file has no digest of, instead of noting the digest of what came.</param>
    public static TerraformCommand Init(
        TerraformOptions options, bool json, bool withBackend, string? backendFile, bool reconfigure, bool isLocked) => new(
        "init",
        [
            "init", "-input=false", "-no-color",
            .. When(json, "-json"),
            .. When(isLocked, "-lockfile=readonly"),
            .. When(!withBackend, "-backend=false"),
            .. When(withBackend && backendFile is not null, $"-backend-config={backendFile}"),
            .. When(withBackend && reconfigure, "-reconfigure"),
            .. When(withBackend, LockTimeout(options)),
        ]);

    public static TerraformCommand Validate() => new("validate", ["validate", "-json", "-no-color"]);

    public static TerraformCommand Plan(TerraformOptions options, PlanRequest request, IEnumerable<string> variableFiles) => new(
        "plan",
        [
            "plan", "-json", "-input=false", "-no-color", "-detailed-exitcode",
            $"-out={Path.GetFullPath(request.File)}",
            .. When(request.Destroy, "-destroy"),
            .. When(request.RefreshOnly, "-refresh-only"),
            .. When(!request.Refresh, "-refresh=false"),
            LockTimeout(options),
            .. Parallelism(options),
            .. variableFiles.Select(x => $"-var-file={x}"),
        ]);

    public static TerraformCommand Apply(TerraformOptions options, string planFile, IEnumerable<string> variableFiles) => new(
        "apply",
        [
            "apply",
            "-json",
            "-input=false",
            "-no-color",
            LockTimeout(options),
            .. Parallelism(options),
            .. variableFiles.Select(x => $"-var-file={x}"),
            Path.GetFullPath(planFile)
        ]);

    public static TerraformCommand Show(string planFile) => new("show", ["show", "-json", "-no-color", Path.GetFullPath(planFile)]);

    public static TerraformCommand Output() => new("output", ["output", "-json", "-no-color"]);

    public static TerraformCommand StatePull() => new("state pull", ["state", "pull"]);

    public static TerraformCommand ForceUnlock(string id) => new("force-unlock", ["force-unlock", "-force", id]);

    private static string[] When(bool condition, string argument) => condition ? [argument] : [];

    private static string LockTimeout(TerraformOptions options)
        => options.Locks ? string.Create(CultureInfo.InvariantCulture, $"-lock-timeout={Math.Ceiling(options.LockTimeout.TotalSeconds):0}s") : "-lock=false";

    private static string[] Parallelism(TerraformOptions options)
        => options.Parallelism is { } parallelism ? [string.Create(CultureInfo.InvariantCulture, $"-parallelism={parallelism}")] : [];
}
