using System.Text;
using Fairlead.Infrastructure.Plans.Costs;
using Fairlead.Infrastructure.Plans.Reading;

namespace Fairlead.Tests.Infrastructure.Plans;

/// <summary>
/// Plans that terraform 1.11 and the AWS provider 5.100 made of the configurations beside them. What
/// nothing here reads (planned_values, prior_state) is left out.
/// An integration test makes them anew and compares; <c>Fixtures/record.sh</c> writes them anew.
/// </summary>
internal static class PlanFixture
{
    public static TerraformPlan Read(string name, string file = "plan.json") => TerraformPlan.Parse(Text(name, file));

    public static string Text(string name, string file = "plan.json")
        => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Infrastructure", "Plans", "Fixtures", name, file));

    public static PriceTable Prices() => PriceTable.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "prices", "us-east-1.json")));

    /// <summary>A plan with the given members of <c>resource_changes</c>.</summary>
    public static TerraformPlan Of(params string[] resources)
        => TerraformPlan.Parse($$"""{"format_version": "1.2", "terraform_version": "1.11.4", "resource_changes": [{{string.Join(',', resources)}}]}""");

    /// <summary>One member of <c>resource_changes</c>.</summary>
    public static string Change(string address, string actions, string before = "null", string after = "null", string more = "", string marks = "")
    {
        var words = address.Split('[')[0].Split('.');
        var (type, name) = (words[^2], words[^1]);
        var module = words.Length > 2 ? $"\"module_address\": \"{string.Join('.', words[..^2])}\"," : "";
        return $$"""
            {"address": "{{address.Replace("\"", "\\\"")}}", {{module}} "mode": "managed", "type": "{{type}}", "name": "{{name}}",
             "provider_name": "registry.terraform.io/hashicorp/aws",
             {{more}} "change": {"actions": [{{actions}}], "before": {{before}}, "after": {{after}}{{(marks.Length > 0 ? ", " + marks : "")}} } }
            """;
    }

    /// <summary>Compares with a file in Snapshots/. With the variable UPDATE_SNAPSHOTS=1 the file is
    /// written anew; the change is then read as any other.</summary>
    public static void ShouldMatchSnapshot(this string text, string name)
    {
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            var directory = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(directory.FullName, "Solution.sln")))
            {
                directory = directory.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
            }

            File.WriteAllText(
                Path.Combine(directory.FullName, "tests", "Fairlead.Tests", "Infrastructure", "Plans", "Snapshots", name),
                text,
                new UTF8Encoding(false));
            return;
        }

        text.ShouldBe(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Infrastructure", "Plans", "Snapshots", name)));
    }
}
