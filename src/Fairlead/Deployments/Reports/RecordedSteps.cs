using Fairlead.Releases;

namespace Fairlead.Deployments.Reports;

/// <summary>Finds steps in the record of a release by the names that they have there.</summary>
internal static class RecordedSteps
{
    /// <summary>What the migration of the service ended with; null when the record has none.</summary>
    public static RecordedStep? Migration(ReleaseManifest manifest, string service) => manifest.Steps.LastOrDefault(x => x.Name == StepNames.Migrate(service));

    /// <summary>What the smoke test ended with; null when the record has none.</summary>
    public static RecordedStep? SmokeTest(ReleaseManifest manifest) => manifest.Steps.LastOrDefault(x => x.Name == StepNames.SmokeTest);
}
