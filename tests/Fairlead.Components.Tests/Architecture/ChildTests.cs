using System.Text.RegularExpressions;

namespace Fairlead.Components.Tests.Architecture;

/// <summary>Every process is started in one place, with an environment that was decided on.</summary>
public sealed partial class ChildTests
{
    /// <summary>The only starter; and that of the local cloud, which is a program of its own and decides for the tasks that it runs.</summary>
    private static readonly string[] Starters = ["src/Fairlead.Secrets/Children/ChildStart.cs", "src/Fairlead.LocalCloud/Ecs/HostProcess.cs"];

    [Fact]
    public void Nothing_else_starts_a_process()
        => SourceTree.Files("src").Concat(SourceTree.Files("build"))
            .Where(x => Start().IsMatch(x.Text))
            .Select(x => x.Path)
            .ShouldBe(Starters, ignoreOrder: true);

    [Theory]
    [InlineData("using var process = Process.Start(start);")]
    [InlineData("System.Diagnostics.Process.Start(\"git\")")]
    [InlineData("var start = new ProcessStartInfo(\"git\");")]
    [InlineData("ProcessStartInfo start = new(\"git\");")]
    [InlineData("ProcessStartInfo start = new() { FileName = file };")]
    [InlineData("var process = new Process { StartInfo = start };")]
    [InlineData("new System.Diagnostics.Process()")]
    public void A_start_is_found(string text) => Start().IsMatch(text).ShouldBeTrue();

    [Theory]
    [InlineData("ProcessTasks.StartProcess(tool.Path)")]
    [InlineData("Process.GetProcessById(id)")]
    [InlineData("ChildStart.Run(start)")]
    [InlineData("new ProcessEnd(1)")]
    [InlineData("private static ProcessStartInfo WithEnvironment(ProcessStartInfo start)")]
    public void Other_uses_of_processes_are_none(string text) => Start().IsMatch(text).ShouldBeFalse();

    [GeneratedRegex(@"(?<!\w)Process\.Start\(|\bnew\s+([\w.]+\.)?(ProcessStartInfo\b|Process\s*[({])|\bProcess(StartInfo)?\s+\w+\s*=\s*new\s*\(")]
    private static partial Regex Start();
}
