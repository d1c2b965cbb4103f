namespace Fairlead.IntegrationTests;

/// <summary>A test that needs programs on PATH. Skipped, naming the first one that is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ToolFactAttribute : FactAttribute
{
    public ToolFactAttribute(params string[] tools)
    {
        var directories = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var missing = tools.FirstOrDefault(x => !directories.Any(y => File.Exists(Path.Combine(y, x)) || File.Exists(Path.Combine(y, $"{x}.exe"))));
        if (missing is not null)
        {
            Skip = $"{missing} is not on PATH";
        }
    }
}
