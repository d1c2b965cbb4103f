using Fairlead.Secrets;

namespace Fairlead.Tests.Infrastructure.Terraform;

public sealed class TerraformSecretsTests
{
    [Fact]
    public async Task The_run_hides_what_terraform_is_given_as_a_secret_wherever_it_stands()
    {
        var mask = new SecretMask();
        mask.Activate();
        using var terraform = new ScriptedTerraform();
        terraform.Write("main.tf", """
            variable "from_default" {
              sensitive = true
              default   = "default/secret"
            }
            variable "from_file" { sensitive = true }
            variable "from_environment" { sensitive = true }
            variable "from_build" { sensitive = true }
            variable "ephemeral" {
              ephemeral = true
            }
            variable "open" {}
            """);
        terraform.Write("terraform.tfvars", "from_file = \"file/secret\"\nopen = \"known/value\"\n");

        await terraform.Runner(x => x with
        {
            Secrets = ["plan/key"],
            Environment = new Dictionary<string, string>(x.Environment) { ["TF_VAR_from_environment"] = "environment/secret" },
            Variables = new Dictionary<string, string> { ["from_build"] = "build/secret", ["ephemeral"] = "ephemeral/secret" },
        }).InitAsync(CancellationToken.None);

        foreach (var secret in (string[])["plan/key", "default/secret", "file/secret", "environment/secret", "build/secret", "ephemeral/secret"])
        {
            mask.Apply($"{secret} or {Uri.EscapeDataString(secret)}").ShouldBe("[REDACTED] or [REDACTED]", secret);
        }

        mask.Apply("known/value").ShouldBe("known/value");
    }
}
