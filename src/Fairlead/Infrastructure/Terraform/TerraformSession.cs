using System.Globalization;
using System.Text;
using Fairlead.Infrastructure.Terraform.Configuration;
using Fairlead.Infrastructure.Terraform.Installation;
using Fairlead.Infrastructure.Terraform.Messages;
using Fairlead.Infrastructure.Terraform.Processes;
using Fairlead.Reporting;
using Fairlead.Secrets;

namespace Fairlead.Infrastructure.Terraform;

/// <summary>What the commands of one runner share: the root module, the environment, what has to be hidden; and how a command is started.</summary>
internal sealed class TerraformSession
{
    // A stack trace of a provider is some 10 KB; with TF_LOG it is behind megabytes of log.
    private const int LongestError = 1 << 20;

    // No lock has it: asked to free it, terraform answers with the lock that there is.
    private const string NoLockId = "00000000-0000-0000-0000-000000000000";

    private readonly TerraformTool _tool;
    private readonly TerraformOptions _options;
    private readonly TerraformProcess _process;

    private TerraformSession(TerraformTool tool, TerraformOptions options, IReporter reporter, RootModule module, SecretMask mask)
    {
        (_tool, _options, Module, Mask) = (tool, options, module, mask);
        _process = new TerraformProcess(new StopLimits(options.InterruptLimit, options.KillLimit, options.Clock, options.SecondCancel), reporter);
        Environment = MakeEnvironment(options);
    }

    public RootModule Module { get; }

    public SecretMask Mask { get; }

    /// <summary>The whole environment of terraform.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; }

    /// <summary>The program as people type it.</summary>
    public string Program => _tool.Product == TerraformProduct.OpenTofu ? "tofu" : "terraform";

    public static async Task<TerraformSession> OpenAsync(TerraformTool tool, TerraformOptions options, IReporter reporter, CancellationToken cancellationToken)
    {
        var module = await RootModule.ReadAsync(options.Directory, tool.Product, cancellationToken);
        var secrets = options.Secrets.Concat(await SecretsAsync(options, module, cancellationToken)).ToList();
        var mask = new SecretMask();
        mask.Add(secrets);
        // What terraform is given may come back in what other tools print, and in outputs.
        SecretMask.Learn(secrets);
        return new TerraformSession(tool, options, reporter, module, mask);
    }

    public static string DataDirectory(TerraformOptions options)
        => Path.GetFullPath(options.DataDirectory ?? ".terraform", Path.GetFullPath(options.Directory));

    /// <summary>Runs a command to its end.</summary>
    /// <param name="command">What to run.</param>
    /// <param name="output">Reads standard output.</param>
    /// <param name="cancellationToken">Interrupts it; does not throw.</param>
    /// <returns>How it ended, and the end of standard error, secrets removed.</returns>
    public async Task<(ProcessEnd End, string Error)> RunAsync(TerraformCommand command, Func<Stream, Task> output, CancellationToken cancellationToken)
    {
        var start = ProcessGroup.StartInfo(_tool.Path, command.Arguments, Environment);
        start.WorkingDirectory = Path.GetFullPath(_options.Directory);

        var error = "";
        var end = await _process.RunAsync(start, output, async stream => error = await ReadEndAsync(stream, LongestError), cancellationToken);
        return (end, Mask.Apply(DiagnosticText.Plain(error)));
    }

    /// <summary>Runs a command whose answer is wanted whole. The answer is as terraform gave it, secrets included.</summary>
    public async Task<(ProcessEnd End, string Output, string Error)> CaptureAsync(TerraformCommand command, CancellationToken cancellationToken)
    {
        var output = "";
        var (end, error) = await RunAsync(command, async stream => output = await ReadEndAsync(stream, int.MaxValue), cancellationToken);
        return (end, output, error);
    }

