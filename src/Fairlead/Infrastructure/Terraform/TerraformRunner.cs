using System.Text.Json;
using Fairlead.Infrastructure.Terraform.Configuration;
using Fairlead.Infrastructure.Terraform.Messages;
using Fairlead.Infrastructure.Terraform.Processes;
using Fairlead.Reporting;

namespace Fairlead.Infrastructure.Terraform;

/// <summary>
/// Runs terraform or tofu in one root module, headless. Tells progress resource by resource while it happens and warnings at the end of a command;
/// secrets are in neither, nor in arguments. A cancel lets terraform finish what it has begun and give the lock back; the call then throws
/// <see cref="OperationCanceledException"/>. Everything else that goes wrong is a <see cref="FairleadException"/>. One command at a time.
/// </summary>
public sealed class TerraformRunner(TerraformTool tool, TerraformOptions options, IReporter reporter)
{
    private readonly HashSet<string> _warned = new(StringComparer.Ordinal);
    private TerraformSession? _session;

    /// <summary>
    /// Installs providers and modules as the lock file says, never newer ones, and connects the backend. When the backend's address is not the one that
    /// this directory was connected with, the new one is taken and no state is moved.
    /// </summary>
    /// <param name="cancellationToken">Interrupts terraform.</param>
    /// <param name="withBackend">False connects no backend: enough to validate, and needs no credentials.</param>
    /// <exception cref="FairleadException">Also when the version of terraform is not one that the configuration allows; nothing was run then.</exception>
    public async Task InitAsync(CancellationToken cancellationToken, bool withBackend = true)
    {
        var session = await OpenAsync(cancellationToken);
        CheckVersion(session.Module);
        using var files = new ShortLivedFiles(options.TemporaryDirectory);
        var backendFile = withBackend && options.BackendConfig.Count > 0 && session.Module.Backend is not null
            ? files.Write("backend.tfbackend", Lines(options.BackendConfig))
            : null;
        var reconfigure = withBackend && backendFile is not null && BackendMoved(session.Module.Backend!);
        var json = tool.Product == TerraformProduct.Terraform && tool.Version.CompareTo(new TerraformVersion(1, 9, 0)) >= 0;
        await using var cache = await PluginCache.EnterAsync(session.Environment, options, cancellationToken);
        await RunUiAsync(session, TerraformCommand.Init(options, json, withBackend, backendFile, reconfigure, IsLocked()), cancellationToken);
    }

    // Without the file there is nothing to hold on to, and terraform would refuse every provider.
    private bool IsLocked()
    {
        if (!options.KeepsLockFile)
        {
            return false;
        }

        if (File.Exists(Path.Combine(options.Directory, ".terraform.lock.hcl")))
        {
            return true;
        }

        if (_warned.Add(".terraform.lock.hcl"))
        {
            reporter.Warning($"{options.Directory} has no .terraform.lock.hcl, so that its providers are whatever the registry has today: run terraform init "
                + "there and commit the file.");
        }

        return false;
    }

    /// <summary>Checks the configuration without looking at state or cloud. Needs <see cref="InitAsync"/>, without a backend at least.</summary>
    /// <returns>Every error and warning with its file and line; empty when there is nothing to say.</returns>
    public async Task<IReadOnlyList<TerraformDiagnostic>> ValidateAsync(CancellationToken cancellationToken)
    {
        var session = await OpenAsync(cancellationToken);
        var (end, output, error) = await session.CaptureAsync(TerraformCommand.Validate(), cancellationToken);
        ThrowIfStopped(end, cancellationToken);
        try
        {
            if (JsonSerializer.Deserialize(output, UiJson.Default.ValidateAnswer) is { } answer)
            {
                return [.. (answer.Diagnostics ?? []).OfType<UiDiagnostic>().Select(x => UiListener.Of(x, session.Mask))];
            }
        }
        catch (JsonException)
        {
            // Went wrong before the command began.
        }

        throw Failed(session, "validate", end, [.. DiagnosticText.Parse(error)], error);
    }

    /// <summary>Plans, and writes the plan so that only its owner may read it. Takes the lock of the state for as long as it reads.</summary>
    /// <exception cref="FairleadException">Nothing is left of the plan file then.</exception>
    public async Task<PlanRun> PlanAsync(PlanRequest request, CancellationToken cancellationToken)
    {
        var session = await OpenAsync(cancellationToken);
        RefuseUnsavedState();
        var file = Path.GetFullPath(request.File);
        using var files = new ShortLivedFiles(options.TemporaryDirectory);

        // terraform opens the file as it is; one that it made itself could be read by everybody.
        ShortLivedFiles.Create(file).Dispose();
        try
        {
            var command = TerraformCommand.Plan(options, request with { File = file }, VariableFiles(files, session.Module, onlyEphemeral: false));
            var (end, ui) = await RunUiAsync(session, command, cancellationToken, ChangesExitCode);
            return new PlanRun(file, end.ExitCode == ChangesExitCode, Warnings(ui));
        }
        catch
        {
            File.Delete(file);
            throw;
        }
    }

