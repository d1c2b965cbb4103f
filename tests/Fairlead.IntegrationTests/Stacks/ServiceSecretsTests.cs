namespace Fairlead.IntegrationTests.Stacks;

/// <summary>service-secrets, as it stands on the instances of the module ec2-service.</summary>
[Trait("Category", "Integration")]
public sealed class ServiceSecretsTests : IDisposable
{
    private const string Script = "service-secrets.sh";
    private readonly InstanceSandbox _instance = new();

    private string Environment => File.ReadAllText(_instance.PathOf("run/secrets.env"));

    public void Dispose() => _instance.Dispose();

    [ToolFact("bash", "jq")]
    public async Task A_key_of_a_secret_s_JSON_becomes_a_variable()
    {
        _instance.Write($"cloud/{InstanceSandbox.Secret}", """{"username":"app","password":"p4ss"}""");
        _instance.Write(
            "configuration/secrets.list",
            $"DATABASE_USER {InstanceSandbox.Secret}:username\nDATABASE_PASSWORD {InstanceSandbox.Secret}:password::\n");

        (await _instance.RunAsync(Script)).Code.ShouldBe(0);

        Environment.ShouldBe("DATABASE_USER=\"app\"\nDATABASE_PASSWORD=\"p4ss\"\n");
    }

    [ToolFact("bash", "jq")]
    public async Task A_value_survives_the_shell_that_reads_it()
    {
        const string Value = """a"b\c$d`e'f &g""";
        _instance.Write($"cloud/{InstanceSandbox.Secret}", Value);
        _instance.Write("configuration/secrets.list", $"TOKEN {InstanceSandbox.Secret}\n");
        (await _instance.RunAsync(Script)).Code.ShouldBe(0);

        var read = await CommandLine.SucceedAsync("bash", ["-c", """. "$1"; printf %s "$TOKEN" """, "_", _instance.PathOf("run/secrets.env")]);

        read.ShouldBe(Value);
    }

    [ToolFact("bash", "jq")]
    public async Task A_key_that_the_secret_does_not_have_is_an_error_without_the_secret()
    {
        _instance.Write($"cloud/{InstanceSandbox.Secret}", """{"username":"app","password":"p4ss"}""");
        _instance.Write("configuration/secrets.list", $"TOKEN {InstanceSandbox.Secret}:token\n");

        var (code, output, error) = await _instance.RunAsync(Script);

        code.ShouldNotBe(0);
        error.ShouldContain("has no key token");
        (output + error).ShouldNotContain("p4ss");
        File.Exists(_instance.PathOf("run/secrets.env")).ShouldBeFalse();
    }

    [ToolFact("bash", "jq")]
    public async Task A_secret_of_two_lines_is_refused()
    {
        _instance.Write($"cloud/{InstanceSandbox.Secret}", "one\ntwo\n");
        _instance.Write("configuration/secrets.list", $"TOKEN {InstanceSandbox.Secret}\n");

        (await _instance.RunAsync(Script)).Error.ShouldContain("more than one line");
    }

    [ToolFact("bash", "jq")]
    public async Task A_secret_that_nobody_chose_is_made_once()
    {
        _instance.Write("configuration/secrets.list", $"KEY {InstanceSandbox.Secret} generate\n");

        (await _instance.RunAsync(Script)).Code.ShouldBe(0);
        Environment.ShouldBe("KEY=\"made-up\"\n");

        _instance.Write($"cloud/{InstanceSandbox.Secret}", "chosen later");
        (await _instance.RunAsync(Script)).Code.ShouldBe(0);
        Environment.ShouldBe("KEY=\"chosen later\"\n");
    }

    [ToolFact("bash", "jq")]
    public async Task The_service_restarts_when_a_secret_has_changed_and_only_then()
    {
        _instance.Write($"cloud/{InstanceSandbox.Secret}", "old");
        _instance.Write("configuration/secrets.list", $"TOKEN {InstanceSandbox.Secret}\n");
        await _instance.RunAsync(Script);

        await _instance.RunAsync(Script, "--restart");
        _instance.Trace.ShouldBeEmpty();

        _instance.Write($"cloud/{InstanceSandbox.Secret}", "new");
        await _instance.RunAsync(Script, "--restart");
        _instance.Trace.ShouldBe(["try-restart app.service"]);
        Environment.ShouldBe("TOKEN=\"new\"\n");
    }
}
