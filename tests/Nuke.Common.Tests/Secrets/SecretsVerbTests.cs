using Nuke.Common.Tests.Prompts;

namespace Nuke.Common.Tests.Secrets;

public sealed class SecretsVerbTests
{
    private const string Encrypted = "v1:zwXorjITBxTrxxQlb7h00Q=="; // sesame-open with "correct horse"

    private sealed class Secretive : NukeBuild
    {
        [Parameter][Secret] public readonly string? ApiKey;
        [Parameter][Secret] public readonly string? Token;
        [Parameter] public readonly string? Plain;

        Target Show => _ => _.Executes(() => { });
    }

    private sealed class Open : NukeBuild
    {
        [Parameter] public readonly string? Plain;
    }

    private static TestRun At(string keys) => new() { IsTerminal = true, Keyboard = new TypedKeys(keys) };

    private static string File(TestRun run, string name) => System.IO.File.ReadAllText(Path.Combine(run.Root, ".nuke", name));

    private static Secretive Read(TestRun run, string profile, string variable, string password)
    {
        run.Variables[variable] = password;
        run.Run<Secretive>($"Show {profile}").ShouldBe(0, run.Output);
        return (Secretive)run.Build;
    }

    [Fact]
    public void Secrets_are_typed_and_saved_so_that_the_next_run_reads_them()
    {
        using var run = At("short⏎0123456789⏎0123456789⏎" + "↓⏎hunter2-hunter2⏎" + "↓↓⏎");
        run.Write(".nuke/parameters.json", "{\n  \"$schema\": \"./build.schema.json\",\n  \"Plain\": \"x\" // kept\n}\n");
        run.Run<Secretive>([":secrets"]).ShouldBe(0, run.Output);

        run.Output.ShouldContain("* Token");
        run.Output.ShouldContain("give it in the environment variable PARAMS_KEY");
        run.Output.ShouldContain("Saved Token to .nuke/parameters.json. Remember to clear your clipboard!");
        run.Output.ShouldNotContain("hunter2");
        run.Output.ShouldNotContain("0123456789");
        File(run, "parameters.json").ShouldMatch(
            """^\{\n  "\$schema": "\./build\.schema\.json",\n  "Plain": "x",\n  "Token": "v1:[A-Za-z0-9+/=]{24,}" // kept\n\}\n$""");
        Read(run, "", "PARAMS_KEY", "0123456789").Token.ShouldBe("hunter2-hunter2");
    }

    [Fact]
    public void A_profile_that_does_not_exist_is_created()
    {
        using var run = At("⏎first⏎" + "↓↓⏎");
        run.Variables["PARAMS_PROD_KEY"] = "0123456789";
        run.Run<Secretive>([":secrets", "prod"]).ShouldBe(0, run.Output);
        run.Output.ShouldContain(".nuke/parameters.prod.json does not exist yet");
        Read(run, "--profile prod", "PARAMS_PROD_KEY", "0123456789").ApiKey.ShouldBe("first");
    }

    [Fact]
    public void More_secrets_of_a_file_take_the_same_password()
    {
        using var run = At("not it⏎correct horse⏎" + "↓⏎second⏎" + "↓↓⏎");
        run.Write(".nuke/parameters.json", $$"""{ "ApiKey": "{{Encrypted}}" }""");
        run.Run<Secretive>([":secrets"]).ShouldBe(0, run.Output);
        run.Output.ShouldContain("* ApiKey");
        var build = Read(run, "", "PARAMS_KEY", "correct horse");
        (build.ApiKey, build.Token).ShouldBe(("sesame-open", "second"));
    }

    [Fact]
    public void A_wrong_password_changes_nothing()
    {
        using var run = At("");
        run.Variables["PARAMS_KEY"] = "something else";
        run.Write(".nuke/parameters.json", $$"""{ "ApiKey": "{{Encrypted}}" }""");
        run.Run<Secretive>([":secrets"]).ShouldBe(-1);
        run.Output.ShouldContain("The password in PARAMS_KEY does not decrypt the secrets of .nuke/parameters.json.");
        File(run, "parameters.json").ShouldContain(Encrypted);
    }

    [Fact]
    public void Discarding_writes_nothing()
    {
        using var run = At("⏎value⏎" + "↓↓↓⏎");
        run.Variables["PARAMS_KEY"] = "0123456789";
        run.Run<Secretive>([":secrets"]).ShouldBe(0, run.Output);
        run.Output.ShouldContain("Nothing was written.");
        System.IO.File.Exists(Path.Combine(run.Root, ".nuke", "parameters.json")).ShouldBeFalse();
    }

    [Fact]
    public void A_file_that_is_not_json_is_not_touched()
    {
        using var run = At("");
        run.Write(".nuke/parameters.json", "{ oops }");
        run.Run<Secretive>([":secrets"]).ShouldBe(-1);
        run.Output.ShouldContain(".nuke/parameters.json:1:3 is not valid JSON");
        File(run, "parameters.json").ShouldBe("{ oops }");
    }

    [Fact]
    public void It_says_when_there_is_nothing_to_do_or_nobody_to_ask()
    {
        using var run = new TestRun();
        run.Run<Open>([":secrets"]).ShouldBe(0);
        run.Output.ShouldContain("There are no parameters marked with [Secret].");
        run.Run<Secretive>([":secrets"]).ShouldBe(-1);
        run.Output.ShouldContain("`:secrets` asks questions, and nobody is at a terminal. Run it in a terminal.");
        run.Run<Secretive>([":secrets", "../prod"]).ShouldBe(-1);
        run.Output.ShouldContain("'../prod' cannot name a profile");
        run.Run<Secretive>([":secret"]).ShouldBe(-1);
        run.Output.ShouldContain("Unknown verb ':secret'. Did you mean ':secrets'?");
    }
}
