using System.Text.Json;

namespace Fairlead.IntegrationTests.Stacks;

/// <summary>What the host of the module <c>vault</c> does by itself.</summary>
[Trait("Category", "Integration")]
public sealed class VaultHostTests : IDisposable
{
    private const string Configure = "vault-configure";
    private const string Database = "vault-database";
    private const string Certificate = "vault-certificate";
    private readonly VaultHost _host = new();

    public void Dispose() => _host.Dispose();

    [ToolFact("bash", "jq")]
    public async Task A_new_vault_lets_the_services_role_read_its_secret()
    {
        var (code, _, error) = await _host.RunAsync(Configure);

        code.ShouldBe(0, error);
        _host.Trace.ShouldContain("auth enable aws");
        _host.Trace.ShouldContain("secrets enable -path=kv -version=2 kv");
        _host.Trace.ShouldContain("policy write node-api /etc/vault-host/service.hcl");
        _host.Trace.ShouldContain("write auth/aws/role/node-api auth_type=iam bound_iam_principal_arn=arn:aws:iam::123456789012:role/shop-api "
            + "token_policies=node-api token_ttl=1h token_max_ttl=24h");
    }

    [ToolFact("bash", "jq")]
    public async Task The_audit_log_is_there_before_anything_else_is_configured()
    {
        await _host.RunAsync(Configure);

        var changes = _host.Trace.Where(x => x.Contains(" enable ", StringComparison.Ordinal)
            || x.StartsWith("write", StringComparison.Ordinal)
            || x.StartsWith("policy", StringComparison.Ordinal)).ToArray();
        changes[0].ShouldBe("audit enable file file_path=/var/log/vault/audit.log");
    }

    [ToolFact("bash", "jq")]
    public async Task The_recovery_key_is_put_away_and_the_root_token_is_gone_in_the_end()
    {
        await _host.RunAsync(Configure);

        JsonDocument.Parse(_host.Read("cloud/recovery")).RootElement.GetProperty("recovery_key").GetString().ShouldBe("recovery-key");
        _host.Trace[^1].ShouldBe("token revoke -self");
        _host.Tokens[^1].ShouldBe("hvs.root");
        Directory.GetFiles(_host.PathOf("run")).ShouldBeEmpty();
        _host.Trace.ShouldAllBe(x => !x.Contains("hvs.root", StringComparison.Ordinal) && !x.Contains("recovery-key", StringComparison.Ordinal));
    }

    [ToolFact("bash", "jq")]
    public async Task Vault_is_not_initialized_when_its_recovery_key_could_not_be_put_away()
    {
        _host.Write("aws-refuses", "put-secret-value");

        var (code, _, error) = await _host.RunAsync(Configure);

        code.ShouldNotBe(0);
        error.ShouldContain("AccessDenied");
        File.Exists(_host.PathOf("initialized")).ShouldBeFalse();
    }

    [ToolFact("bash", "jq")]
    public async Task A_configuration_that_failed_half_way_is_taken_up_again()
    {
        _host.Write("fail", "policy write node-api");
        (await _host.RunAsync(Configure)).Code.ShouldNotBe(0);
        File.Delete(_host.PathOf("fail"));
        _host.Forget();

        var (code, _, error) = await _host.RunAsync(Configure);

        code.ShouldBe(0, error);
        _host.Trace.ShouldNotContain(x => x.StartsWith("operator init -recovery", StringComparison.Ordinal));
        _host.Trace.ShouldNotContain(x => x.StartsWith("auth enable", StringComparison.Ordinal));
        _host.Trace.ShouldContain("policy write node-api /etc/vault-host/service.hcl");
        _host.Trace[^1].ShouldBe("token revoke -self");
    }

    [ToolFact("bash", "jq")]
    public async Task A_later_host_logs_in_with_its_own_role_and_only_brings_the_services_access_up_to_date()
    {
        await _host.RunAsync(Configure);
        _host.Forget();

        var (code, _, error) = await _host.RunAsync(Configure);

        code.ShouldBe(0, error);
        _host.Trace.ShouldContain("login -method=aws -token-only role=operator region=us-east-1");
        _host.Tokens[^1].ShouldBe("hvs.operator");
        _host.Trace.ShouldNotContain(x => x.Contains(" enable ", StringComparison.Ordinal));
        _host.Trace.Count(x => x.StartsWith("write ", StringComparison.Ordinal)).ShouldBe(1);
    }

    [ToolFact("bash", "jq")]
    public async Task A_host_that_may_not_log_in_says_how_to_get_a_root_token()
    {
        _host.Write("initialized", "");
        _host.Write("fail", "login");

        var (code, _, error) = await _host.RunAsync(Configure);

        code.ShouldBe(1);
        error.ShouldContain("vault operator generate-root");
        error.ShouldContain("recovery");
    }

