using Fairlead.Components.Deployments;
using Fairlead.Components.Reporting;
using Fairlead.Preflight;
using Nuke.Common;
using Nuke.Components;

namespace Fairlead.Components;

/// <summary>Looks at everything that a deploy needs before time is spent, and tells all problems at once.</summary>
public interface IPreflight : INukeBuild
{
    /// <summary>The user's own checks.</summary>
    IEnumerable<PreflightCheck> PreflightChecks => [];

    sealed IEnumerable<PreflightCheck> PreflightChecksBase
    {
        get
        {
            yield return WritableDirectory.Check(TemporaryDirectory);
            if (this is IHazArtifacts artifacts)
            {
                yield return WritableDirectory.Check(artifacts.ArtifactsDirectory, name: "Artifacts");
            }

            if (this is IWebBuild web)
            {
                yield return new PreflightCheck("Web packages", cancellationToken => Task.FromResult(
                    File.Exists(web.WebDirectory / "package-lock.json")
                        ? null
                        : new PreflightProblem(
                            $"{web.WebDirectory / "package-lock.json"} does not exist, and npm ci needs it.",
                            "Run npm install there once and commit the file.")));
            }

            if (this is IDockerImage image)
            {
                yield return PreflightCheck.Of("Service project", () => File.Exists(image.ServiceProject)
                    ? null
                    : new PreflightProblem($"{image.ServiceProject} does not exist.", "Correct ServiceProject in the build."));
            }

            if (this is IPackService pack)
            {
                yield return pack.ServiceRuntimeCheck;
            }

            if (this is IHazDeployment ofPlace)
            {
                foreach (var check in PlaceOfProfile.Of(ofPlace).Checks)
                {
                    yield return check;
                }
            }

            if (this is IHazDeployment deployment)
            {
                foreach (var problem in ParameterProblems.Of(deployment))
                {
                    yield return PreflightCheck.Of("Parameters", () => problem);
                }
            }
        }
    }

    Target Preflight => _ => _
        .Description("Checks tools, parameters, disk and place before time is spent")
        .TryBefore<IRestore>(x => x.Restore)
        .TryBefore<IWebBuild>(x => x.WebRestore)
        .Executes(async () => await new PreflightRunner(LogReporter.Instance).RunAsync([.. PreflightChecksBase, .. PreflightChecks], Cancellation.Token));
}
