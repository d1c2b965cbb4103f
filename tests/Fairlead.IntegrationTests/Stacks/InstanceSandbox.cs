using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Fairlead.IntegrationTests.Stacks;

/// <summary>A folder that the instance's scripts take for an instance: they are real, and so is bash; AWS, systemd and the users are not.</summary>
internal sealed class InstanceSandbox : IDisposable
{
    public const string Secret = "arn:aws:secretsmanager:us-east-1:123456789012:secret:shop-AbCdEf";

    private readonly string _root = Directory.CreateTempSubdirectory("fairlead instance-").FullName;
    private readonly string _modules = Repository.PathOf("infra", "modules", "ec2-service", "files");
    private string _patience = "1";

    public InstanceSandbox()
    {
        Write("configuration/service.conf", """
            AWS_REGION="us-east-1"
            RELEASE_BUCKET="releases"
            RELEASE_PREFIX="api"
            SERVICE_PORT="8000"
            SERVICE_HEALTH_PATH="/health"
            SERVICE_INSTALL="echo \"install \$RELEASE_ID\" >>\"\$SANDBOX/trace\""
            SERVICE_MIGRATE="test ! -e broken-migration && echo \"migrate \$RELEASE_ID \$GREETING\" >>\"\$SANDBOX/trace\""
            """);
        Write("configuration/environment", "GREETING=\"hello\"\n");
        Write("configuration/secrets.list", "");
        Directory.CreateDirectory(PathOf("service/releases"));

        // An object, a secret and a parameter are files; a version of a secret is written once.
        Program("aws", """
            file_of() { printf '%s/cloud/%s' "$SANDBOX" "${1#s3://}"; }
            case "$1 $2" in
                "s3 cp")
                    from=$4 to=$5
                    if [[ $from == s3://* ]]; then from=$(file_of "$from"); fi
                    if [[ $to == s3://* ]]; then to=$(file_of "$to"); mkdir -p "$(dirname "$to")"; fi
                    if [ "$from" = - ]; then from=/dev/stdin; fi
                    if [ "$to" = - ]; then cat "$from"; else cat "$from" >"$to"; fi ;;
                "s3api list-objects-v2") if [ -e "$SANDBOX/cloud/$4/$6" ]; then echo 1; else echo 0; fi ;;
                "secretsmanager describe-secret") if [ -e "$(file_of "$4")" ]; then echo 1; else echo 0; fi ;;
                "secretsmanager get-secret-value" | "ssm get-parameter") cat "$(file_of "$4")" ;;
                "secretsmanager get-random-password") echo made-up ;;
                "secretsmanager put-secret-value") set -o noclobber; cat >"$(file_of "$4")" ;;
                *) echo "Unexpected: $*" >&2; exit 99 ;;
            esac
            """);
        Program("systemctl", "echo \"$*\" >>\"$SANDBOX/trace\"");
        Program("curl", "test -e \"$SANDBOX/service/current/healthy\"");
        Program("runuser", "shift 3; exec \"$@\"");
        Program("chown", "true");
        Program("chgrp", "true");
        Program("service-secrets", $"exec bash '{Path.Combine(_modules, "service-secrets.sh")}' \"$@\"");
        Directory.CreateDirectory(PathOf("cloud"));
    }

    /// <summary>What was done, one line each.</summary>
    public string[] Trace => File.Exists(PathOf("trace")) ? File.ReadAllLines(PathOf("trace")) : [];

    /// <summary>The release that the link names.</summary>
    public string? Current => new FileInfo(PathOf("service/current")).LinkTarget is { } target ? Path.GetFileName(target) : null;

    public string[] Releases => [.. Directory.GetDirectories(PathOf("service/releases")).Select(x => Path.GetFileName(x)!).Order()];

    /// <summary>Where a service that really runs says how it is.</summary>
    public Uri HealthAddress { get; private set; } = new("http://127.0.0.1/");

    public void Dispose()
    {
        if (File.Exists(PathOf("pid")) && int.TryParse(File.ReadAllText(PathOf("pid")), out var id))
        {
            try
            {
                using var process = Process.GetProcessById(id);
                process.Kill(entireProcessTree: true);
                process.WaitForExit();
            }
            catch (ArgumentException)
            {
                // It ended before.
            }
        }

        Directory.Delete(_root, recursive: true);
    }

