using Amazon.S3.Model;
using Fairlead.Releases;

namespace Fairlead.Tests.Releases;

/// <summary>The time of a store, read beside other requests of the same client.</summary>
public sealed class StoreDateTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    private readonly LedgerBucket _bucket = new(new TestClock(Now));

    public void Dispose() => _bucket.Dispose();

    /// <summary>Of a listener that comes and goes, the answer to another request can find none where it found one before.</summary>
    [Fact]
    public async Task Whoever_reads_it_disturbs_no_other_request()
    {
        var s3 = _bucket.Client();
        using var end = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            while (!end.IsCancellationRequested)
            {
                new StoreDate(s3, new GetObjectRequest()).Dispose();
            }
        })).ToArray();
        try
        {
            for (var i = 0; i < 300; i++)
            {
                await s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = LedgerBucket.Name });
            }
        }
        finally
        {
            await end.CancelAsync();
            await Task.WhenAll(readers);
        }
    }

    [Fact]
    public async Task Each_of_several_requests_at_the_same_time_is_told_the_time_of_its_own_answer()
    {
        var store = new LedgerStore(_bucket.Client(), LedgerBucket.Name, LedgerBucket.Prefix);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => store.ReadTimedAsync("nothing.json", default)));

        answers.Select(x => x.Date).ShouldAllBe(x => x == Now);
    }
}
