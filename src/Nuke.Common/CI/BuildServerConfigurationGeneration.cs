using Nuke.Common.Execution;

namespace Nuke.Common.CI;

/// <summary>Whether the run generates a CI file instead of running targets.</summary>
public static class BuildServerConfigurationGeneration
{
    public const string ConfigurationParameterName = "generate-configuration";

    public static bool IsActive => BuildSession.Current.Options.GenerateConfiguration is not null;
}
