namespace Fairlead.IntegrationTests.Deploy;

/// <summary>A directory for PATH with every program of this machine but some.</summary>
internal sealed class ProgramsWithout : IDisposable
{
    public ProgramsWithout(params string[] missing)
    {
        foreach (var program in (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Where(System.IO.Directory.Exists)
            .SelectMany(System.IO.Directory.EnumerateFiles))
        {
            var link = Path.Combine(Directory, Path.GetFileName(program));
            if (!missing.Contains(Path.GetFileName(program)) && !File.Exists(link))
            {
                File.CreateSymbolicLink(link, program);
            }
        }
    }

    public string Directory { get; } = System.IO.Directory.CreateTempSubdirectory("programs-").FullName;

    public void Dispose() => System.IO.Directory.Delete(Directory, recursive: true);
}
