using System.Diagnostics;
using System.Globalization;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Fairlead.Http;
using Fairlead.Reporting;
using Fairlead.Secrets;
using Fairlead.Secrets.Children;

namespace Fairlead.Infrastructure.LocalCloud;

/// <summary>Finds, starts and stops the local cloud of one state directory. The process outlives the build that started it.</summary>
public sealed class LocalCloudProcess(LocalCloudOptions options, IReporter reporter)
{
    /// <summary>What the local cloud, and the tasks it starts, see beside what every helper does: no credentials.</summary>
    private static readonly string[] PassedOn = ["DOCKER_HOST"];

    /// <summary>With which the program ends when another has the state directory.</summary>
    private const int HeldExitCode = 3;

    private static readonly HttpClient Http = LimitedHttp.CreateClient(
        HttpLimits.Default with { Connect = TimeSpan.FromSeconds(2), Whole = TimeSpan.FromSeconds(10) },
        x => x.UseProxy = false);

    /// <summary>The local cloud that runs on the state directory and answers, or null.</summary>
    public async Task<LocalCloudEndpoints?> FindAsync(CancellationToken cancellationToken)
    {
        if (await ReadAsync(options.EndpointsFile, LocalCloudJson.Default.LocalCloudEndpoints, cancellationToken) is { Api: not null } noted)
        {
            // The port may belong to another program by now, so the answer must name the process that the note names.
            // And a program of another user could answer with that name: only the local cloud holds the lock of its directory.
            return await AskAsync(noted.Api, cancellationToken) is { } answer && answer.ProcessId == noted.ProcessId && IsHeld() ? answer : null;
        }

        // Without its note a local cloud that runs could neither be found nor stopped. Who holds the lock of the directory listens on its ports.
        // The lock is looked at last: looking takes it for a moment, which must not happen to one that is just starting.
        return await ReadAsync(options.PortsFile, LocalCloudJson.Default.LocalCloudPorts, cancellationToken) is { Api: > 0 and <= ushort.MaxValue } ports
               && await AskAsync(new Uri($"http://127.0.0.1:{ports.Api}"), cancellationToken) is { } unnoted
               && IsHeld()
            ? unnoted
            : null;
    }

    private static async Task<T?> ReadAsync<T>(string file, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(await File.ReadAllBytesAsync(file, cancellationToken), type);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    private async Task<LocalCloudEndpoints?> AskAsync(Uri api, CancellationToken cancellationToken)
    {
        try
        {
            var key = await ReadControlKeyAsync(cancellationToken);
            using var request = LocalCloudEndpoints.ControlRequest(HttpMethod.Get, new Uri(api, "/_fairlead/status"), key);
            using var response = await Http.SendAsync(request, cancellationToken);
            var answer = JsonSerializer.Deserialize(
                await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(cancellationToken),
                LocalCloudJson.Default.LocalCloudEndpoints);
            return answer is null ? null : await WithKeysAsync(answer, key, cancellationToken);
        }
        catch (Exception exception)
            when (exception is HttpRequestException or JsonException || (exception is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }

    /// <summary>Read at every use: each start of the local cloud makes a new one. Null when there is none.</summary>
    private async Task<string?> ReadControlKeyAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllTextAsync(options.ControlKeyFile, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private async Task<LocalCloudEndpoints> WithKeysAsync(LocalCloudEndpoints endpoints, string? controlKey, CancellationToken cancellationToken)
    {
        SecretMask.Learn(controlKey);
        return endpoints with { ControlKey = controlKey, AccessKey = await LocalCloudAccessKey.ReadAsync(options.AccessKeyFile, cancellationToken) };
    }

    /// <summary>The local cloud, started when it did not run and replaced when an older build of it ran. Idempotent.</summary>
    /// <exception cref="FairleadException">It does not start; the message holds what it said.</exception>
    public async Task<LocalCloudEndpoints> EnsureRunningAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(options.ProgramFile))
        {
            throw new FairleadException(
                "The local cloud cannot be started.",
                $"Its program is not at {options.ProgramFile}.",
                "Run the build through build.sh, which compiles it, or choose another profile.");
        }

        var version = VersionOf(options.ProgramFile);
        var running = await FindAsync(cancellationToken);
        if (running is not null && running.Version != version)
        {
            reporter.Information("The running local cloud is from another build; it is replaced and keeps its state.");
            await StopAsync(cancellationToken);
            running = null;
        }

        if (running is not null)
        {
            return running;
        }

        var started = await StartAsync(cancellationToken);
        reporter.Information($"The local cloud answers at {UrlText.Of(started.Api)} (process {started.ProcessId}); its state is in {options.StateDirectory}.");
        if (started.Notice is { } notice)
        {
            reporter.Warning(notice);
        }

        return started;
    }

    /// <summary>Stops the local cloud and the tasks that it runs. False when none ran. The state stays.</summary>
    public async Task<bool> StopAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } running)
        {
            return false;
        }

        Process process;
        try
        {
            process = Process.GetProcessById(running.ProcessId);
        }
        catch (ArgumentException)
        {
            return false;
        }