    /// <summary>The plan as JSON (https://developer.hashicorp.com/terraform/internals/json-format). It holds secrets: never show it.</summary>
    public Task<string> ShowPlanJsonAsync(string planFile, CancellationToken cancellationToken)
        => ReadAsync(TerraformCommand.Show(planFile), cancellationToken);

    /// <summary>The root outputs as JSON, sensitive ones included: never show it.</summary>
    public Task<string> OutputAsync(CancellationToken cancellationToken) => ReadAsync(TerraformCommand.Output(), cancellationToken);

    /// <summary>Applies exactly what was planned. terraform refuses a plan when the state has moved
    /// since. Ephemeral variables are given again; no other is.</summary>
    /// <exception cref="FairleadException">What was finished before the error is in the state, and the next run goes on from there.</exception>
    public async Task<ApplyRun> ApplyAsync(string planFile, CancellationToken cancellationToken)
    {
        var session = await OpenAsync(cancellationToken);
        RefuseUnsavedState();
        using var files = new ShortLivedFiles(options.TemporaryDirectory);
        var (_, ui) = await RunUiAsync(
            session,
            TerraformCommand.Apply(options, planFile, VariableFiles(files, session.Module, onlyEphemeral: true)),
            cancellationToken);
        var changes = ui.Changes ?? new UiChanges();
        return new ApplyRun(changes.Add, changes.Change, changes.Remove, changes.Import, Warnings(ui));
    }

    /// <summary>Serial and lineage of the state; null when there is no state yet. The rest of the state is read past and kept nowhere.</summary>
    public async Task<StateSerial?> StateSerialAsync(CancellationToken cancellationToken)
    {
        var session = await OpenAsync(cancellationToken);
        StateSerial? serial = null;
        var (end, error) = await session.RunAsync(TerraformCommand.StatePull(), async stream => serial = await StateHead.ReadAsync(stream), cancellationToken);
        ThrowIfStopped(end, cancellationToken);
        return end.ExitCode == 0 ? serial : throw Failed(session, "state pull", end, [.. DiagnosticText.Parse(error)], error);
    }

    /// <summary>Who holds the lock of the state; null when nobody does, or when the backend cannot tell. Changes nothing.</summary>
    public async Task<StateLock?> FindLockAsync(CancellationToken cancellationToken) => await (await OpenAsync(cancellationToken)).FindLockAsync();

    private const int ChangesExitCode = 2;

    private async Task<TerraformSession> OpenAsync(CancellationToken cancellationToken)
        => _session ??= await TerraformSession.OpenAsync(tool, options, reporter, cancellationToken);

    private void CheckVersion(RootModule module)
    {
        foreach (var (file, text) in module.RequiredVersions)
        {
            VersionConstraint constraint;
            try
            {
                constraint = VersionConstraint.Parse(text);
            }
            catch (FormatException exception)
            {
                throw new FairleadException(
                    "The stack cannot be run.",
                    $"required_version in {file} cannot be understood: {exception.Message}",
                    "Correct it and run the build again.",
                    exception);
            }

            if (!constraint.Contains(tool.Version))
            {
                throw new FairleadException(
                    "The stack cannot be run.",
                        $"{file} requires version {constraint}, and {tool.Path} is {tool}.",
                        "Install a version that satisfies it, or name one for the build to download.");
            }
        }
    }

