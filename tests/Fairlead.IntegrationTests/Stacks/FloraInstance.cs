using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Fairlead.IntegrationTests.Infrastructure;

namespace Fairlead.IntegrationTests.Stacks;

/// <summary>A folder that flora's scripts take for their instance. They run with real bash, jq, curl,
/// node and AWS CLI, on the emulator; only PM2 is played.</summary>
internal sealed class FloraInstance : IDisposable
{
    // Starts and ends one process as PM2 does in fork mode, with the very file that PM2 gets. PM2 runs a script that names no interpreter with
    // its own node. It ends it with SIGINT, and after a time with SIGKILL: all processes below it, unless it is told not to.
    private const string Pm2 = """
        #!/usr/bin/env node
        const fs = require('node:fs'), path = require('node:path'), { spawn } = require('node:child_process');
        const [action, file] = process.argv.slice(2), pid = `${process.env.SANDBOX}/pid`;
        const signal = (id, name) => { try { return process.kill(id, name); } catch { return false; } };
        const stop = () => {
          if (!fs.existsSync(pid)) return;
          const id = Number(fs.readFileSync(pid, 'utf8')), end = Date.now() + 10000;
          signal(id, 'SIGINT');
          while (signal(id, 0) && Date.now() < end) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
          signal(id, 'SIGKILL');
        };
        if (action === 'save') { fs.writeFileSync(`${process.env.SANDBOX}/saved`, ''); process.exit(0); }
        stop();
        if (action === 'delete') process.exit(0);
        const app = require(file).apps[0];
        const child = spawn(process.execPath, [...app.node_args ?? [], path.resolve(app.cwd, app.script), ...app.args ?? []], {
          cwd: app.cwd, detached: true, env: { ...process.env, ...app.env },
          stdio: ['ignore', fs.openSync(app.out_file, 'a'), fs.openSync(app.error_file, 'a')],
        });
        fs.writeFileSync(pid, String(app.treekill === false ? child.pid : -child.pid));
        child.unref();
        """;

    // Ends by itself, should a test be killed.
    private const string Server = """
        setTimeout(() => process.exit(), 90000);
        require('node:http').createServer((_, response) => response.end(JSON.stringify({
          release: process.env.RELEASE_ID, secret: process.env.JWT_SECRET, database: process.env.DATABASE_URL, node: process.env.NODE_ENV,
        }))).listen(process.env.PORT, '127.0.0.1');
        """;

    // The same as a program, which the kernel starts and node does not: it says which process it is, and what it was sent.
    private const string Program = $$"""
        #!/usr/bin/env node
        {{Server}}
        const note = (text) => require('node:fs').appendFileSync(`${process.env.SANDBOX}/program`, `${text}\n`);
        note(process.pid);
        for (const name of ['SIGINT', 'SIGTERM']) process.on(name, () => { note(name); setTimeout(() => process.exit(), 200); });
        """;

