using System.Net;
using System.Net.Sockets;

namespace Fairlead.Http.Tests;

/// <summary>What a peer may do to a request. No test waits: the clock is moved when the request waits for its peer.</summary>
public sealed class LimitedHandlerTests
{
    private static readonly Uri Url = new("https://registry.example.com/v2/");
    private readonly TestClock _clock = new();

    [Fact]
    public async Task A_server_that_takes_the_connection_and_says_nothing_is_given_up()
    {
        await using var server = new LoopbackServer(_ => ScriptedResponse.Never);
        using var http = LimitedHttp.CreateClient(LimitedHttp.CreateTransport(), time: _clock);
        var answer = http.GetAsync(server.Url);

        await _clock.TimersAsync(1);
        _clock.Advance(99);
        answer.IsCompleted.ShouldBeFalse();
        _clock.Advance(1);

        var passed = await Should.ThrowAsync<HttpLimitException>(answer);
        (passed.Kind, passed.Message, passed.IsTransient).ShouldBe((HttpLimitKind.Answer, "127.0.0.1 sent no answer within 100 s", true));
    }

    [Fact]
    public async Task A_body_that_stops_is_given_up_whoever_reads_it()
    {
        foreach (var read in Readers)
        {
            var clock = new TestClock();
            var silent = new TaskCompletionSource();
            using var http = Client(
                Peer.Sending((count, x) =>
                {
                    if (count > 0)
                    {
                        silent.SetResult();
                    }

                    return count == 0 ? Bytes(2000) : Peer.Forever<byte[]>(x);
                }),
                clock: clock);
            var body = read(http);

            await silent.Task;
            clock.Advance(60);

            (await Should.ThrowAsync<HttpLimitException>(body)).Message
                .ShouldBe("registry.example.com fell silent: less than 1024 bytes came through in 60 s");
        }
    }

    [Fact]
    public async Task A_byte_now_and_then_is_silence_too()
    {
        var sent = 0;
        using var http = Client(Peer.Sending((_, x) =>
        {
            sent++;
            _clock.Advance(1);
            x.ThrowIfCancellationRequested();
            return Bytes(1);
        }));

        (await Should.ThrowAsync<HttpLimitException>(http.GetByteArrayAsync(Url))).Kind.ShouldBe(HttpLimitKind.Silence);

        sent.ShouldBe(60);
    }

    [Fact]
    public async Task A_large_body_may_take_hours_while_bytes_come()
    {
        using var http = Client(Peer.Sending((count, x) =>
        {
            _clock.Advance(59);
            x.ThrowIfCancellationRequested();
            return Bytes(count < 300 ? 1024 : 0);
        }));

        (await http.GetByteArrayAsync(Url)).Length.ShouldBe(300 * 1024);
    }

    [Fact]
    public async Task What_the_reader_takes_for_itself_does_not_count()
    {
        using var http = Client(Peer.Sending((count, _) => Bytes(count < 5 ? 10 : 0)));
        await using var body = await http.GetStreamAsync(Url);
        var read = 0;
        for (int count; (count = await body.ReadAsync(new byte[100])) > 0; read += count)
        {
            _clock.Advance(TimeSpan.FromHours(1));
        }

        read.ShouldBe(50);
    }

    [Fact]
    public async Task A_small_document_is_complete_within_its_time_however_steadily_it_comes()
    {
        using var http = Client(
            Peer.Sending((_, x) =>
            {
                _clock.Advance(10);
                x.ThrowIfCancellationRequested();
                return Bytes(2000);
            }),
            HttpLimits.Document(1_000_000));

        var passed = await Should.ThrowAsync<HttpLimitException>(http.GetByteArrayAsync(Url));

        (passed.Kind, passed.Message).ShouldBe((HttpLimitKind.Whole, "registry.example.com was not done within 120 s"));
    }

