namespace Fairlead.Testing;

/// <summary>A console program that a test writes and compiles.</summary>
public static class CompiledProgram
{
    /// <summary>Compiles the C# files of a directory outside of the repository, and fails the test when they do not compile.</summary>
    /// <param name="directory">Holds the sources; <c>out</c> in it holds the program then.</param>
    /// <param name="name">The program's name.</param>
    /// <param name="items">Further items of the project, as MSBuild reads them: references, and sources elsewhere.</param>
    /// <returns>Path of the program: <c>out/NAME.dll</c>.</returns>
    public static async Task<string> BuildAsync(string directory, string name, params string[] items)
    {
        await File.WriteAllTextAsync(Path.Combine(directory, $"{name}.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <InvariantGlobalization>true</InvariantGlobalization>
                <UseAppHost>false</UseAppHost>
              </PropertyGroup>
              <ItemGroup>
                {string.Join($"{Environment.NewLine}    ", items)}
              </ItemGroup>
            </Project>
            """);
        var run = await BuildRun.ProcessAsync(directory, "dotnet", ["build", "--configuration", "Release", "--output", "out", "-nodeReuse:false"]);
        run.ExitCode.ShouldBe(0, run.Output);
        return Path.Combine(directory, "out", $"{name}.dll");
    }
}
