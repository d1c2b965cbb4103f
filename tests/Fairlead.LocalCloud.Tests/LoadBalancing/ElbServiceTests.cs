using System.Text;
using Fairlead.LocalCloud.LoadBalancing;
using Fairlead.LocalCloud.Protocol;
using Fairlead.LocalCloud.State;
using Microsoft.AspNetCore.Http;

namespace Fairlead.LocalCloud.Tests.LoadBalancing;

public sealed class ElbServiceTests
{
    [Fact]
    public async Task What_a_forecast_of_a_rollout_needs_is_answered()
    {
        await using var cloud = new Cloud();
        var group = await cloud.Groups.EnsureAsync("api", "/api/health");

        var answer = await cloud.CallAsync($"Action=DescribeTargetGroups&Version=2015-12-01&TargetGroupArns.member.1={Uri.EscapeDataString(group.Arn)}");
        answer.ShouldContain("<HealthCheckPath>/api/health</HealthCheckPath>");
        answer.ShouldContain("<HealthCheckIntervalSeconds>1</HealthCheckIntervalSeconds>");
        answer.ShouldContain("<HealthyThresholdCount>2</HealthyThresholdCount>");

        (await cloud.CallAsync($"Action=DescribeTargetGroupAttributes&Version=2015-12-01&TargetGroupArn={Uri.EscapeDataString(group.Arn)}"))
            .ShouldContain("<member><Key>deregistration_delay.timeout_seconds</Key><Value>5</Value></member>");
    }

    [Fact]
    public async Task A_target_group_that_is_not_there_has_no_attributes()
    {
        await using var cloud = new Cloud();

        (await cloud.CallAsync("Action=DescribeTargetGroupAttributes&Version=2015-12-01&TargetGroupArn=none"))
            .ShouldContain("<Code>TargetGroupNotFound</Code>");
    }

    private sealed class Cloud : IAsyncDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fairlead-elb-");
        private readonly HttpHealthProbe _probe = new();
        private readonly StateDirectory _state;

        public Cloud()
        {
            _state = StateDirectory.Open(_folder.FullName);
            Groups = new TargetGroups(_state, new Account(), TimeProvider.System, _probe, new TargetGroupTiming(), [], []);
        }

        public TargetGroups Groups { get; }

        public async Task<string> CallAsync(string form)
        {
            var context = new DefaultHttpContext();
            context.Request.Method = "POST";
            context.Request.ContentType = "application/x-www-form-urlencoded";
            context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(form));
            var answer = new MemoryStream();
            context.Response.Body = answer;
            await new ElbService(Groups, new TargetGroupTiming()).HandleAsync(context);
            return Encoding.UTF8.GetString(answer.ToArray());
        }

        public async ValueTask DisposeAsync()
        {
            await Groups.DisposeAsync();
            _probe.Dispose();
            _state.Dispose();
            _folder.Delete(recursive: true);
        }
    }
}
