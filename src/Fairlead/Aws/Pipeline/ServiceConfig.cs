using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util.Internal;

namespace Fairlead.Aws.Pipeline;

/// <summary>Settings of a client for a service that has no SDK package here. Region, endpoint, retries and time-outs are the SDK's own.</summary>
public abstract class ServiceConfig : ClientConfig
{
    private readonly ServiceFacts _facts;

    private protected ServiceConfig(ServiceFacts facts)
        : base(new DefaultConfigurationProvider(Modes))
    {
        _facts = facts;
        ServiceId = facts.Id;
        AuthenticationServiceName = facts.SigningName;
        EndpointProvider = new ServiceEndpointProvider(facts);
        UserAgent = InternalSDKUtils.BuildUserAgentString(facts.Id, typeof(ServiceConfig).Assembly.GetName().Version?.ToString(3) ?? "0.0.0");
    }

    public override string ServiceVersion => _facts.ApiVersion;

    public override string UserAgent { get; }

    public override string RegionEndpointServiceName => _facts.EndpointPrefix;

    public override Amazon.Runtime.Endpoints.Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters)
        => EndpointProvider.ResolveEndpoint(new EndpointParameters
        {
            ["Region"] = parameters.AlternateEndpoint?.SystemName ?? AuthenticationRegion ?? RegionEndpoint?.SystemName,
            ["UseDualStack"] = UseDualstackEndpoint,
            ["UseFIPS"] = UseFIPSEndpoint,
            ["Endpoint"] = ServiceURL,
        });

    internal ServiceFacts Facts => _facts;

    // https://docs.aws.amazon.com/sdkref/latest/guide/feature-smart-config-defaults.html
    private static readonly DefaultConfiguration[] Modes =
    [
        Mode(DefaultConfigurationMode.Standard, 3100),
        Mode(DefaultConfigurationMode.InRegion, 1100),
        Mode(DefaultConfigurationMode.CrossRegion, 3100),
        Mode(DefaultConfigurationMode.Mobile, 30000),
        Mode(DefaultConfigurationMode.Auto, 1100),
    ];

    private static DefaultConfiguration Mode(DefaultConfigurationMode name, int connectMilliseconds) => new()
    {
        Name = name,
        RetryMode = RequestRetryMode.Standard,
        S3UsEast1RegionalEndpoint = S3UsEast1RegionalEndpointValue.Regional,
        ConnectTimeout = TimeSpan.FromMilliseconds(connectMilliseconds),
        TlsNegotiationTimeout = TimeSpan.FromMilliseconds(connectMilliseconds),
    };
}
