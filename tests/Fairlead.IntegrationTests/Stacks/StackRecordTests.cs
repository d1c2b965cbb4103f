using System.Reflection;
using Xunit.Abstractions;

namespace Fairlead.IntegrationTests.Stacks;

/// <summary>Which cycles run, which are left out, and that nothing is left out by mistake.</summary>
[Trait("Category", "Integration")]
public sealed class StackRecordTests(StackRepository repository, ITestOutputHelper output) : IClassFixture<StackRepository>, IDisposable
{
    public void Dispose()
    {
        File.Delete(repository.PathOf(StackRecord.Path));
        repository.Undo();
    }

    /// <summary>Always runs, and its output is what the build tells.</summary>
    [Fact]
    public void Every_stack_has_a_cycle_that_runs_or_has_passed_as_the_stack_is_now()
    {
        var record = StackRecord.OfThisRepository;
        var stacks = Directory.GetDirectories(Path.Combine(Repository.Root, "infra", "stacks"))
            .Select(x => Path.GetFileName(x))
            .Order(StringComparer.Ordinal)
            .ToList();
        var cycles = typeof(StackTests)
            .GetMethods()
            .Select(x => x.GetCustomAttribute<StackFactAttribute>())
            .OfType<StackFactAttribute>()
            .Select(x => x.Stack)
            .Order(StringComparer.Ordinal);

        cycles.ShouldBe(stacks, ignoreOrder: true, "A stack needs one test in StackTests.");
        ReferenceStacks.All.Select(x => x.Name).Order(StringComparer.Ordinal).ShouldBe(stacks);
        var modules = StackPlanTests.TestedModules.ToList();
        var plans = stacks.Select(x => $"plans/{x}").ToList();
        string[] known = [.. stacks, .. modules, .. plans];
        record.Names.Except(known).ShouldBeEmpty($"{StackRecord.Path} names what is neither a stack nor a module: take the line out.");
        foreach (var stack in stacks)
        {
            output.WriteLine(record.Describe(stack));
        }

        var due = modules.Where(record.IsDue).ToList();
        output.WriteLine($"The plans of {modules.Count - due.Count} modules are left out: they have passed, and nothing that counts has changed since.");
        output.WriteLine(due.Count == 0 ? "The plans of no module run." : $"The plans of {string.Join(", ", due)} run.");
        var judged = plans.Where(record.IsDue).ToList();
        output.WriteLine($"On an emulator, {(judged.Count > 0 ? string.Join(", ", judged) : "no plans")} are judged.");
    }

    [Fact]
    public void The_plan_of_a_stack_is_left_out_until_the_stack_or_what_judges_it_changes()
    {
        Record().Pass("plans/cpm");
        Record().IsDue("plans/cpm").ShouldBeFalse();

        repository.Write("src/Fairlead/Infrastructure/Plans/Guard/PlanGuard.cs", "// changed\n");
        Record().IsDue("plans/cpm").ShouldBeTrue();
        repository.Undo();
        repository.Write("infra/modules/network/main.tf", "# changed\n");
        Record().IsDue("plans/cpm").ShouldBeTrue();
    }

    [Fact]
    public void The_plans_of_a_module_are_left_out_until_it_its_tests_or_a_module_that_it_uses_changes()
    {
        Record().Pass("modules/static-site");
        Record().IsDue("modules/static-site").ShouldBeFalse();

        string[] files = ["infra/modules/static-site/main.tf", "infra/modules/static-site/tests/more.tftest.hcl", "infra/modules/private-bucket/main.tf"];
        foreach (var file in files)
        {
            repository.Write(file, "# changed\n");
            Record().IsDue("modules/static-site").ShouldBeTrue(file);
            repository.Undo();
            Record().Pass("modules/static-site");
        }

        repository.Write("infra/modules/network/main.tf", "# changed\n");
        Record().IsDue("modules/static-site").ShouldBeFalse();
    }

    [Fact]
    public void A_cycle_that_has_never_passed_is_due()
    {
        Record().IsDue("cpm").ShouldBeTrue();
        Record().Describe("cpm").ShouldBe("The cycle of cpm runs: tests/Fairlead.IntegrationTests/Stacks/passed.json does not say that it has passed.");
    }

    [Fact]
    public void A_cycle_that_has_passed_is_left_out_until_something_that_it_depends_on_changes()
    {
        Record().Pass("cpm");

        Record().IsDue("cpm").ShouldBeFalse();
        Record().Describe("cpm").ShouldStartWith("The cycle of cpm is left out: it has passed with content ");
        Record().IsDue("flora").ShouldBeTrue();

        repository.Write("infra/modules/network/main.tf", "# another network\n");
        Record().IsDue("cpm").ShouldBeTrue();
        Record().Describe("cpm").ShouldContain("and it last passed with ");
    }

    [Fact]
    public void All_are_due_when_all_are_asked_for()
    {
        Record().Pass("cpm");

        Record(isAll: true).IsDue("cpm").ShouldBeTrue();
        Record(isAll: true).Describe("cpm").ShouldEndWith("all were asked for.");
    }

    /// <summary>Otherwise a change that is made while the cycle runs would count as tested.</summary>
    [Fact]
    public void What_is_recorded_is_the_content_that_the_cycle_began_with()
    {
        var record = Record();
        record.IsDue("cpm").ShouldBeTrue();

        repository.Write("infra/stacks/cpm/main.tf", "# changed meanwhile\n");
        record.Pass("cpm");

        Record().IsDue("cpm").ShouldBeTrue();
    }

    [Fact]
    public void The_file_has_one_sorted_line_for_each_stack_and_is_written_only_when_it_changes()
    {
        var record = Record();
        record.Pass("flora");
        record.Pass("cpm");
        var file = repository.PathOf(StackRecord.Path);
        File.ReadAllLines(file).Select(x => x.Split(':')[0]).ShouldBe(["{", "  \"cpm\"", "  \"flora\"", "}"]);
        var written = File.GetLastWriteTimeUtc(file);

        Record().Pass("cpm");

        File.GetLastWriteTimeUtc(file).ShouldBe(written);
    }

    [Fact]
    public void A_file_with_a_conflict_says_what_to_do()
    {
        repository.Write(StackRecord.Path, "{\n<<<<<<< ours\n  \"cpm\": \"1\"\n}\n");

        Should.Throw<InvalidOperationException>(() => Record()).Message.ShouldContain("delete the lines in question");
    }

    private StackRecord Record(bool isAll = false) => new(repository.Root, isAll);
}
