using System.Text;
using Fairlead.LocalCloud.Ecs;
using Fairlead.LocalCloud.Ecs.Docker;

namespace Fairlead.LocalCloud.Tests.Ecs;

public sealed class DockerOutputTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100_000)]
    public async Task Lines_come_whole_however_the_engine_cuts_them(int pieces)
    {
        var lines = new List<string>();
        var stream = new InPieces([.. Frame(1, "first\nsec"), .. Frame(2, "trouble "), .. Frame(1, "ond\r\ngr"), .. Frame(2, "ahead\n"), .. Frame(1, "üße"), .. Frame(1, "")], pieces);

        await DockerOutput.ReadAsync(stream, lines.Add, default);

        lines.ShouldBe(["first", "second", "trouble ahead", "grüße"]);
    }

    [Fact]
    public async Task An_output_that_breaks_off_keeps_what_came()
    {
        var lines = new List<string>();

        await DockerOutput.ReadAsync(new MemoryStream(Frame(1, "all of it\nhalf of")[..^3]), lines.Add, default);

        lines.ShouldBe(["all of it", "half"]);
    }

    [Fact]
    public void A_character_that_is_cut_in_two_stays_one_and_a_line_without_end_is_cut()
    {
        var lines = new List<string>();
        var output = new OutputLines(lines.Add);
        foreach (var one in Encoding.UTF8.GetBytes("ü\n"))
        {
            output.Add([one]);
        }

        output.Add(Encoding.UTF8.GetBytes(new string('x', 256 * 1024 + 1)));
        output.Complete();

        lines.Select(x => x.Length).ShouldBe([1, 256 * 1024, 1]);
        lines[0].ShouldBe("ü");
    }

    private static byte[] Frame(byte stream, string text)
    {
        var content = Encoding.UTF8.GetBytes(text);
        return [stream, 0, 0, 0, 0, 0, (byte)(content.Length >> 8), (byte)content.Length, .. content];
    }

    /// <summary>Gives at most so many bytes at a time, as a socket may.</summary>
    private sealed class InPieces(byte[] content, int size) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            => base.ReadAsync(buffer[..Math.Min(size, buffer.Length)], cancellationToken);
    }
}
