using Nuke.Common.Secrets;
using Nuke.Common.Tests.Prompts;
using Serilog;

namespace Nuke.Common.Tests.Secrets;

public sealed class EncryptedParameterTests
{
    private const string Password = "correct horse";
    private const string Encrypted = "v1:zwXorjITBxTrxxQlb7h00Q==";

    private interface IMail : INukeBuild
    {
        [Parameter][Secret] string MailKey => TryGetValue(() => MailKey);

        Target Send => _ => _.Requires(() => MailKey).Executes(() => Log.Information("mail {Key}", MailKey));
        Target Peek => _ => _.Executes(() => Log.Information("mail {Key}", MailKey));
    }

    private sealed class Secretive : NukeBuild, IMail
    {
        [Parameter][Secret] public readonly string? ApiKey;
        [Parameter][Secret] public readonly string? OtherKey;
        [Parameter] public readonly string? Plain;

        Target Show => _ => _.Executes(() => Log.Information("key {Key}", ApiKey));
    }

    private static TestRun With(string json, string? profile = null, string? keys = null)
    {
        var run = new TestRun { IsTerminal = keys is not null, Keyboard = keys is null ? null : new TypedKeys(keys) };
        run.Write($".nuke/parameters{(string.IsNullOrEmpty(profile) ? "" : $".{profile}")}.json", json);
        return run;
    }

    [Theory]
    [InlineData("", "PARAMS_KEY")]
    [InlineData("", "NUKE_PARAMS_KEY")]
    [InlineData("", "ParamsKey")]
    [InlineData("staging", "PARAMS_STAGING_KEY")]
    [InlineData("staging", "nuke_params_staging_key")]
    [InlineData("eu-west.1", "PARAMS_EU_WEST_1_KEY")]
    public void The_password_comes_from_a_variable_that_is_named_after_the_profile(string profile, string variable)
    {
        using var run = With($$"""{ "ApiKey": "{{Encrypted}}" }""", profile);
        run.Variables[variable] = Password;
        run.Run<Secretive>($"Show {(profile.Length == 0 ? "" : $"--profile {profile}")}").ShouldBe(0, run.Output);
        ((Secretive)run.Build).ApiKey.ShouldBe("sesame-open");
        run.Output.ShouldContain("key [REDACTED]");
        run.Output.ShouldNotContain("sesame");
    }

    [Fact]
    public void Each_file_has_its_own_password()
    {
        using var run = With($$"""{ "ApiKey": "{{Encrypted}}" }""");
        run.Write(".nuke/parameters.prod.json", $$"""{ "OtherKey": "{{SecretCipher.Encrypt("other", SecretCipher.DeriveKey("0123456789"))}}" }""");
        run.Variables["PARAMS_KEY"] = Password;
        run.Variables["PARAMS_PROD_KEY"] = "0123456789";
        run.Run<Secretive>("Show --profile prod").ShouldBe(0, run.Output);
        var build = (Secretive)run.Build;
        (build.ApiKey, build.OtherKey).ShouldBe(("sesame-open", "other"));
    }

    [Fact]
    public void A_wrong_password_stops_the_run_and_names_profile_and_variable()
    {
        using var run = With($$"""{ "ApiKey": "{{Encrypted}}" }""", "prod");
        run.Variables["NUKE_PARAMS_PROD_KEY"] = "something else";
        run.Run<Secretive>("Show --profile prod").ShouldBe(-1);
        run.Output.ShouldContain(
            "The secret 'ApiKey' in .nuke/parameters.prod.json:1:13 cannot be decrypted: the password in the environment variable NUKE_PARAMS_PROD_KEY "
            + "is not the one of the profile 'prod'. Correct PARAMS_PROD_KEY, or enter the secret again with `:secrets prod`.");
        run.Output.ShouldNotContain("something else");
        ((Secretive)run.Build).ApiKey.ShouldBeNull();
    }

    [Fact]
    public void A_missing_password_stops_the_run_where_nobody_can_be_asked()
    {
        using var run = With($$"""{ "ApiKey": "{{Encrypted}}" }""");
        run.Run<Secretive>("Show").ShouldBe(-1);
        run.Output.ShouldContain(
            "The secret 'ApiKey' in .nuke/parameters.json:1:13 is encrypted, and its password is not known. "
            + "Set the environment variable PARAMS_KEY to the password of the default profile, or give the secret as API_KEY.");
    }