    public string PathOf(string path) => Path.Combine(_root, path);

    public void Write(string path, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        File.WriteAllText(PathOf(path), content);
    }

    /// <summary>Puts a release into the bucket that has files of these names.</summary>
    public async Task PublishAsync(string release, params string[] files)
    {
        Directory.CreateDirectory(PathOf($"made/{release}"));
        Directory.CreateDirectory(PathOf("cloud/releases/api"));
        foreach (var file in files)
        {
            Write($"made/{release}/{file}", "");
        }

        await CommandLine.SucceedAsync("tar", ["-czf", PathOf($"cloud/releases/api/{release}.tar.gz"), "-C", PathOf($"made/{release}"), "."]);
    }

    /// <summary>Puts an archive into the bucket.</summary>
    public void PublishArchive(string release, string archive)
    {
        Directory.CreateDirectory(PathOf("cloud/releases/api"));
        File.Copy(archive, PathOf($"cloud/releases/api/{release}.tar.gz"));
    }

    /// <summary>From now on releases really run, on a free port: the real start.sh starts them with
    /// what systemd would give it, and the real curl asks.</summary>
    public void RunServices(string healthPath, string migrate, string start)
    {
        var port = FreePort.Next();
        HealthAddress = new Uri($"http://127.0.0.1:{port}{healthPath}");
        SetEnvironment(("PORT", $"{port}"));
        File.AppendAllText(
            PathOf("configuration/service.conf"),
            $"\nSERVICE_PORT=\"{port}\"\nSERVICE_HEALTH_PATH=\"{healthPath}\"\nSERVICE_INSTALL=\"\"\nSERVICE_MIGRATE={Quoted(migrate)}\nSERVICE_START={Quoted(start)}\n");
        File.Delete(PathOf("bin/curl"));
        _patience = "60";

        // Both unit file and systemd: an end by SIGTERM, an environment of its own, the log. The lock is the deploy's.
        Program("systemctl", $$"""
            exec 9>&-
            if [ -e "$SANDBOX/pid" ]; then
                kill "$(<"$SANDBOX/pid")"
                while kill -0 "$(<"$SANDBOX/pid")" 2>/dev/null; do sleep 0.1; done
            fi
            env -i PATH="$PATH" SERVICE_CONFIGURATION="$SERVICE_CONFIGURATION" SERVICE_RUNTIME="$SERVICE_RUNTIME" SERVICE_ROOT="$SERVICE_ROOT" \
                bash -c 'set -a; . "$SERVICE_CONFIGURATION/environment"; . "$SERVICE_RUNTIME/secrets.env"; set +a; exec bash "$1"' \
                _ '{{Path.Combine(_modules, "start.sh")}}' </dev/null >>"$SERVICE_LOG" 2>&1 &
            echo $! >"$SANDBOX/pid"
            """);
    }

    /// <summary>Adds to what Terraform wrote for the service.</summary>
    public void SetEnvironment(params (string Name, string Value)[] variables)
        => File.AppendAllLines(PathOf("configuration/environment"), variables.Select(x => $"{x.Name}={Quoted(x.Value)}"));

    /// <summary>Runs one of the module's scripts.</summary>
    public Task<(int Code, string Output, string Error)> RunAsync(string script, params string[] arguments)
        => CommandLine.RunAsync("bash", [Path.Combine(_modules, script), .. arguments], new Dictionary<string, string>
        {
            ["PATH"] = $"{PathOf("bin")}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}",
            ["SANDBOX"] = _root,
            ["SERVICE_CONFIGURATION"] = PathOf("configuration"),
            ["SERVICE_RUNTIME"] = PathOf("run"),
            ["SERVICE_ROOT"] = PathOf("service"),
            ["SERVICE_LOG"] = PathOf("service.log"),
            ["SERVICE_PATIENCE_SECONDS"] = _patience,
        });

    // As user_data.tf does.
    private static string Quoted(string value) => $"\"{Regex.Replace(value, """(["\\$`])""", """\$1""")}\"";

    private void Program(string name, string script)
    {
        Write($"bin/{name}", $"#!/usr/bin/env bash\nset -euo pipefail\n{script}\n");
        File.SetUnixFileMode(PathOf($"bin/{name}"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
