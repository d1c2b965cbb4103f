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
        byte[] log = [
            .. Frame(1, "first\nsec"),
            .. Frame(2, "trouble "),
            .. Frame(1, "ond\r\ngr"),
            .. Frame(2, "ahead\n"),
            .. Frame(1, "üße"),
            .. Frame(1, "")
        ];

        (await ReadAsync(log.Chunk(pieces))).ShouldBe(["first", "second", "trouble ahead", "grüße"]);
    }

    [Fact]
    public async Task An_output_that_breaks_off_keeps_what_came()
        => (await ReadAsync([Frame(1, "all of it\nhalf of")[..^3]])).ShouldContain("half");

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

    private async Task<List<string>> ReadAsync(IEnumerable<byte[]> log)
    {
        var folder = Directory.CreateTempSubdirectory("fairlead-output-");
        var lines = new List<string>();
        await using (var engine = await FakeDockerEngine.StartAsync(folder.FullName))
        {
            engine.Log = [.. log];
            using var client = new DockerEngine(engine.Host);
            try
            {
                await client.FollowAsync("c1", lines.Add, default);
            }
            catch (DockerEngineException)
            {
                // How the break is told is the client's business; what came before it is ours.
            }
        }

        folder.Delete(recursive: true);
        return lines;
    }
}