    /// <summary>Who holds the lock of the state; null when nobody does or when it cannot be found out.</summary>
    public async Task<StateLock?> FindLockAsync()
    {
        var (_, output, error) = await CaptureAsync(TerraformCommand.ForceUnlock(NoLockId), CancellationToken.None);
        return StateLock.Find(DiagnosticText.Plain($"{Mask.Apply(output)}\n{error}"));
    }

    /// <summary>What went wrong. After a crash, what was written to standard error is kept in a file.</summary>
    public FairleadException Explain(string command, ProcessEnd end, IReadOnlyList<TerraformDiagnostic> diagnostics, string other)
    {
        var log = TerraformErrors.IsCrash(diagnostics, other) ? Keep(command, other) : null;
        return TerraformErrors.Explain(
            diagnostics,
            new ErrorContext(_tool, command, _options.Directory, end.ExitCode, _options.BackendConfig, TerraformPlatform.Current, log),
            other);
    }

    private string Keep(string command, string text)
    {
        Directory.CreateDirectory(_options.TemporaryDirectory);
        var file = Path.Combine(
            Path.GetFullPath(_options.TemporaryDirectory),
            string.Create(CultureInfo.InvariantCulture, $"terraform-{command.Replace(' ', '-')}-{_options.Clock.GetUtcNow():yyyyMMdd-HHmmss}.log"));
        using var writer = new StreamWriter(ShortLivedFiles.Create(file));
        writer.Write(text);
        return file;
    }

    private static Dictionary<string, string> MakeEnvironment(TerraformOptions options)
    {
        var environment = new Dictionary<string, string>(options.Environment, StringComparer.Ordinal)
        {
            ["TF_IN_AUTOMATION"] = "1",
            ["TF_INPUT"] = "0",
            ["CHECKPOINT_DISABLE"] = "1",
        };
        if (options.DataDirectory is not null)
        {
            environment["TF_DATA_DIR"] = DataDirectory(options);
        }

        if (PluginCache.Default(environment, options.TemporaryDirectory) is { } cache)
        {
            environment["TF_PLUGIN_CACHE_DIR"] = cache;
        }

        return environment;
    }

    /// <summary>The values that sensitive variables get, wherever they come from.</summary>
    private static async Task<List<string>> SecretsAsync(TerraformOptions options, RootModule module, CancellationToken cancellationToken)
    {
        var sensitive = module.Variables.Values.Where(x => x.IsSensitive || x.IsEphemeral).ToDictionary(x => x.Name, StringComparer.Ordinal);
        if (sensitive.Count == 0)
        {
            return [];
        }

        var secrets = new List<string>();
        foreach (var variable in sensitive.Values)
        {
            AddExpression(variable.Default);
            AddText(options.Environment.GetValueOrDefault($"TF_VAR_{variable.Name}"));
            AddText(options.Variables.GetValueOrDefault(variable.Name));
        }

        var files = RootModule
            .AutomaticValueFiles(options.Directory)
            .Concat(options.VariableFiles.Select(x => Path.GetFullPath(x, Path.GetFullPath(options.Directory))));
        foreach (var file in files)
        {
            foreach (var (name, expression) in await RootModule.ReadValuesAsync(file, cancellationToken))
            {
                if (sensitive.ContainsKey(name))
                {
                    AddExpression(expression);
                }
            }
        }

        return secrets;

        void AddText(string? text)
        {
            if (text is not null)
            {
                secrets.Add(text);
                secrets.AddRange(HclReader.Literals(text));
            }
        }

        void AddExpression(string? expression)
        {
            if (expression is not (null or "null" or "true" or "false"))
            {
                AddText(HclReader.Literal(expression) ?? expression);
            }
        }
    }

    private static async Task<string> ReadEndAsync(Stream stream, int longest)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: false);
        var text = new StringBuilder();
        var buffer = new char[1 << 14];
        for (int read; (read = await reader.ReadAsync(buffer)) > 0;)
        {
            text.Append(buffer, 0, read);
            if (text.Length > longest)
            {
                text.Remove(0, text.Length - longest);
            }
        }

        return text.ToString();
    }
}
