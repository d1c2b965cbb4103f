using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Fairlead.Infrastructure.LocalCloud;
using Fairlead.Reporting;

namespace Fairlead.IntegrationTests.Infrastructure;

/// <summary>The real program, started and stopped as the build does it.</summary>
[Trait("Category", "Integration")]
public sealed class LocalCloudProcessTests : IAsyncLifetime
{
    private readonly string _directory = Directory.CreateTempSubdirectory("fairlead-process-").FullName;
    private readonly LocalCloudOptions _options;
    private readonly LocalCloudProcess _process;

    public LocalCloudProcessTests()
    {
        _options = new LocalCloudOptions { ProgramDirectory = AppContext.BaseDirectory, StateDirectory = Path.Combine(_directory, "state") };
        _process = new LocalCloudProcess(_options, SilentReporter.Instance);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _process.StopAsync(CancellationToken.None);
        Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    public async Task It_is_started_once_found_again_and_stopped()
    {
        (await _process.FindAsync(CancellationToken.None)).ShouldBeNull();

        var started = await _process.EnsureRunningAsync(CancellationToken.None);
        var again = await new LocalCloudProcess(_options, SilentReporter.Instance).EnsureRunningAsync(CancellationToken.None);

        again.ShouldBe(started);
        (await _process.StopAsync(CancellationToken.None)).ShouldBeTrue();
        (await _process.FindAsync(CancellationToken.None)).ShouldBeNull();
        (await _process.StopAsync(CancellationToken.None)).ShouldBeFalse();
    }

    [Fact]
    public async Task Two_builds_that_start_it_at_the_same_time_share_one()
    {
        var both = await Task.WhenAll(Enumerable
            .Range(0, 2)
            .Select(_ => new LocalCloudProcess(_options, SilentReporter.Instance).EnsureRunningAsync(CancellationToken.None)));

        both[0].ProcessId.ShouldBe(both[1].ProcessId);
    }

    [Fact]
    public async Task A_killed_local_cloud_is_started_again()
    {
        var first = await _process.EnsureRunningAsync(CancellationToken.None);
        using (var process = Process.GetProcessById(first.ProcessId))
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        var second = await _process.EnsureRunningAsync(CancellationToken.None);

        second.ProcessId.ShouldNotBe(first.ProcessId);
    }

    [Fact]
    public async Task A_taken_port_is_replaced_by_a_free_one()
    {
        TcpListener? listener = null;
        try
        {
            listener = new TcpListener(IPAddress.Loopback, 4600);
            listener.Start();
        }
        catch (SocketException)
        {
            // Somebody else has it, which is as good.
        }

        using (listener)
        {
            (await _process.EnsureRunningAsync(CancellationToken.None)).Api.Port.ShouldNotBe(4600);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{ broken")]
    public async Task One_whose_note_is_damaged_is_found_and_stopped_all_the_same(string note)
    {
        var started = await _process.EnsureRunningAsync(CancellationToken.None);
        await File.WriteAllTextAsync(_options.EndpointsFile, note);

        (await _process.EnsureRunningAsync(CancellationToken.None)).ShouldBe(started);
        (await _process.StopAsync(CancellationToken.None)).ShouldBeTrue();
    }

    [Fact]
    public async Task What_answers_in_its_name_without_holding_its_directory_is_not_it()
    {
        int port;
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            port = ((IPEndPoint)free.LocalEndpoint).Port;
        }

        var note = Encoding.UTF8.GetBytes(
            $$"""{"processId":{{Environment.ProcessId}},"version":"x","api":"http://127.0.0.1:{{port}}","registry":"http://127.0.0.1:1","edge":"http:"""
                + $$"""//127.0.0.1:2"}""");
        Directory.CreateDirectory(_options.StateDirectory);
        await File.WriteAllBytesAsync(_options.EndpointsFile, note);
        using var impostor = new HttpListener { Prefixes = { $"http://127.0.0.1:{port}/" } };
        impostor.Start();
        var answering = AnswerAsync();

        (await _process.FindAsync(CancellationToken.None)).ShouldBeNull();

        await answering;
        async Task AnswerAsync()
        {
            var context = await impostor.GetContextAsync();
            await context.Response.OutputStream.WriteAsync(note);
            context.Response.Close();
        }
    }

    [Fact]
    public async Task The_key_of_its_control_surface_is_not_shown_with_its_endpoints()
    {
        var started = await _process.EnsureRunningAsync(CancellationToken.None);

        started.ToString().ShouldNotContain(await File.ReadAllTextAsync(_options.ControlKeyFile));
        (await _process.StopAsync(CancellationToken.None)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_state_directory_that_cannot_be_made_is_named()
    {
        await File.WriteAllTextAsync(_options.StateDirectory, "a file where a directory should be");

        var exception = await Should.ThrowAsync<FairleadException>(_process.EnsureRunningAsync(CancellationToken.None));

        exception.Why.ShouldContain(_options.StateDirectory);
        File.Delete(_options.StateDirectory);
    }
}