    [Fact]
    public void At_a_terminal_the_password_is_asked_for_once_and_not_shown()
    {
        using var run = With($$"""{ "ApiKey": "{{Encrypted}}", "OtherKey": "{{Encrypted}}" }""", keys: "wrong one⏎correct horse⏎");
        run.Run<Secretive>("Show").ShouldBe(0, run.Output);
        var build = (Secretive)run.Build;
        (build.ApiKey, build.OtherKey).ShouldBe(("sesame-open", "sesame-open"));
        run.Output.ShouldContain("Enter password for .nuke/parameters.json:");
        run.Output.ShouldContain("That password does not decrypt the file's secrets.");
        run.Output.ShouldNotContain("horse");
    }

    [Fact]
    public void No_password_is_asked_for_when_nothing_will_run_anyway()
    {
        using var run = With($$"""{ "ApiKey": "{{Encrypted}}" }""", keys: "");
        run.Run<Secretive>("Show --plian").ShouldBe(-1);
        run.Output.ShouldNotContain("password");
    }

    [Fact]
    public void Three_wrong_passwords_are_enough()
    {
        using var run = With($$"""{ "ApiKey": "{{Encrypted}}", "OtherKey": "{{Encrypted}}" }""", keys: "one⏎two⏎three⏎");
        run.Run<Secretive>("Show").ShouldBe(-1);
        run.Output.ShouldContain("'ApiKey' in .nuke/parameters.json:1:13 cannot be decrypted");
        run.Output.ShouldContain("'OtherKey' in .nuke/parameters.json:1:56 cannot be decrypted");
    }

    [Fact]
    public void A_secret_that_is_given_otherwise_needs_no_password()
    {
        using var run = With($$"""{ "ApiKey": "{{Encrypted}}" }""");
        run.Variables["API_KEY"] = "from the environment";
        run.Run<Secretive>("Show").ShouldBe(0, run.Output);
        ((Secretive)run.Build).ApiKey.ShouldBe("from the environment");
    }

    [Fact]
    public void A_component_s_secret_is_decrypted_when_a_target_that_runs_requires_it()
    {
        using var run = With($$"""{ "MailKey": "{{Encrypted}}" }""");
        run.Run<Secretive>("Show").ShouldBe(0, run.Output);
        run.Run<Secretive>("Send").ShouldBe(-1);
        run.Output.ShouldContain("give the secret as MAIL_KEY");
        run.Variables["PARAMS_KEY"] = Password;
        run.Run<Secretive>("Send").ShouldBe(0, run.Output);
        run.Output.ShouldContain("mail [REDACTED]");
    }

    [Fact]
    public void A_password_is_not_asked_for_in_the_midst_of_a_run()
    {
        using var run = With($$"""{ "MailKey": "{{Encrypted}}" }""", keys: "");
        run.Run<Secretive>("Peek").ShouldBe(-1);
        run.Output.ShouldContain("Set the environment variable PARAMS_KEY");
    }

    [Fact]
    public void A_plan_needs_no_password()
    {
        using var run = With($$"""{ "ApiKey": "{{Encrypted}}" }""", keys: "");
        run.Run<Secretive>("Show --plan").ShouldBe(0, run.Output);
    }

    [Fact]
    public void A_damaged_secret_is_told_from_a_wrong_password()
    {
        using var run = With("""{ "ApiKey": "v1:oops" }""");
        run.Variables["PARAMS_KEY"] = Password;
        run.Run<Secretive>("Show").ShouldBe(-1);
        run.Output.ShouldContain("The secret 'ApiKey' in .nuke/parameters.json:1:13 is damaged");
    }

    [Fact]
    public void A_text_that_only_looks_encrypted_is_left_alone_where_it_is_no_secret()
    {
        using var run = With("""{ "Plain": "v1:2024", "ApiKey": "in the clear" }""");
        run.Run<Secretive>("Show").ShouldBe(0, run.Output);
        var build = (Secretive)run.Build;
        (build.Plain, build.ApiKey).ShouldBe(("v1:2024", "in the clear"));
    }
}
