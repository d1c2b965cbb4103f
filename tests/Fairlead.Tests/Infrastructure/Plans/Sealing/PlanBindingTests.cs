using Fairlead.Infrastructure.Plans.Sealing;

namespace Fairlead.Tests.Infrastructure.Plans.Sealing;

public sealed class PlanBindingTests : IDisposable
{
    private readonly string _repository = Directory.CreateTempSubdirectory("fairlead-binding-").FullName;
    private readonly PlanBindingInputs _inputs;

    public PlanBindingTests()
    {
        Write("infra/stacks/shop/main.tf", """
            module "network" {
              source = "../../modules/network"
            }
            """);
        Write("infra/stacks/shop/.terraform.lock.hcl", "lock");
        Write("infra/stacks/shop/user-data.sh.tftpl", "echo");
        Write("infra/stacks/shop/terraform.tfvars", "password = \"secret\"");
        Write("infra/stacks/shop/production.tfvars", "size = 1");
        Write("infra/stacks/shop/README.md", "about");
        Write("infra/modules/network/main.tf", """
            module "inner" {
              source = "./inner"
            }
            """);
        Write("infra/modules/network/inner/main.tf", "");
        Write("infra/modules/other/main.tf", "");
        Write("shop.tfplan", "plan");
        _inputs = new PlanBindingInputs
        {
            Stack = "shop",
            Directory = Path.Combine(_repository, "infra", "stacks", "shop"),
            RelativeTo = _repository,
            Variables = new Dictionary<string, string> { ["instance_type"] = "t3.micro", ["token"] = "hunter2" },
            StateLineage = "0a",
            StateSerial = 7,
            TerraformVersion = "1.11.4",
            PlanFile = Path.Combine(_repository, "shop.tfplan"),
        };
    }

    public void Dispose() => Directory.Delete(_repository, recursive: true);

    [Fact]
    public async Task What_a_plan_depends_on_is_found()
    {
        var binding = await PlanBinding.CreateAsync(_inputs);

        binding.Files.Keys.ShouldBe(
        [
            "infra/modules/network/inner/main.tf", "infra/modules/network/main.tf",
            "infra/stacks/shop/.terraform.lock.hcl", "infra/stacks/shop/main.tf", "infra/stacks/shop/terraform.tfvars", "infra/stacks/shop/user-data.sh.tftpl",
        ]);
    }

    [Fact]
    public async Task A_module_that_is_the_whole_file_system_is_refused()
    {
        Write("infra/stacks/shop/main.tf", $"module \"all\" {{\n  source = \"./{string.Concat(Enumerable.Repeat("../", 50))}\"\n}}\n");

        (await Should.ThrowAsync<FairleadException>(() => PlanBinding.CreateAsync(_inputs))).Why.ShouldContain("the whole file system");
    }

    [Fact]
    public async Task Modules_that_terraform_installed_are_taken_from_its_own_list()
    {
        Write(
            "infra/stacks/shop/.terraform/modules/modules.json",
            """{"Modules": [{"Key": "", "Source": "", "Dir": "."}, {"Key": "other", "Source": "x", "Dir": "../../modules/other"}]}""");

        (await PlanBinding.CreateAsync(_inputs)).Files.Keys
            .Where(x => x.StartsWith("infra/modules", StringComparison.Ordinal))
            .ShouldBe(["infra/modules/other/main.tf"]);
    }

    [Fact]
    public async Task The_list_is_looked_for_in_terraforms_data_directory()
    {
        Write("temp/shop/modules/modules.json", """{"Modules": [{"Key": "other", "Source": "x", "Dir": "../../modules/other"}]}""");

        (await PlanBinding.CreateAsync(_inputs with
        {
            DataDirectory = Path.Combine(
            _repository,
            "temp",
            "shop")
        })).Files.Keys.ShouldContain("infra/modules/other/main.tf");
    }

    [Fact]
    public async Task Nothing_moved_when_nothing_changed()
    {
        var binding = await PlanBinding.CreateAsync(_inputs);
        Write("infra/stacks/shop/README.md", "more about");
        Write("infra/stacks/shop/terraform.tfstate", "{}");
        Write("infra/modules/other/main.tf", "# not used");

        var now = await binding.RenewAsync(_inputs);

        binding.Compare(now).ShouldBeEmpty();
        now.Digest.ShouldBe(binding.Digest);
        now.ThrowIfMoved(binding);
    }

