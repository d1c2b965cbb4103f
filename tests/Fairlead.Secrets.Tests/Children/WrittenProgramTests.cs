using System.Diagnostics;
using Fairlead.Secrets.Children;

namespace Fairlead.Secrets.Tests.Children;

public sealed class WrittenProgramTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new("fairlead-written-");

    private string Program => Path.Combine(_directory, "program");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_program_that_a_child_still_holds_open_is_run_when_it_does_not_any_more()
    {
        await File.WriteAllTextAsync(Program, "#!/bin/sh\n");
        using var child = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", $"exec 3>> '{Program}'; echo open; read end"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        await child.StandardOutput.ReadLineAsync();

        // Other systems have no leases.
        WrittenProgram.IsBeingWritten(Program).ShouldBe(OperatingSystem.IsLinux());
        var settled = WrittenProgram.SettledAsync(Program, TimeProvider.System, CancellationToken.None);
        settled.IsCompleted.ShouldBe(!OperatingSystem.IsLinux());
        child.StandardInput.Close();
        await settled;

        await child.WaitForExitAsync();
        WrittenProgram.IsBeingWritten(Program).ShouldBeFalse();
    }

    [Fact]
    public async Task One_that_nobody_holds_is_run_at_once()
    {
        await File.WriteAllTextAsync(Program, "#!/bin/sh\n");

        WrittenProgram.SettledAsync(Program, TimeProvider.System, CancellationToken.None).IsCompletedSuccessfully.ShouldBeTrue();
    }
}
