namespace Fairlead.Deployments;

/// <summary>What steps are called, in a run and in the record that it leaves. Records are read by these names, so that a name never changes.</summary>
internal static class StepNames
{
    public const string SmokeTest = "smoke test";
    public const string Record = "record";
    public const string GoBack = "roll back";
    public const string Prune = "prune";

    public static string Push(string service) => $"push {service}";

    public static string PublishAssets(string site) => $"upload assets of {site}";

    public static string Migrate(string service) => $"migrate {service}";

    public static string RollOut(string service) => $"roll out {service}";

    public static string Switch(string site) => $"switch {site}";

    public static string Invalidate(string site) => $"invalidate {site}";
}
