namespace Fairlead.Node;

/// <summary>A Node.js that satisfies the package.</summary>
/// <param name="Version">Its version.</param>
/// <param name="BinDirectory">The directory that holds <c>node</c> and <c>npm</c>; first on PATH for what runs with it.</param>
/// <param name="Origin">Where it comes from, for messages: <c>PATH</c>, <c>downloaded</c>.</param>
public sealed record NodeInstallation(NodeVersion Version, string BinDirectory, string Origin)
{
    public string NpmPath => Path.Combine(BinDirectory, OperatingSystem.IsWindows() ? "npm.cmd" : "npm");
}
