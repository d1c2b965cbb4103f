using Amazon;
using Amazon.AppRunner;
using Amazon.CloudFront;
using Amazon.CloudWatch;
using Amazon.CloudWatchLogs;
using Amazon.ECR;
using Amazon.ECS;
using Amazon.ElasticLoadBalancingV2;
using Amazon.RDS;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.SecurityToken;
using Amazon.SimpleSystemsManagement;

namespace Fairlead.Aws;

/// <summary>Makes every AWS client of a run, each when it is first asked for. Safe for use by several threads; dispose it when the run ends.</summary>
public sealed class AwsClients : IDisposable
{
    private readonly AwsOptions _options;
    private readonly AWSCredentials _credentials;
    private readonly Lock _lock = new();
    private readonly Dictionary<Type, IDisposable> _clients = [];

    // Also for the clients that the SDK makes by itself, to take a role or to ask an identity centre.
    static AwsClients() => AWSConfigs.HttpClientFactory = new HandledHttpClientFactory(handler: null);

    public AwsClients(AwsOptions options)
    {
        _options = options;
        _credentials = options.Credentials ?? new ChainedCredentials(options.Profile);
    }

    /// <summary>Addresses buckets by path when an endpoint URL is set: emulators have no host name per bucket.</summary>
    public IAmazonS3 S3
        => Client(() => new AmazonS3Client(
            _credentials,
            S3Configuration.Complete(Configure(new AmazonS3Config()), _options, Environment.GetEnvironmentVariable)));

    public IAmazonSecurityTokenService Sts
        => Client(() => new AmazonSecurityTokenServiceClient(_credentials, Configure(new AmazonSecurityTokenServiceConfig())));

    public AmazonECSClient Ecs => Client(() => new AmazonECSClient(_credentials, Configure(new AmazonECSConfig())));

    public AmazonECRClient Ecr => Client(() => new AmazonECRClient(_credentials, Configure(new AmazonECRConfig())));

    public AmazonCloudFrontClient CloudFront => Client(() => new AmazonCloudFrontClient(_credentials, Configure(new AmazonCloudFrontConfig())));

    public AmazonCloudWatchClient CloudWatch => Client(() => new AmazonCloudWatchClient(_credentials, Configure(new AmazonCloudWatchConfig())));

    public AmazonCloudWatchLogsClient Logs => Client(() => new AmazonCloudWatchLogsClient(_credentials, Configure(new AmazonCloudWatchLogsConfig())));

    public AmazonElasticLoadBalancingV2Client ElasticLoadBalancing
        => Client(() => new AmazonElasticLoadBalancingV2Client(_credentials, Configure(new AmazonElasticLoadBalancingV2Config())));

    public AmazonAppRunnerClient AppRunner => Client(() => new AmazonAppRunnerClient(_credentials, Configure(new AmazonAppRunnerConfig())));

    public AmazonRDSClient Rds => Client(() => new AmazonRDSClient(_credentials, Configure(new AmazonRDSConfig())));

    public IAmazonSimpleSystemsManagement Ssm
        => Client(() => new AmazonSimpleSystemsManagementClient(_credentials, Configure(new AmazonSimpleSystemsManagementConfig())));

    public void Dispose()
    {
        lock (_lock)
        {
            foreach (var client in _clients.Values)
            {
                client.Dispose();
            }

            _clients.Clear();
        }
    }

    // A field for each client would load its package at the start of every build, and most builds use two or three.
    private T Client<T>(Func<T> create)
        where T : class, IDisposable
    {
        lock (_lock)
        {
            if (!_clients.TryGetValue(typeof(T), out var client))
            {
                client = _clients[typeof(T)] = create();
            }

            return (T)client;
        }
    }

    private TConfig Configure<TConfig>(TConfig config)
        where TConfig : ClientConfig
    {
        if (_options.Profile is { } profile)
        {
            // Also where the SDK looks for the profile's endpoint_url and retry_mode.
            config.Profile = new Profile(profile);
        }

        config.HttpClientFactory = new HandledHttpClientFactory(_options.Handler, _options.Limits);

        if (_options.EndpointUrl is { } endpoint)
        {
            // The SDK takes an endpoint or a region, the last one set; the signature still needs the region.
            config.ServiceURL = endpoint.AbsoluteUri;
            config.AuthenticationRegion = _options.Region;
        }
        else
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(_options.Region);
        }

        return config;
    }
}