    [Fact]
    public async Task What_moved_is_said_in_words()
    {
        var binding = await PlanBinding.CreateAsync(_inputs);
        Write("infra/modules/network/main.tf", "# other");
        Write("infra/stacks/shop/new.tf", "");
        File.Delete(Path.Combine(_repository, "infra/stacks/shop/user-data.sh.tftpl"));
        Write("infra/stacks/shop/terraform.tfvars", "password = \"other\"");
        Write("shop.tfplan", "another");

        var now = await binding.RenewAsync(_inputs with
        {
            Variables = new Dictionary<string, string> { ["instance_type"] = "t3.large", ["zones"] = "2" },
            StateLineage = "0b",
            StateSerial = 9,
            TerraformVersion = "1.12.0",
        });

        binding.Compare(now).ShouldBe(
        [
            "the plan file is not the one that was judged",
            "infra/modules/network/main.tf changed",
            "infra/stacks/shop/new.tf came",
            "infra/stacks/shop/terraform.tfvars changed",
            "infra/stacks/shop/user-data.sh.tftpl is gone",
            "variable instance_type changed",
            "variable token is not given any more",
            "variable zones is given now",
            "the state is another one: lineage 0a → 0b",
            "state serial 7 → 9",
            "terraform 1.11.4 → 1.12.0",
        ]);
        var exception = Should.Throw<FairleadException>(() => binding.ThrowIfMoved(now));
        exception.Why.ShouldContain("state serial 7 → 9");
        exception.Message.ShouldNotContain("t3.large");
    }

    [Fact]
    public async Task A_binding_is_read_as_it_was_written_and_holds_no_value()
    {
        var binding = await PlanBinding.CreateAsync(_inputs);
        await binding.WriteAsync(_inputs.PlanFile);

        var read = await PlanBinding.ReadAsync(_inputs.PlanFile);

        read.Digest.ShouldBe(binding.Digest);
        binding.Compare(read).ShouldBeEmpty();
        var text = await File.ReadAllTextAsync(PlanBinding.PathFor(_inputs.PlanFile));
        text.ShouldNotContain("hunter2");
        text.ShouldNotContain("t3.micro");
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(PlanBinding.PathFor(_inputs.PlanFile)).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public async Task Two_plans_of_one_configuration_have_one_configuration_digest_and_unlike_digests_of_values()
    {
        var (one, two) = (await PlanBinding.CreateAsync(_inputs), await PlanBinding.CreateAsync(_inputs));

        one.ConfigurationDigest.ShouldBe(two.ConfigurationDigest);
        one.Variables["token"].ShouldNotBe(two.Variables["token"]);
        one.Files["infra/stacks/shop/terraform.tfvars"].ShouldNotBe(two.Files["infra/stacks/shop/terraform.tfvars"]);
    }

    [Theory]
    [InlineData(null, "is missing")]
    [InlineData("{", "damaged")]
    [InlineData("null", "damaged")]
    [InlineData("{}", "damaged")]
    public async Task A_binding_that_is_missing_or_damaged_stops_the_apply(string? content, string why)
    {
        if (content is not null)
        {
            await File.WriteAllTextAsync(PlanBinding.PathFor(_inputs.PlanFile), content);
        }

        (await Should.ThrowAsync<FairleadException>(PlanBinding.ReadAsync(_inputs.PlanFile))).Why.ShouldContain(why);
    }

    [Fact]
    public async Task A_binding_that_was_edited_stops_the_apply()
    {
        await (await PlanBinding.CreateAsync(_inputs)).WriteAsync(_inputs.PlanFile);
        var path = PlanBinding.PathFor(_inputs.PlanFile);
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path)).Replace("\"stateSerial\": 7", "\"stateSerial\": 8", StringComparison.Ordinal));

        (await Should.ThrowAsync<FairleadException>(PlanBinding.ReadAsync(_inputs.PlanFile))).Why.ShouldContain("changed after it was written");
    }

    [Fact]
    public async Task A_variable_file_that_is_missing_is_named()
        => (await Should.ThrowAsync<FairleadException>(PlanBinding.CreateAsync(_inputs with { VariableFiles = ["staging.tfvars"] }))).Why.ShouldContain(
            "staging.tfvars");

    [Fact]
    public async Task A_variable_file_that_is_given_counts()
        => (await PlanBinding.CreateAsync(_inputs with { VariableFiles = ["production.tfvars"] })).Files.Keys.ShouldContain(
            "infra/stacks/shop/production.tfvars");

    private void Write(string path, string content)
    {
        var file = Path.Combine(_repository, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
    }
}
