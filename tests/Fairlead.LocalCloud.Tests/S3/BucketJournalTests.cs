using System.Text;
using System.Text.Json;
using Fairlead.LocalCloud.S3.Storage;

namespace Fairlead.LocalCloud.Tests.S3;

/// <summary>What is behind the last line feed: a write that ended early, or damage.</summary>
public sealed class BucketJournalTests : IDisposable
{
    private readonly TemporaryDirectory _folder = new("fairlead-journal-");

    private string File => _folder.PathOf("journal");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_last_record_that_is_cut_at_any_byte_was_not_acknowledged_and_goes()
    {
        var whole = Write("a", "ümlaut");
        var last = Array.LastIndexOf(whole, (byte)'\n', whole.Length - 2) + 1;
        for (var length = last; length < whole.Length - 1; length++)
        {
            System.IO.File.WriteAllBytes(File, whole[..length]);

            Load().ShouldBe(["", "a"], $"cut after {length - last} bytes");
            System.IO.File.ReadAllBytes(File).ShouldBe(whole[..last]);
        }
    }

    [Fact]
    public void A_line_feed_that_is_lost_is_damage_and_nothing_is_written()
    {
        var whole = Write("a", "b");
        var ends = Enumerable.Range(0, whole.Length).Where(x => whole[x] == '\n').ToArray();
        foreach (var end in ends[..^1])
        {
            ShouldBeDamage([.. whole[..end], .. whole[(end + 1)..]]);
            ShouldBeDamage([.. whole[..end], .. whole[(end + 1)..^1]]);
            ShouldBeDamage([.. whole[..end], .. whole[(end + 1)..^9]]);
        }

        System.IO.File.WriteAllBytes(File, whole[..^1]);
        Load().ShouldBe(["", "a", "b"], "the last record is whole, and may have been acknowledged");
        System.IO.File.ReadAllBytes(File).ShouldBe(whole);
    }

    [Theory]
    [InlineData("00000000 {\"configuration\":null}")]
    [InlineData("00000000 {\"configuration\" nothing")]
    [InlineData("00000000 [")]
    [InlineData("00000000{")]
    [InlineData("0000000g")]
    [InlineData("\0\0\0")]
    [InlineData("no line")]
    public void What_no_write_of_a_journal_begins_with_is_damage(string tail) => ShouldBeDamage([.. Write("a"), .. Encoding.UTF8.GetBytes(tail)]);

    private void ShouldBeDamage(byte[] content)
    {
        System.IO.File.WriteAllBytes(File, content);

        Should.Throw<JsonException>(Load);

        System.IO.File.ReadAllBytes(File).ShouldBe(content, "it is kept as it was found");
    }

    private byte[] Write(params string[] keys)
    {
        System.IO.File.Delete(File);
        BucketJournal.Create(File, new JournalRecord { Configuration = new BucketConfiguration { Created = SomeRelease.Noon, Region = "us-east-1" } });
        using (var journal = BucketJournal.Load(File, _ => { }))
        {
            foreach (var key in keys)
            {
                journal.Append(new JournalRecord { Put = new ObjectVersion { Key = key, Size = 1 } });
            }
        }

        return System.IO.File.ReadAllBytes(File);
    }

    private List<string> Load()
    {
        var keys = new List<string>();
        BucketJournal.Load(File, x => keys.Add(x.Put?.Key ?? "")).Dispose();
        return keys;
    }
}
