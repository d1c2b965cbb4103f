using Amazon;
using Amazon.AppRunner;
using Amazon.CloudFront;
using Amazon.CloudWatchLogs;
using Amazon.ECR;
using Amazon.ECS;
using Amazon.ElasticLoadBalancingV2;
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
    private readonly Lazy<IAmazonS3> _s3;
    private readonly Lazy<IAmazonSecurityTokenService> _sts;
    private readonly Lazy<AmazonECSClient> _ecs;
    private readonly Lazy<AmazonECRClient> _ecr;
    private readonly Lazy<AmazonCloudFrontClient> _cloudFront;
    private readonly Lazy<AmazonCloudWatchLogsClient> _logs;
    private readonly Lazy<AmazonElasticLoadBalancingV2Client> _elasticLoadBalancing;
    private readonly Lazy<AmazonAppRunnerClient> _appRunner;
    private readonly Lazy<AmazonSimpleSystemsManagementClient> _ssm;

    public AwsClients(AwsOptions options)
    {
        _options = options;
        _credentials = options.Credentials ?? new ChainedCredentials(options.Profile);
        _s3 = new(() => new AmazonS3Client(_credentials, S3Configuration.Complete(Configure(new AmazonS3Config()), _options, Environment.GetEnvironmentVariable)));
        _sts = new(() => new AmazonSecurityTokenServiceClient(_credentials, Configure(new AmazonSecurityTokenServiceConfig())));
        _ecs = new(() => new AmazonECSClient(_credentials, Configure(new AmazonECSConfig())));
        _ecr = new(() => new AmazonECRClient(_credentials, Configure(new AmazonECRConfig())));
        _cloudFront = new(() => new AmazonCloudFrontClient(_credentials, Configure(new AmazonCloudFrontConfig())));
        _logs = new(() => new AmazonCloudWatchLogsClient(_credentials, Configure(new AmazonCloudWatchLogsConfig())));
        _elasticLoadBalancing = new(() => new AmazonElasticLoadBalancingV2Client(_credentials, Configure(new AmazonElasticLoadBalancingV2Config())));
        _appRunner = new(() => new AmazonAppRunnerClient(_credentials, Configure(new AmazonAppRunnerConfig())));
        _ssm = new(() => new AmazonSimpleSystemsManagementClient(_credentials, Configure(new AmazonSimpleSystemsManagementConfig())));
    }

    /// <summary>Addresses buckets by path when an endpoint URL is set: emulators have no host name per bucket.</summary>
    public IAmazonS3 S3 => _s3.Value;

    public IAmazonSecurityTokenService Sts => _sts.Value;

    public AmazonECSClient Ecs => _ecs.Value;

    public AmazonECRClient Ecr => _ecr.Value;

    public AmazonCloudFrontClient CloudFront => _cloudFront.Value;

    public AmazonCloudWatchLogsClient Logs => _logs.Value;

    public AmazonElasticLoadBalancingV2Client ElasticLoadBalancing => _elasticLoadBalancing.Value;

    public AmazonAppRunnerClient AppRunner => _appRunner.Value;

    public AmazonSimpleSystemsManagementClient Ssm => _ssm.Value;

    public void Dispose()
    {
        DisposeIfMade(_s3);
        DisposeIfMade(_sts);
        DisposeIfMade(_ecs);
        DisposeIfMade(_ecr);
        DisposeIfMade(_cloudFront);
        DisposeIfMade(_logs);
        DisposeIfMade(_elasticLoadBalancing);
        DisposeIfMade(_appRunner);
        DisposeIfMade(_ssm);
    }

    private static void DisposeIfMade<T>(Lazy<T> client)
        where T : IDisposable
    {
        if (client.IsValueCreated)
        {
            client.Value.Dispose();
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
