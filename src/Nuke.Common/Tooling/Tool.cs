namespace Nuke.Common.Tooling;

/// <summary>Runs an executable and returns what it wrote. Times out after <paramref name="timeout"/> milliseconds.</summary>
/// <exception cref="ProcessException">The exit code is not 0 and no <paramref name="exitHandler"/> was given.</exception>
public delegate IReadOnlyCollection<Output> Tool(
    ArgumentStringHandler arguments,
    string? workingDirectory = null,
    IReadOnlyDictionary<string, string>? environmentVariables = null,
    int? timeout = null,
    bool? logOutput = null,
    bool? logInvocation = null,
    Action<OutputType, string>? logger = null,
    Action<IProcess>? exitHandler = null);