    [Fact]
    public async Task A_body_without_end_is_read_no_further_than_its_limit()
    {
        foreach (var read in Readers)
        {
            var sent = 0L;
            using var http = Client(
                Peer.Sending((_, _) =>
                {
                    sent += 1000;
                    return Bytes(1000);
                }),
                HttpLimits.Document(100_000));

            var passed = await Should.ThrowAsync<HttpLimitException>(read(http));

            (passed.Kind, passed.IsTransient).ShouldBe((HttpLimitKind.Size, false));
            passed.Message.ShouldBe("registry.example.com sent more than 100000 bytes, which is the most that such an answer may have");
            sent.ShouldBe(101_000);
        }
    }

    [Fact]
    public async Task A_body_of_just_the_limit_is_read()
    {
        using var http = Client(Peer.Sending((count, _) => Bytes(count < 100 ? 1000 : 0)), HttpLimits.Document(100_000));

        (await http.GetByteArrayAsync(Url)).Length.ShouldBe(100_000);
    }

    [Fact]
    public async Task Of_a_refusal_only_what_can_be_shown_is_read()
    {
        using var http = Client(Peer.Sending((_, _) => Bytes(1000), HttpStatusCode.BadGateway));
        using var answer = await http.GetAsync(Url, HttpCompletionOption.ResponseHeadersRead);

        (await answer.Content.ReadAsByteArrayAsync()).Length.ShouldBe(64 * 1024);
    }

    [Fact]
    public async Task A_head_without_end_is_read_no_further_than_its_limit()
    {
        await using var server = new LoopbackServer(_ => new ScriptedResponse(200, "", ("X", new string('x', 1_000_000))));
        using var http = LimitedHttp.CreateClient();

        var passed = await Should.ThrowAsync<HttpLimitException>(http.GetAsync(server.Url));

        (passed.Kind, passed.IsTransient, passed.Message).ShouldBe((HttpLimitKind.Size, false, "127.0.0.1 sent more headers than an answer may have"));
    }

