using Fairlead.Services;
using Fairlead.Services.AppRunner;
using Fairlead.Services.Ec2;
using Fairlead.Services.Ecs;
using Fairlead.Services.Kinds;

namespace Fairlead.Tests.Services;

public sealed class ServiceHostKindsTests
{
    public static TheoryData<string> Kinds() => [.. ServiceHostKinds.All.Keys];

    [Fact]
    public void Every_kind_of_outputs_that_is_written_is_in_the_table()
    {
        var written = typeof(ServiceOutputs).Assembly.GetTypes().Where(x => x.IsSubclassOf(typeof(ServiceOutputs)) && !x.IsAbstract);

        ServiceHostKinds.All.Values.Select(read => read(new Values()).GetType()).ShouldBe(written, ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_kind_goes_by_the_name_under_which_it_is_in_the_table(string kind) => ServiceHostKinds.All[kind](new Values()).Host.ShouldBe(kind);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_kind_tells_every_output_that_it_reads_and_no_other(string kind)
    {
        var values = new Values();

        var outputs = ServiceHostKinds.All[kind](values);

        outputs.Fields.Select(x => x.Name).ShouldBe(values.Asked, ignoreOrder: true);
        outputs.Fields.ShouldAllBe(x => x.Value == $"value of {x.Name}");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_kind_makes_a_host_of_its_own(string kind)
    {
        await using var server = new LoopbackServer(_ => new ScriptedResponse(500, ""));
        using var clients = LoopbackClients.For(server);

        var host = ServiceHostKinds.All[kind](new Values()).CreateHost(new ServiceHostSettings(clients, new RecordingReporter(), TimeProvider.System));

        host.GetType().Namespace.ShouldBe(ServiceHostKinds.All[kind](new Values()).GetType().Namespace);
        server.Requests.ShouldBeEmpty("making a host asks nothing");
    }

    // Written out: when one of these moves, every release of every place of the kind gets a new id.
    [Theory]
    [InlineData(
        EcsServiceOutputs.HostName,
        "ClusterName = value of cluster_name, ServiceName = value of service_name, ContainerName = value of container_name")]
    [InlineData(AppRunnerServiceOutputs.HostName, "ServiceArn = value of service_arn")]
    [InlineData(
        Ec2ServiceOutputs.HostName,
        "ReleaseBucket = value of release_bucket, ReleasePrefix = value of release_prefix, InstanceTagKey = value of instance_tag_key, "
            + "InstanceTagValue = value of instance_tag_value")]
    public void What_makes_a_release_another_one_stays_as_it_is(string kind, string fingerprint)
        => ServiceHostKinds.All[kind](new Values()).Fingerprint.ShouldBe(fingerprint);

    [Fact]
    public void Only_a_host_that_cannot_run_a_command_says_who_migrates()
    {
        string[] migrated = [.. ServiceHostKinds.All.Where(x => x.Value(new Values()).MigratedBy is null).Select(x => x.Key)];

        migrated.ShouldBe([EcsServiceOutputs.HostName]);
    }

    private sealed class Values : IOutputValues
    {
        public List<string> Asked { get; } = [];

        public string Required(string name)
        {
            Asked.Add(name);
            return $"value of {name}";
        }

        public string? Optional(string name) => Required(name);
    }
}
