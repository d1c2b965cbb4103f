namespace Nuke.Common.Tests.ConsoleOutput;

/// <summary>A tool that prints without end takes neither the memory nor the disk, and what is left out is said.</summary>
public sealed class MuchOutputTests : IDisposable
{
    // 512 MiB, as .NET reads it. In memory 200 MB of text are 400 MB, and every copy of it as much again: a build that keeps all of it does not get through.
    private const string LargestHeap = "0x20000000";
    private const long LargestLog = 65 * 1024 * 1024;

    private readonly StreamRun _process = new();

    public void Dispose() => _process.Dispose();

    [UnixTheory]
    [InlineData("yes $(printf '%0500d' 0) 2>/dev/null | head -c 200000000; echo; echo end", " characters were left out.")]
    [InlineData("head -c 200000000 /dev/zero | tr '\\0' 'x'; echo; echo end", null)]
    public async Task Two_hundred_megabytes_of_a_tool_are_built_in_bounded_memory_with_a_log_that_is_cut(string script, string? note)
    {
        await _process.RunAsync(
            "build Work --skip Print --script \"$SCRIPT\" > /dev/null 2> error", ("SCRIPT", script), ("DOTNET_GCHeapHardLimit", LargestHeap));

        _process.Error.ShouldBeEmpty();
        _process.ExitCode.ShouldBe(0);
        _process.IsWorkDone.ShouldBeTrue();
        var log = new FileInfo(_process.PathOf(".nuke", "temp", "build.log"));
        log.Length.ShouldBeLessThan(LargestLog);
        if (note is null)
        {
            File.ReadLines(log.FullName).ShouldContain(x => x.EndsWith(" [183222784 more characters of this line are left out]", StringComparison.Ordinal));
        }
        else
        {
            File.ReadLines(log.FullName).Last().ShouldEndWith(note);
        }
    }
}