    [Theory]
    [InlineData("HEAD")]
    [InlineData("GET")]
    public async Task A_length_that_is_only_announced_takes_no_memory_and_fails_nothing(string method)
    {
        using var http = Client(new Peer((_, _) =>
        {
            var answer = new HttpResponseMessage { Content = new ByteArrayContent([]) };
            answer.Content.Headers.ContentLength = long.MaxValue;
            return Task.FromResult(answer);
        }), HttpLimits.Document(1000));

        using var head = await http.SendAsync(new HttpRequestMessage(new HttpMethod(method), Url));

        head.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_peer_that_takes_no_more_of_an_upload_is_given_up()
    {
        using var http = Client(Taking(async (count, x) => count < 3 ? await Bytes(0) : await Peer.Forever<byte[]>(x)));
        var answer = http.PutAsync(Url, new StreamContent(new PieceStream((count, _) => Bytes(count < 10 ? 5000 : 0)), bufferSize: 5000));

        await _clock.TimersAsync(1);
        _clock.Advance(60);

        (await Should.ThrowAsync<HttpLimitException>(answer)).Kind.ShouldBe(HttpLimitKind.Silence);
    }

    [Fact]
    public async Task An_upload_that_flows_may_take_hours_and_the_peer_has_its_time_for_the_answer_after_it()
    {
        using var http = Client(Taking(
            (_, x) =>
            {
                _clock.Advance(59);
                x.ThrowIfCancellationRequested();
                return Bytes(0);
            },
            x =>
            {
                _clock.Advance(99);
                x.ThrowIfCancellationRequested();
            }));

        using var answer = await http.PutAsync(Url, new StreamContent(new PieceStream((count, _) => Bytes(count < 300 ? 5000 : 0)), bufferSize: 5000));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_large_body_that_is_written_at_once_flows_as_well()
    {
        var wire = new SlowWire(_clock);
        using var http = Client(new Peer(async (request, ended) =>
        {
            await request.Content!.CopyToAsync(wire, ended);
            return new HttpResponseMessage();
        }));

        using var answer = await http.PutAsync(Url, new ByteArrayContent(new byte[50_000_001]));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        wire.Taken.ShouldBe(50_000_001);
    }

    [Fact]
    public async Task A_body_that_is_written_by_one_who_blocks_flows_as_well()
    {
        var wire = new SlowWire(_clock);
        using var http = Client(new Peer(async (request, ended) =>
        {
            await request.Content!.CopyToAsync(wire, ended);
            ended.ThrowIfCancellationRequested();
            return new HttpResponseMessage();
        }));

        using var answer = await http.PutAsync(Url, new BlockingContent(pieces: 20, size: 65_000));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        wire.Taken.ShouldBe(20 * 65_000);
    }

    [Fact]
    public async Task Of_a_body_that_may_be_cut_the_beginning_is_read()
    {
        var limits = new HttpLimits { LargestBody = 2500, IsBodyCut = true };
        using var http = Client(Peer.Sending((_, _) => Bytes(1000)), limits);

        (await http.GetByteArrayAsync(Url)).Length.ShouldBe(2500);
    }

    [Fact]
    public async Task A_request_can_be_sent_again_with_its_own_body()
    {
        using var http = new HttpMessageInvoker(new LimitedHandler(Taking((_, _) => Bytes(0)), time: _clock));
        var content = new ByteArrayContent(new byte[10]);
        using var request = new HttpRequestMessage(HttpMethod.Put, Url) { Content = content };

        using var first = await http.SendAsync(request, default);
        request.Content.ShouldBeSameAs(content);
        using var second = await http.SendAsync(request, default);

        second.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Type_and_length_of_what_is_sent_and_received_stay()
    {
        await using var server = new LoopbackServer(_ => new ScriptedResponse(200, "hello", ("Content-Type", "text/x-greeting")));
        using var http = LimitedHttp.CreateClient();

        using var answer = await http.PutAsync(server.Url, new StringContent("12345", null, "text/x-number"));

        (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentLength).ShouldBe(("text/x-greeting", 5));
        var request = server.Requests.ShouldHaveSingleItem();
        (request.Headers["Content-Length"], request.Headers["Content-Type"]).ShouldBe(("5", "text/x-number; charset=utf-8"));
        (await answer.Content.ReadAsStringAsync()).ShouldBe("hello");
    }

    [Fact]
    public async Task Whoever_cancels_gets_what_he_asked_for()
    {
        using var http = Client(new Peer((_, x) => Peer.Forever<HttpResponseMessage>(x)));
        using var cancellation = new CancellationTokenSource();
        var answer = http.GetAsync(Url, cancellation.Token);

        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(answer);
    }

    [Fact]
    public async Task A_machine_that_takes_no_connection_is_given_up()
    {
        using var http = LimitedHttp.CreateClient(
            new HttpLimits { Connect = TimeSpan.FromMilliseconds(20) },
            x => x.ConnectCallback = async (_, ended) => await Peer.Forever<Stream>(ended));

        var passed = await Should.ThrowAsync<HttpLimitException>(http.GetAsync(Url));

        (passed.Kind, passed.Message).ShouldBe((HttpLimitKind.Connect, "registry.example.com took no connection within 0.02 s"));
    }

    [Fact]
    public async Task What_the_transport_says_of_a_connection_that_was_cut_here_is_not_passed_on()
    {
        using var http = Client(new Peer(async (_, ended) =>
        {
            try
            {
                return await Peer.Forever<HttpResponseMessage>(ended);
            }
            catch (OperationCanceledException)
            {
                throw new HttpRequestException("An error occurred.", new IOException("", new SocketException((int)SocketError.ConnectionReset)));
            }
        }));
        var answer = http.GetAsync(Url);

        await _clock.TimersAsync(1);
        _clock.Advance(100);

        (await Should.ThrowAsync<HttpLimitException>(answer)).InnerException.ShouldBeNull();
    }

    [Fact]
    public async Task One_request_may_have_limits_of_its_own()
    {
        using var http = Client(Peer.Sending((_, _) => Bytes(1000)));
        using var request = new HttpRequestMessage(HttpMethod.Get, Url).WithLimits(HttpLimits.Document(10));

        (await Should.ThrowAsync<HttpLimitException>(http.SendAsync(request))).Kind.ShouldBe(HttpLimitKind.Size);
    }

    [Fact]
    public void A_request_that_blocks_has_the_same_limits()
    {
        using var http = Client(Peer.Sending((_, _) => Bytes(1000)), HttpLimits.Document(10));
        using var request = new HttpRequestMessage(HttpMethod.Get, Url);
        using var answer = http.Send(request, HttpCompletionOption.ResponseHeadersRead);

        Should.Throw<HttpLimitException>(() => answer.Content.ReadAsStream().Read(new byte[100], 0, 100)).Kind.ShouldBe(HttpLimitKind.Size);
    }

    [Theory]
    [InlineData("text/html; charset=iso-8859-1", "ä")]
    [InlineData("text/html; charset=nobody-knows-it", "\uFFFD")]
    [InlineData("text/html", "\uFFFD")]
    public async Task Text_is_read_whatever_encoding_is_named(string type, string expected)
    {
        await using var server = new LoopbackServer(_ => new ScriptedResponse(200, [0xE4], ("Content-Type", type)));
        using var http = LimitedHttp.CreateClient();
        using var answer = await http.GetAsync(server.Url);

        (await answer.Content.ReadTextAsync()).ShouldBe(expected);
    }

    /// <summary>Buffered by the client, copied by whoever has the answer, read from the stream, and read by one who blocks.</summary>
    private static readonly Func<HttpClient, Task>[] Readers =
    [
        http => http.GetByteArrayAsync(Url),
        async http =>
        {
            using var answer = await http.GetAsync(Url, HttpCompletionOption.ResponseHeadersRead);
            await answer.Content.CopyToAsync(Stream.Null);
        },
        async http => await (await http.GetStreamAsync(Url)).CopyToAsync(Stream.Null),
        http => Task.Run(() => http.GetStreamAsync(Url).Result.CopyTo(Stream.Null)),
    ];

    private HttpClient Client(HttpMessageHandler peer, HttpLimits? limits = null, TestClock? clock = null)
        => LimitedHttp.CreateClient(peer, limits, clock ?? _clock);

    private static Peer Taking(Func<int, CancellationToken, Task<byte[]>> piece, Action<CancellationToken>? thinking = null) => new(async (request, ended) =>
    {
        await request.Content!.CopyToAsync(new PieceStream(piece), ended);
        thinking?.Invoke(ended);
        return new HttpResponseMessage();
    });

    private static Task<byte[]> Bytes(int count) => Task.FromResult(new byte[count]);

    /// <summary>Takes 64 KiB in half a minute.</summary>
    private sealed class SlowWire(TestClock clock) : MemoryStream
    {
        public long Taken { get; private set; }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            clock.Advance(buffer.Length / 65536.0 * 30);
            cancellationToken.ThrowIfCancellationRequested();
            Taken += buffer.Length;
            return ValueTask.CompletedTask;
        }

        public override void Write(byte[] buffer, int offset, int count)
        {
            clock.Advance(count / 65536.0 * 30);
            Taken += count;
        }
    }

    /// <summary>As an XML writer does, which knows no other way.</summary>
    private sealed class BlockingContent(int pieces, int size) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            for (var i = 0; i < pieces; i++)
            {
                stream.Write(new byte[size], 0, size);
            }

            return Task.CompletedTask;
        }

        protected override bool TryComputeLength(out long length)
        {
            length = pieces * size;
            return true;
        }
    }
}
