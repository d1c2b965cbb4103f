namespace Fairlead.IntegrationTests.Stacks;

/// <summary>A folder that the scripts of the module <c>vault</c> take for their host: they are real, and so
/// are bash, jq and openssl; Vault, AWS and systemd are not.</summary>
internal sealed class VaultHost : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("fairlead vault-").FullName;
    private readonly string _scripts = Repository.PathOf("infra", "modules", "vault", "host");

    public VaultHost()
    {
        Directory.CreateDirectory(PathOf("tls"));
        Directory.CreateDirectory(PathOf("cloud"));
        Address = "10.0.4.10";
        Write("cloud/database", """{"username":"app","password":"s3cret-1"}""");
        Write("cloud/authority", "The host writes its authority's certificate here.");

        Program("vault", """
            echo "$*" >>"$SANDBOX/trace"
            echo "${VAULT_TOKEN:-none}" >>"$SANDBOX/tokens"
            if [ -e "$SANDBOX/fail" ] && [[ "$*" == *"$(cat "$SANDBOX/fail")"* ]]; then exit 2; fi
            listed() { if [ -e "$SANDBOX/enabled-$1" ]; then echo "{\"$2/\": {}}"; else echo '{}'; fi; }
            case "$1 $2" in
                "operator init")
                    if [ "$3" = -status ]; then
                        if [ -e "$SANDBOX/down" ]; then exit 1; fi
                        if [ -e "$SANDBOX/initialized" ]; then exit 0; else exit 2; fi
                    fi
                    touch "$SANDBOX/initialized"
                    echo '{"root_token":"hvs.root","recovery_keys_b64":["recovery-key"]}' ;;
                "audit list") listed audit file ;;
                "secrets list") listed secrets kv ;;
                "auth list") listed auth aws ;;
                "audit enable" | "secrets enable" | "auth enable") touch "$SANDBOX/enabled-$1" ;;
                "login -method=aws") echo hvs.operator ;;
                "kv get") if [ -e "$SANDBOX/kv" ]; then echo "{\"data\":{\"data\":$(cat "$SANDBOX/kv")}}"; else exit 2; fi ;;
                "kv put") if [[ "$*" == *-cas=0* && -e "$SANDBOX/kv" ]]; then exit 2; fi; cat >"$SANDBOX/kv" ;;
                "kv patch") jq -s '.[0] * .[1]' "$SANDBOX/kv" - >"$SANDBOX/kv.new"; mv "$SANDBOX/kv.new" "$SANDBOX/kv" ;;
                "status " | "write "* | "policy write" | "token revoke") ;;
                *) echo "Unexpected: $*" >&2; exit 99 ;;
            esac
            """);
        Program("aws", """
            echo "aws $*" >>"$SANDBOX/trace"
            if [ -e "$SANDBOX/aws-refuses" ] && [[ "$*" == *"$(cat "$SANDBOX/aws-refuses")"* ]]; then echo AccessDenied >&2; exit 254; fi
            case "$1 $2" in
                "secretsmanager put-secret-value") if [[ $8 == file://* ]]; then cat "${8#file://}"; else echo "$8"; fi >"$SANDBOX/cloud/$6" ;;
                "secretsmanager get-secret-value") cat "$SANDBOX/cloud/$6" ;;
                "ssm get-parameter") cat "$SANDBOX/cloud/$6" ;;
                "ssm put-parameter") echo "${11}" >"$SANDBOX/cloud/$6" ;;
                *) echo "Unexpected: $*" >&2; exit 99 ;;
            esac
            """);
        Program("systemctl", "echo \"systemctl $*\" >>\"$SANDBOX/trace\"");
        Program("chown", "true");
        Program("sleep", "true");
    }

    /// <summary>The host's address, as the next script is told it.</summary>
    public string Address
    {
        set => Write("settings", $"""
            NAME='shop-vault'
            REGION='us-east-1'
            ADDRESS='{value}'
            TLS_DIRECTORY='{PathOf("tls")}'
            RUN_DIRECTORY='{PathOf("run")}'
            AUTHORITY_PARAMETER='authority'
            RECOVERY_SECRET_ARN='recovery'
            HOST_ROLE_ARN='arn:aws:iam::123456789012:role/shop-vault-host'
            SERVICE_ROLE='node-api'
            SERVICE_PRINCIPAL_ARNS='arn:aws:iam::123456789012:role/shop-api'
            SERVER_ID=''
            SECRET_NAME='secrets/app'
            DATABASE_SECRET_ARN='database'
            DATABASE_HOST='db.internal'
            DATABASE_PORT='3306'
            DATABASE_NAME='app'

            """);
    }

    /// <summary>What Vault, AWS and systemd were asked, one line each.</summary>
    public string[] Trace => Lines("trace");

    /// <summary>The token that each call of Vault came with.</summary>
    public string[] Tokens => Lines("tokens");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    public string PathOf(string path) => Path.Combine(_root, path);

    public string Read(string path) => File.ReadAllText(PathOf(path)).Trim();

    public void Write(string path, string content) => File.WriteAllText(PathOf(path), content);

    /// <summary>Forgets what was asked so far.</summary>
    public void Forget() => File.Delete(PathOf("trace"));

    /// <summary>Runs one of the module's scripts.</summary>
    public Task<(int Code, string Output, string Error)> RunAsync(string script)
        => CommandLine.RunAsync("bash", [Path.Combine(_scripts, script)], new Dictionary<string, string>
        {
            ["PATH"] = $"{PathOf("bin")}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}",
            ["SANDBOX"] = _root,
            ["VAULT_HOST_SETTINGS"] = PathOf("settings"),
        });

    private string[] Lines(string path) => File.Exists(PathOf(path)) ? File.ReadAllLines(PathOf(path)) : [];

    private void Program(string name, string script)
    {
        Directory.CreateDirectory(PathOf("bin"));
        Write($"bin/{name}", $"#!/usr/bin/env bash\nset -uo pipefail\n{script}\n");
        File.SetUnixFileMode(PathOf($"bin/{name}"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
