namespace Fairlead.Infrastructure.LocalCloud;

/// <summary>Where the local cloud's program and state are.</summary>
public sealed record LocalCloudOptions
{
    /// <summary>Directory that holds <c>Fairlead.LocalCloud.dll</c>.</summary>
    public required string ProgramDirectory { get; init; }

    /// <summary>Everything that the local cloud keeps is below this directory.</summary>
    public required string StateDirectory { get; init; }

    /// <summary>The <c>dotnet</c> that runs the program.</summary>
    public string DotNetPath { get; init; } = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : "dotnet";

    /// <summary>How long a start may take before it counts as failed.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a stop may take before the process is killed; its tasks get time to end.</summary>
    public TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(40);

    public string ProgramFile => Path.Combine(ProgramDirectory, "Fairlead.LocalCloud.dll");

    public string EndpointsFile => Path.Combine(StateDirectory, "endpoints.json");

    public string PortsFile => Path.Combine(StateDirectory, "ports.json");

    internal string StacksFile => Path.Combine(StateDirectory, "stacks.json");

    public string ControlKeyFile => Path.Combine(StateDirectory, "control-key");

    public string AccessKeyFile => Path.Combine(StateDirectory, "access-key.json");

    public string LogFile => Path.Combine(StateDirectory, "local-cloud.log");
}