    /// <summary>True when the note that terraform keeps names another place of the same kind.</summary>
    private bool BackendMoved(string type)
    {
        var note = Path.Combine(TerraformSession.DataDirectory(options), "terraform.tfstate");
        try
        {
            if (!File.Exists(note)
                || JsonSerializer.Deserialize(File.ReadAllBytes(note), UiJson.Default.BackendNote)?.Backend is not { Config: { } config } backend
                || backend.Type != type)
            {
                return false;
            }

            var moved = options.BackendConfig.FirstOrDefault(x => config.TryGetValue(x.Key, out var value)
                && value.ValueKind == JsonValueKind.String
                && value.GetString() != x.Value);
            if (moved.Key is null)
            {
                return false;
            }

            reporter.Information($"The backend is another one than before ({moved.Key} was {config[moved.Key].GetString()}, is {moved.Value}); terraform "
                + $"is connected anew and no state is moved.");
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private void RefuseUnsavedState()
    {
        var file = Path.Combine(options.Directory, "errored.tfstate");
        if (File.Exists(file))
        {
            var program = tool.Product == TerraformProduct.OpenTofu ? "tofu" : "terraform";
            throw new FairleadException(
                "The stack was neither planned nor changed.",
                $"An earlier apply could not save its state and left it in {file}; without it, what that apply made would be made again.",
                $"Run `{program} state push errored.tfstate` in {options.Directory}, delete the file, and run the build again.");
        }
    }

    private List<string> VariableFiles(ShortLivedFiles files, RootModule module, bool onlyEphemeral)
    {
        var ephemeral = module.Variables.Values.Where(x => x.IsEphemeral).Select(x => x.Name).ToHashSet(StringComparer.Ordinal);
        if (onlyEphemeral && ephemeral.Count == 0)
        {
            return [];
        }

        List<string> all = [.. options.VariableFiles.Select(x => Path.GetFullPath(x, Path.GetFullPath(options.Directory)))];
        var values = options.Variables.Where(x => !onlyEphemeral || ephemeral.Contains(x.Key)).ToList();
        if (values.Count > 0)
        {
            all.Add(files.Write(ShortLivedFiles.Values, Lines(values, x => !module.Variables.TryGetValue(x, out var variable) || variable.IsPrimitive)));
        }

        return all;
    }

    private static string Lines(IEnumerable<KeyValuePair<string, string>> values, Func<string, bool>? isText = null)
        => string.Concat(values.Select(x =>
            $"{x.Key} = {(isText?.Invoke(x.Key) ?? !x.Value.TrimStart().StartsWith('{') ? HclReader.Quote(x.Value) : x.Value)}\n"));

    private async Task<string> ReadAsync(TerraformCommand command, CancellationToken cancellationToken)
    {
        var session = await OpenAsync(cancellationToken);
        var (end, output, error) = await session.CaptureAsync(command, cancellationToken);
        ThrowIfStopped(end, cancellationToken);
        return end.ExitCode == 0 ? output : throw Failed(session, command.Name, end, [.. DiagnosticText.Parse(error)], error);
    }

    private async Task<(ProcessEnd End, UiListener Ui)> RunUiAsync(
        TerraformSession session,
        TerraformCommand command,
        CancellationToken cancellationToken,
        int alsoGood = 0)
    {
        var ui = new UiListener(session.Mask, reporter);
        var (end, error) = await session.RunAsync(command, ui.ReadAsync, cancellationToken);
        var diagnostics = ui.Diagnostics.Concat(DiagnosticText.Parse(ui.Other)).Concat(DiagnosticText.Parse(error)).ToList();
        foreach (var warning in diagnostics.Where(x => !x.IsError && _warned.Add(x.ToString())))
        {
            reporter.Warning(warning.ToString());
        }

        if (end.Stop != StopKind.None)
        {
            await TellStopAsync(session, command, end);
            throw new OperationCanceledException(cancellationToken);
        }

        return end.ExitCode == 0 || end.ExitCode == alsoGood ? (end, ui) : throw Failed(session, command.Name, end, diagnostics, $"{ui.Other}\n{error}");
    }

    private async Task TellStopAsync(TerraformSession session, TerraformCommand command, ProcessEnd end)
    {
        if (command.Name is not ("plan" or "apply"))
        {
            return;
        }

        var kept = command.Name == "apply" ? " What was finished is in the state; the next run goes on from there." : "";
        if (end.Stop == StopKind.Interrupted)
        {
            reporter.Information($"terraform finished what it had begun and gave the lock back.{kept}");
        }
        else if (await session.FindLockAsync() is { } held)
        {
            reporter.Warning($"The lock of the state is left: {held} Free it with `{session.Program} force-unlock {held.Id}` in {options.Directory} when "
                + $"nothing runs there any more.");
        }
        else
        {
            reporter.Information($"No lock of the state is left.{kept}");
        }
    }

    private static void ThrowIfStopped(ProcessEnd end, CancellationToken cancellationToken)
    {
        if (end.Stop != StopKind.None)
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }

    private static List<TerraformDiagnostic> Warnings(UiListener ui) => [.. ui.Diagnostics.Where(x => !x.IsError)];

    private FairleadException Failed(TerraformSession session, string command, ProcessEnd end, IReadOnlyList<TerraformDiagnostic> diagnostics, string other)
    {
        foreach (var error in diagnostics.Where(x => x.IsError).Skip(1))
        {
            reporter.Warning(error.ToString());
        }

        return session.Explain(command, end, diagnostics, other);
    }
}
