using System.Net.Http.Json;

namespace Fairlead.Tests.Testing;

public sealed class LoopbackServerTests
{
    private readonly HttpClient _http = new();

    [Fact]
    public async Task A_request_is_recorded_whether_its_length_is_told_or_it_comes_in_chunks()
    {
        await using var server = new LoopbackServer(_ => new ScriptedResponse(200, [0, 255, 10], ("X-Key", "1")));

        using var told = await _http.PostAsync(new Uri(server.Url, "told?a=1"), new ByteArrayContent([255, 0, 13, 10]));
        using var chunked = await _http.PostAsJsonAsync(new Uri(server.Url, "chunked"), new { name = "ä" });

        var requests = server.Requests.ToArray();
        (requests[0].Method, requests[0].Path).ShouldBe(("POST", "/told?a=1"));
        requests[0].Content.ShouldBe([255, 0, 13, 10]);
        requests[1].Headers["transfer-encoding"].ShouldBe("chunked");
        requests[1].Json["name"]!.GetValue<string>().ShouldBe("ä");
        (await chunked.Content.ReadAsByteArrayAsync()).ShouldBe([0, 255, 10]);
        told.Headers.GetValues("X-Key").ShouldBe(["1"]);
    }

    [Fact]
    public async Task A_head_has_the_length_and_no_body()
    {
        await using var server = new LoopbackServer(_ => new ScriptedResponse(200, "four"));
        using var request = new HttpRequestMessage(HttpMethod.Head, server.Url);

        using var head = await _http.SendAsync(request);
        using var next = await _http.GetAsync(server.Url);

        head.Content.Headers.ContentLength.ShouldBe(4);
        (await next.Content.ReadAsStringAsync()).ShouldBe("four");
    }

    [Fact]
    public async Task What_is_never_answered_ends_with_the_server_and_what_is_cut_ends_at_once()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var server = new LoopbackServer(request =>
        {
            if (request.Path == "/cut")
            {
                return ScriptedResponse.Cut;
            }

            asked.SetResult();
            return ScriptedResponse.Never;
        });

        await Should.ThrowAsync<HttpRequestException>(() => _http.GetAsync(new Uri(server.Url, "cut")));
        var waiting = _http.GetAsync(server.Url);
        await asked.Task;
        waiting.IsCompleted.ShouldBeFalse();
        await server.DisposeAsync();

        (await Should.ThrowAsync<HttpRequestException>(() => waiting)).StatusCode.ShouldBeNull();
    }
}