    [ToolFact("bash", "jq")]
    public async Task A_vault_that_does_not_answer_is_not_initialized()
    {
        _host.Write("down", "");

        var (code, _, error) = await _host.RunAsync(Configure);

        code.ShouldBe(1);
        error.ShouldContain("does not answer");
        _host.Trace.ShouldAllBe(x => x == "operator init -status");
    }

    [ToolFact("bash", "jq")]
    public async Task The_database_account_is_copied_without_showing_in_an_argument()
    {
        var (code, output, error) = await _host.RunAsync(Database);

        code.ShouldBe(0, error);
        var secret = JsonDocument.Parse(_host.Read("kv")).RootElement;
        secret.EnumerateObject().ToDictionary(x => x.Name, x => x.Value.GetString()).ShouldBe(new Dictionary<string, string?>
        {
            ["DB_HOST"] = "db.internal",
            ["DB_NAME"] = "app",
            ["DB_PASSWORD"] = "s3cret-1",
            ["DB_PORT"] = "3306",
            ["DB_USER"] = "app",
        }, ignoreOrder: true);
        (string.Concat(_host.Trace) + output + error).ShouldNotContain("s3cret");
        _host.Trace[^1].ShouldBe("token revoke -self");
    }

    [ToolFact("bash", "jq")]
    public async Task Nothing_is_written_while_the_password_is_the_same()
    {
        await _host.RunAsync(Database);
        _host.Forget();

        (await _host.RunAsync(Database)).Code.ShouldBe(0);

        _host.Trace.ShouldNotContain(x => x.StartsWith("kv put", StringComparison.Ordinal) || x.StartsWith("kv patch", StringComparison.Ordinal));
    }

    [ToolFact("bash", "jq")]
    public async Task A_rotated_password_replaces_the_old_one_and_leaves_other_secrets_alone()
    {
        _host.Write("kv", """{"API_KEY":"theirs","DB_HOST":"db.internal","DB_PORT":"3306","DB_NAME":"app","DB_USER":"app","DB_PASSWORD":"s3cret-0"}""");

        (await _host.RunAsync(Database)).Code.ShouldBe(0);

        var secret = JsonDocument.Parse(_host.Read("kv")).RootElement;
        secret.GetProperty("DB_PASSWORD").GetString().ShouldBe("s3cret-1");
        secret.GetProperty("API_KEY").GetString().ShouldBe("theirs");
    }

    [ToolTheory("bash", "jq")]
    [InlineData("fail", "kv get")]
    [InlineData("aws-refuses", "get-secret-value")]
    public async Task A_secret_that_cannot_be_read_is_not_taken_for_one_that_is_not_there(string what, string call)
    {
        _host.Write("kv", """{"API_KEY":"theirs"}""");
        _host.Write(what, call);

        (await _host.RunAsync(Database)).Code.ShouldNotBe(0);

        _host.Read("kv").ShouldBe("""{"API_KEY":"theirs"}""");
    }

    [ToolFact("bash", "openssl")]
    public async Task The_certificate_is_for_the_hosts_address_and_its_authority_is_published()
    {
        var (code, _, error) = await _host.RunAsync(Certificate);

        code.ShouldBe(0, error);
        _host.Read("cloud/authority").ShouldBe(_host.Read("tls/authority.pem"));
        await CommandLine.SucceedAsync(
            "openssl",
            ["verify", "-CAfile", _host.PathOf("tls/authority.pem"), "-verify_ip", "10.0.4.10", "-purpose", "sslserver", _host.PathOf("tls/vault.pem")]);
        (File.GetUnixFileMode(_host.PathOf("tls/authority.key")) & (UnixFileMode.GroupRead | UnixFileMode.OtherRead)).ShouldBe(UnixFileMode.None);
    }

    [ToolFact("bash", "openssl")]
    public async Task A_certificate_that_is_good_stays()
    {
        await _host.RunAsync(Certificate);
        var before = _host.Read("tls/vault.pem");
        _host.Forget();

        (await _host.RunAsync(Certificate)).Code.ShouldBe(0);

        _host.Read("tls/vault.pem").ShouldBe(before);
        _host.Trace.ShouldBe(["aws ssm get-parameter --region us-east-1 --name authority --query Parameter.Value --output text"]);
    }

    [ToolFact("bash", "openssl")]
    public async Task A_certificate_for_another_address_is_replaced_under_the_same_authority()
    {
        await _host.RunAsync(Certificate);
        var authority = _host.Read("tls/authority.pem");
        _host.Address = "10.0.4.11";

        (await _host.RunAsync(Certificate)).Code.ShouldBe(0);

        _host.Read("tls/authority.pem").ShouldBe(authority);
        _host.Trace.ShouldContain("systemctl try-reload-or-restart vault");
        await CommandLine.SucceedAsync(
            "openssl",
            ["verify", "-CAfile", _host.PathOf("tls/authority.pem"), "-verify_ip", "10.0.4.11", _host.PathOf("tls/vault.pem")]);
    }
}
