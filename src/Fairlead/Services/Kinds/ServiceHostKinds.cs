using Fairlead.Services.AppRunner;
using Fairlead.Services.Ec2;
using Fairlead.Services.Ecs;

namespace Fairlead.Services.Kinds;

/// <summary>The kinds of service hosts.</summary>
public static class ServiceHostKinds
{
    /// <summary>What the output <c>service_host</c> says → how the outputs of that kind are read.</summary>
    public static IReadOnlyDictionary<string, Func<IOutputValues, ServiceOutputs>> All { get; } = new Dictionary<string, Func<IOutputValues, ServiceOutputs>>
    {
        [EcsServiceOutputs.HostName] = EcsServiceOutputs.Read,
        [AppRunnerServiceOutputs.HostName] = AppRunnerServiceOutputs.Read,
        [Ec2ServiceOutputs.HostName] = Ec2ServiceOutputs.Read,
    };
}
