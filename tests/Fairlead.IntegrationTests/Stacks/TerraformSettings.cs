namespace Fairlead.IntegrationTests.Stacks;

/// <summary>How terraform is set up on this machine: where its providers come from is the machine's own business.</summary>
internal static class TerraformSettings
{
    /// <summary>Variables for a build, or a terraform, that deploys to an emulator.</summary>
    public static Dictionary<string, string?> For(IReadOnlyDictionary<string, string> emulator)
    {
        var environment = emulator.ToDictionary(x => x.Key, x => (string?)x.Value);
        environment["CHECKPOINT_DISABLE"] = "1";

        // What a developer is signed in to must not reach a test.
        environment["AWS_PROFILE"] = null;
        environment["AWS_SESSION_TOKEN"] = null;
        environment["AWS_CONFIG_FILE"] = "/dev/null";
        environment["AWS_SHARED_CREDENTIALS_FILE"] = "/dev/null";
        return environment;
    }
}
