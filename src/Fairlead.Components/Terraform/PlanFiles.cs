using Fairlead.Infrastructure.Plans.Sealing;
using Nuke.Common.IO;

namespace Fairlead.Components.Terraform;

/// <summary>Where a profile's plan is. A plan holds every secret of the stack: readable it is only where nobody publishes it.</summary>
internal sealed class PlanFiles(ITerraform build)
{
    /// <summary>The key, or null when plans are not encrypted.</summary>
    public string? Key => build.TerraformPlanKey is { Length: > 0 } key ? key : null;

    /// <summary>The encrypted plan, for another job.</summary>
    public AbsolutePath Sealed => build.TerraformPlanDirectory / "plan.tfplan.enc";

    /// <summary>For a person, without secrets.</summary>
    public AbsolutePath Summary => build.TerraformPlanDirectory / "plan.md";

    public AbsolutePath Drift => build.TerraformPlanDirectory / "drift.md";

    /// <summary>The plan that terraform reads. What is among the artifacts is published by a CI server, so there it stays outside of them.</summary>
    public AbsolutePath Plain => Key is null && !build.IsServerBuild ? build.TerraformPlanDirectory / "plan.tfplan" : Temporary("plan");

    /// <summary>A plan that no later run applies.</summary>
    public AbsolutePath Temporary(string name) => build.TemporaryDirectory / "terraform" / "plans" / $"{build.Profile}-{name}.tfplan";

    /// <summary>Removes what an earlier run left, so that nothing stale is taken for new.</summary>
    public void Clear()
    {
        foreach (var file in new[] { Sealed, Summary, build.TerraformPlanDirectory / "plan.tfplan", Temporary("plan") })
        {
            Delete(file);
        }

        Directory.CreateDirectory(build.TerraformPlanDirectory);
        Directory.CreateDirectory(Temporary("plan").Parent);
    }

    /// <summary>Removes a plan and its binding.</summary>
    public static void Delete(string plan)
    {
        // Where the directory is missing there is nothing to delete either.
        foreach (var file in new[] { plan, PlanBinding.PathFor(plan) }.Where(File.Exists))
        {
            File.Delete(file);
        }
    }
}