        using (process)
        using (var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken))
        {
            timeout.CancelAfter(options.StopTimeout);
            try
            {
                using var request = running.ControlRequest(HttpMethod.Post, "/_fairlead/stop");
                using var answer = await Http.SendAsync(request, timeout.Token);
                answer.EnsureSuccessStatusCode();
                await process.WaitForExitAsync(timeout.Token);
            }
            catch (Exception exception)
                when (exception is HttpRequestException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
            {
                reporter.Warning($"The local cloud did not stop in {options.StopTimeout.TotalSeconds:0} seconds and is killed.");
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(cancellationToken);
            }
        }

        return true;
    }

    /// <summary>Ends what a local cloud of this state directory that was killed has left running, and nothing else. For when none runs.</summary>
    /// <returns>How many processes and containers that were.</returns>
    /// <exception cref="FairleadException">A local cloud has the directory and does not answer, or the processes cannot be ended.</exception>
    public async Task<int> EndLeftoversAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(options.ProgramFile) || !Directory.Exists(options.StateDirectory))
        {
            return 0;
        }

        using var process = Start("--end-leftovers");
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(options.StopTimeout);
        string said;
        string complained;
        try
        {
            (said, complained) = (await process.StandardOutput.ReadToEndAsync(timeout.Token), await process.StandardError.ReadToEndAsync(timeout.Token));
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            throw new FairleadException(
                "What a killed local cloud left running is not ended.",
                $"That did not take place within {options.StopTimeout.TotalSeconds:0} seconds.",
                $"Look at {options.LogFile}.");
        }

        return process.ExitCode == 0 && int.TryParse(said.Trim(), CultureInfo.InvariantCulture, out var ended)
            ? ended
            : throw new FairleadException(
                process.ExitCode == HeldExitCode
                    ? "A local cloud has this state and does not answer."
                    : "What a killed local cloud left running is not ended.",
                complained.Trim(),
                process.ExitCode == HeldExitCode ? "End its process, and run again." : $"Look at {options.LogFile}.");
    }

    /// <summary>Whether the state on the disk has the stack, also while no local cloud runs.</summary>
    public bool KeepsStack(string name)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(options.StacksFile));
            return document.RootElement.TryGetProperty("stacks", out var stacks) && stacks.TryGetProperty(name, out _);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException)
        {
            // Something is there; what is wrong with it, the local cloud tells when it is started.
            return true;
        }
    }

    private async Task<LocalCloudEndpoints> StartAsync(CancellationToken cancellationToken)
    {
        var (endpoints, said) = await TryStartAsync(cancellationToken);
        if (endpoints is null)
        {
            // The one that had the directory has ended meanwhile.
            (endpoints, said) = await TryStartAsync(cancellationToken);
        }

        return endpoints ?? throw new FairleadException(
            "The local cloud does not start.",
            $"Another one has its state directory {options.StateDirectory}, and does not answer. It said: {said}",
            "End its process, and run again.");
    }

    private Process Start(params string[] arguments)
    {
        var start = ChildStart.Of(
            options.DotNetPath,
            ["exec", options.ProgramFile, "--state", options.StateDirectory, .. arguments],
            ChildEnvironment.Bare(ChildEnvironment.OfThisProcess(), PassedOn));
        start.RedirectStandardInput = true;
        start.WorkingDirectory = options.ProgramDirectory;

        // It is meant to stay when the build ends, however that ends: nobody watches over it.
        var process = ChildStart.Run(start);
        process.StandardInput.Close();
        return process;
    }

    /// <summary>No endpoints, and what the program said, when another local cloud had the directory and does not answer.</summary>
    private async Task<(LocalCloudEndpoints? Endpoints, string Said)> TryStartAsync(CancellationToken cancellationToken)
    {
        using var process = Start();
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(options.StartTimeout);
        string? line;
        try
        {
            line = await process.StandardOutput.ReadLineAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            throw new FairleadException(
                "The local cloud does not start.",
                $"It said nothing for {options.StartTimeout.TotalSeconds:0} seconds.",
                $"Look at {options.LogFile}.");
        }

        if (line is null)
        {
            var said = (await process.StandardError.ReadToEndAsync(cancellationToken)).Trim();
            await process.WaitForExitAsync(cancellationToken);

            var other = await FindStartingAsync(timeout.Token);
            return other is not null || process.ExitCode == HeldExitCode
                ? (other, said)
                : throw new FairleadException(
                    "The local cloud does not start.",
                    said.Length > 0 ? said : $"It ended with exit code {process.ExitCode} and said nothing.",
                    $"Its log is {options.LogFile}.");
        }

        var endpoints = JsonSerializer.Deserialize(line, LocalCloudJson.Default.LocalCloudEndpoints)
                        ?? throw new FairleadException(
                            "The local cloud does not start.",
                            $"It said '{line}' where its endpoints were expected.",
                            $"Look at {options.LogFile}.");
        return (await WithKeysAsync(endpoints, await ReadControlKeyAsync(cancellationToken), cancellationToken), "");
    }

    /// <summary>
    /// Another build may have started the local cloud at the same moment. It holds the lock of the state directory some time before
    /// it answers; that one is as good as ours.
    /// </summary>
    private async Task<LocalCloudEndpoints?> FindStartingAsync(CancellationToken cancellationToken)
    {
        while (IsHeld() && !cancellationToken.IsCancellationRequested)
        {
            if (await FindAsync(CancellationToken.None) is { } endpoints)
            {
                return endpoints;
            }

            await Task.WhenAny(Task.Delay(TimeSpan.FromMilliseconds(50), cancellationToken));
        }

        return await FindAsync(CancellationToken.None);
    }

    private bool IsHeld()
    {
        try
        {
            using var file = new FileStream(Path.Combine(options.StateDirectory, "lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    private static string VersionOf(string programFile)
    {
        using var reader = new PEReader(File.OpenRead(programFile));
        var metadata = reader.GetMetadataReader();
        return metadata.GetGuid(metadata.GetModuleDefinition().Mvid).ToString("N");
    }
}
