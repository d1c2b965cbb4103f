using System.Net;
using System.Text;
using Fairlead.LocalCloud.LoadBalancing;
using Fairlead.LocalCloud.Protocol;
using Fairlead.LocalCloud.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Fairlead.LocalCloud.Tests.LoadBalancing;

public sealed class TargetGroupsTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fairlead-balancing-");
    private readonly HttpHealthProbe _probe = new();
    private readonly HttpClient _client = new();
    private readonly WebApplication _target;
    private StateDirectory _state;
    private TargetGroups _groups;

    public TargetGroupsTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(x => x.Listen(IPAddress.Loopback, 0));
        _target = builder.Build();
        _target.Run(async context =>
        {
            context.Response.StatusCode = context.Request.Path == "/broken" ? 500 : 200;
            context.Response.Headers["X-Seen"] =
                $"{context.Request.Headers["X-Forwarded-Proto"]} {context.Request.Headers["X-Forwarded-For"]} {context.Request.Headers["TE"]}".Trim();
            using var reader = new StreamReader(context.Request.Body);
            await context.Response.WriteAsync($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString} {await reader.ReadToEndAsync()}");
        });
        _state = StateDirectory.Open(_folder.FullName);
        _groups = Create();
    }

    private int TargetPort => new Uri(_target.Urls.Single()).Port;

    public Task InitializeAsync() => _target.StartAsync();

    public async Task DisposeAsync()
    {
        await _groups.DisposeAsync();
        await _target.DisposeAsync();
        _probe.Dispose();
        _client.Dispose();
        _state.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task With_no_healthy_target_the_answer_is_503()
    {
        var group = await _groups.EnsureAsync("api", "/");

        (await _client.GetAsync(group.Url)).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task A_healthy_target_gets_the_request_as_it_was_sent()
    {
        var group = await _groups.EnsureAsync("api", "/");
        await RegisterAsync(group, "healthy");
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            new Uri(group.Url, "/a%20b?x=1"))
        { Content = new StringContent("body", Encoding.UTF8), Headers = { { "TE", "trailers" } } };

        using var response = await _client.SendAsync(request);

        (await response.Content.ReadAsStringAsync()).ShouldBe("POST /a%20b?x=1 body");
        response.Headers.GetValues("X-Seen").ShouldBe(["http 127.0.0.1"]);
    }

    [Fact]
    public async Task A_target_that_answers_500_is_unhealthy_and_says_why()
    {
        var group = await _groups.EnsureAsync("api", "/broken");
        await RegisterAsync(group, "unhealthy");

        group.Health("t").Reason.ShouldBe("Target.ResponseCodeMismatch");
        group.Health("t").Description.ShouldBe("Health checks failed with these codes: [500]");
    }

    [Fact]
    public async Task A_deregistered_target_gets_no_more_requests()
    {
        var group = await _groups.EnsureAsync("api", "/");
        await RegisterAsync(group, "healthy");

        await group.DeregisterAsync("t");

        (await _client.GetAsync(group.Url)).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        group.Health("t").ShouldBe(TargetHealth.NotRegistered);
    }

    [Fact]
    public async Task A_group_keeps_its_arn_and_port_across_a_restart()
    {
        var before = await _groups.EnsureAsync("api", "/");
        var (arn, url) = (before.Arn, before.Url);
        await _groups.DisposeAsync();
        _state.Dispose();
        _state = StateDirectory.Open(_folder.FullName);
        _groups = Create();
        await _groups.StartAsync(default);

        var after = _groups.Find("api")!;

        (after.Arn, after.Url).ShouldBe((arn, url));
        (await _client.GetAsync(after.Url)).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    private TargetGroups Create()
        => new(_state, new Account(), TimeProvider.System, _probe, new TargetGroupTiming { Interval = TimeSpan.FromMilliseconds(5) }, [], []);

    private async Task RegisterAsync(TargetGroup group, string state)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        group.Changed += () => reached.TrySetResult();
        group.Register("t", TargetPort);
        await reached.Task.WaitAsync(TimeSpan.FromMinutes(2));
        group.Health("t").State.ShouldBe(state);
    }
}
