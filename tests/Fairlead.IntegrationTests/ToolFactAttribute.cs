namespace Fairlead.IntegrationTests;

/// <summary>A test that needs a program of somebody else. Where the program is not on PATH the test is skipped and says which it missed; CI fails when it counts a skipped test.</summary>
public sealed class ToolFactAttribute : FactAttribute
{
    public ToolFactAttribute(params string[] tools)
    {
        if (tools.FirstOrDefault(x => Find(x) is null) is { } missing)
        {
            Skip = $"{missing} is not on PATH";
        }
    }

    private static string? Find(string tool)
        => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(x => Path.Combine(x, tool))
            .FirstOrDefault(x => File.Exists(x) || (OperatingSystem.IsWindows() && File.Exists(x + ".exe")));
}