    private readonly string _root = Directory.CreateTempSubdirectory("fairlead flora-").FullName;
    private readonly string _scripts = Repository.PathOf("infra", "stacks", "flora", "scripts");
    private readonly string _id = $"flora-{Guid.NewGuid():n}";
    private readonly int _port = FreePort.Next();
    private readonly AwsEmulator _emulator;
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromMinutes(2) };

    private FloraInstance(AwsEmulator emulator) => _emulator = emulator;

    /// <summary>An instance as the bootstrap script leaves it, with one setting, one secret and a database's password.</summary>
    public static async Task<FloraInstance> MakeAsync(AwsEmulator emulator)
    {
        var instance = new FloraInstance(emulator);
        foreach (var directory in new[] { "bin", "log", "srv/releases" })
        {
            Directory.CreateDirectory(instance.PathOf(directory));
        }

        instance.Write("bin/pm2", Pm2);
        instance.Write("bin/refresh-environment", $"#!/bin/sh\nexec bash '{instance._scripts}/refresh-environment.sh' \"$@\"\n");
        instance.MakeExecutable("bin/pm2");
        instance.MakeExecutable("bin/refresh-environment");

        await instance.SendAsync("s3", HttpMethod.Put, $"/{instance._id}");
        await instance.SetParameterAsync("JWT_SECRET", "a secret with 'quotes' and $signs");
        await instance.SetParameterAsync("NODE_ENV", "production");
        await instance.CallAsync(
            "secretsmanager",
            "secretsmanager.CreateSecret",
            new { Name = instance._id, SecretString = """{"username":"app","password":"p@ss:w/rd"}""" });
        instance.Write("api.conf", $"""
            SERVICE_NAME='flora'
            SERVICE_USER='{System.Environment.UserName}'
            SERVICE_ROOT='{instance.PathOf("srv")}'
            LIBRARY='{instance._scripts}'
            LOG_DIRECTORY='{instance.PathOf("log")}'
            LOCK_FILE='{instance.PathOf("lock")}'
            ENVIRONMENT_FILE='{instance.EnvironmentFile}'
            AWS_REGION='us-east-1'
            API_PORT='{instance._port}'
            HEALTH_CHECK_PATH='/api/health'
            HEALTH_SECONDS='15'
            ENTRY_SCRIPT='dist/index.js'
            MIGRATE_COMMAND='node migrate.js'
            RELEASE_BUCKET='{instance._id}'
            RELEASE_PREFIX='releases'
            KEEP_RELEASES='3'
            FILES_BUCKET='files'
            PARAMETER_PATH='/{instance._id}/production'
            DATABASE_SECRET_ARN='{instance._id}'
            DATABASE_HOST='db.example'
            DATABASE_PORT='5432'
            DATABASE_NAME='flora'
            DATABASE_URL_PARAMETERS='sslmode=require'
            """);
        return instance;
    }

    public string EnvironmentFile => PathOf("srv/environment.json");

    public string LockFile => PathOf("lock");

    /// <summary>The releases on disk.</summary>
    public string[] Releases => [.. Directory.GetDirectories(PathOf("srv/releases")).Select(x => Path.GetFileName(x)!).Order()];

    /// <summary>The releases whose migrations ran, each with the database that it saw.</summary>
    public string[] Migrations => File.Exists(PathOf("migrations")) ? File.ReadAllLines(PathOf("migrations")) : [];

    /// <summary>What the programs noted, one line each: their process when they start, and the signals that they get.</summary>
    public string[] Notes => File.Exists(PathOf("program")) ? File.ReadAllLines(PathOf("program")) : [];

    /// <summary>Whether PM2's list was saved for the next start of the machine.</summary>
    public bool Saved => File.Exists(PathOf("saved"));

    /// <summary>Puts a release into the bucket.</summary>
    /// <param name="release">Its name.</param>
    /// <param name="start">What its entry script does; a working server when null.</param>
    /// <param name="migrate">What its migration does beside being noted.</param>
    public async Task PublishAsync(string release, string? start = null, string migrate = "")
    {
        Write($"made/{release}/dist/index.js", start ?? Server);
        Write(
            $"made/{release}/migrate.js",
            $"{migrate}\nrequire('node:fs').appendFileSync(`${{process.env.SANDBOX}}/migrations`, `{release} ${{process.env.DATABASE_URL}}\\n`);");
        await PublishFolderAsync(release);
    }

    /// <summary>Puts a release into the bucket that is a program called <c>server</c>, and tells the instance that it is.</summary>
    /// <param name="release">Its name.</param>
    /// <param name="start">The program; a working server that notes its signals when null.</param>
    public async Task PublishProgramAsync(string release, string? start = null)
    {
        Write($"made/{release}/server", start ?? Program);
        MakeExecutable($"made/{release}/server");
        Configure(("ENTRY_SCRIPT", "server"), ("MIGRATE_COMMAND", ""));
        await PublishFolderAsync(release);
    }

    /// <summary>Puts an archive into the bucket.</summary>
    public async Task PublishArchiveAsync(string release, string archive)
    {
        await using var content = File.OpenRead(archive);
        await SendAsync("s3", HttpMethod.Put, $"/{_id}/releases/{release}.tar.gz", new StreamContent(content));
    }

    /// <summary>Changes the configuration that Terraform wrote.</summary>
    public void Configure(params (string Name, string Value)[] settings)
        => File.AppendAllLines(PathOf("api.conf"), ["", .. settings.Select(x => $"{x.Name}='{x.Value}'")]);

    public Task SetParameterAsync(string name, string value)
        => CallAsync("ssm", "AmazonSSM.PutParameter", new { Name = $"/{_id}/production/{name}", Value = value, Type = "SecureString", Overwrite = true });

    public Task SetDatabasePasswordAsync(string password, string username = "app")
        => CallAsync(
            "secretsmanager",
            "secretsmanager.PutSecretValue",
            new { SecretId = _id, SecretString = JsonSerializer.Serialize(new { username, password }) });

    /// <summary>What a new instance would start.</summary>
    public async Task<string> RecordedAsync()
        => (await (await SendAsync("s3", HttpMethod.Get, $"/{_id}/releases/current")).Content.ReadAsStringAsync()).TrimEnd();

    /// <summary>Where the API listens.</summary>
    public int Port => _port;

    /// <summary>What the API says of itself; null when nobody answers.</summary>
    public async Task<JsonElement?> ServedAsync()
    {
        try
        {
            return JsonDocument.Parse(await _http.GetStringAsync(new Uri($"http://127.0.0.1:{_port}/api/health"))).RootElement;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>Runs <c>deploy-release</c>.</summary>
    public Task<(int Code, string Output, string Error)> DeployAsync(string release) => RunAsync("deploy-release.sh", release);

    /// <summary>Runs <c>refresh-environment --reload</c>, as the timer does.</summary>
    public Task<(int Code, string Output, string Error)> RefreshAsync() => RunAsync("refresh-environment.sh", "--reload");

    /// <summary>Runs a script of bash in which <c>$RUNNER</c> is with-environment.cjs, and returns what it wrote.</summary>
    public Task<string> WithEnvironmentAsync(string script)
    {
        File.WriteAllText(EnvironmentFile, """{"JWT_SECRET":"a secret"}""");
        return CommandLine.SucceedAsync("bash", ["-c", script], new Dictionary<string, string>
        {
            ["RUNNER"] = Path.Combine(_scripts, "with-environment.cjs"),
            ["SERVICE_ROOT"] = PathOf("srv"),
            ["ENVIRONMENT_FILE"] = EnvironmentFile,
        });
    }

    /// <summary>Leaves the link where a deploy that was killed before it looked left it.</summary>
    public void PointTo(string release)
    {
        File.Delete(PathOf("srv/current"));
        Directory.CreateDirectory(PathOf($"srv/releases/{release}"));
        File.CreateSymbolicLink(PathOf("srv/current"), PathOf($"srv/releases/{release}"));
    }

    public void Dispose()
    {
        if (File.Exists(PathOf("pid")) && int.TryParse(File.ReadAllText(PathOf("pid")), out var id))
        {
            try
            {
                using var process = Process.GetProcessById(Math.Abs(id));
                process.Kill(entireProcessTree: true);
                process.WaitForExit();
            }
            catch (ArgumentException)
            {
                // It ended before.
            }
        }

        _http.Dispose();
        Directory.Delete(_root, recursive: true);
    }

    private Task<(int Code, string Output, string Error)> RunAsync(string script, string argument)
        => CommandLine.RunAsync("bash", [Path.Combine(_scripts, script), argument], new Dictionary<string, string>(_emulator.Environment)
        {
            ["PATH"] = $"{PathOf("bin")}{Path.PathSeparator}{System.Environment.GetEnvironmentVariable("PATH")}",
            ["SANDBOX"] = _root,
            ["SERVICE_CONFIG"] = PathOf("api.conf"),
            ["SERVICE_LIBRARY"] = _scripts,
            ["REFRESH_ENVIRONMENT"] = PathOf("bin/refresh-environment"),
            ["LOCK_SECONDS"] = "0",
        });

    private string PathOf(string path) => Path.Combine(_root, path);

    private void Write(string path, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        File.WriteAllText(PathOf(path), content);
    }

    private void MakeExecutable(string path) => File.SetUnixFileMode(PathOf(path), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

    private async Task PublishFolderAsync(string release)
    {
        await CommandLine.SucceedAsync("tar", ["-czf", PathOf($"made/{release}.tar.gz"), "-C", PathOf($"made/{release}"), "."]);
        await PublishArchiveAsync(release, PathOf($"made/{release}.tar.gz"));
    }

    private async Task CallAsync(string service, string target, object request)
    {
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(request))
        {
            Headers = { ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.1") }
        };
        await SendAsync(service, HttpMethod.Post, "/", content, target);
    }

    // The emulator reads from a signature which service is meant, and does not verify it.
    private async Task<HttpResponseMessage> SendAsync(string service, HttpMethod method, string path, HttpContent? content = null, string? target = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(_emulator.Endpoint + path)) { Content = content };
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            $"AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/{service}/aws4_request, SignedHeaders=host, Signature=none");
        request.Headers.TryAddWithoutValidation("X-Amz-Target", target);
        var response = await _http.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        return response;
    }
}
