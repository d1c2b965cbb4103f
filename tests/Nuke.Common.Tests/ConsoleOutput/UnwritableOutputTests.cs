using System.Text;

namespace Nuke.Common.Tests.ConsoleOutput;

public sealed class UnwritableOutputTests
{
    [Fact]
    public void A_build_whose_output_cannot_be_written_fails_and_does_not_crash()
    {
        using var run = new TestRun { Out = new Full() };
        run.Run<Quiet>("A").ShouldNotBe(0);
    }

    private sealed class Full : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => throw new IOException("No space left on device.");
    }

    private sealed class Quiet : NukeBuild
    {
        private Target A => _ => _.Executes(() => { });
    }
}
