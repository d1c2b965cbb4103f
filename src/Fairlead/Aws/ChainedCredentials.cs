using System.Net.Sockets;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Credentials;
using Fairlead.Secrets;

namespace Fairlead.Aws;

/// <summary>The SDK's default chain, without its wait for an instance metadata service that a laptop does not have.</summary>
/// <remarks>The SDK tries the metadata service last, several times, each with a time-out of seconds. Here that happens
/// only if its address accepts a connection within one second.</remarks>
internal sealed class ChainedCredentials(string? profile) : AWSCredentials
{
    // Link-local: answers within milliseconds on EC2, and nobody does elsewhere.
    private static readonly TimeSpan MetadataTimeout = TimeSpan.FromSeconds(1);

    // A secret access key of AWS has 40 characters. What emulators are given is a word such as "test", which is no secret and stands in every log.
    private const int ShortestKey = 16;

    private readonly SemaphoreSlim _gate = new(1, 1);
    private AWSCredentials? _found;

    public override ImmutableCredentials GetCredentials() => GetCredentialsAsync().GetAwaiter().GetResult();

    public override async Task<ImmutableCredentials> GetCredentialsAsync()
    {
        var credentials = _found ?? await FindOnceAsync();
        var keys = await credentials.GetCredentialsAsync();
        if (keys.SecretKey.Length >= ShortestKey)
        {
            SecretMask.Learn(keys.SecretKey, keys.Token);
        }

        return keys;
    }

    private async Task<AWSCredentials> FindOnceAsync()
    {
        await _gate.WaitAsync();
        try
        {
            return _found ??= await FindAsync();
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<AWSCredentials> FindAsync()
    {
        var store = new CredentialProfileStoreChain();
        if (profile is not null)
        {
            return store.TryGetAWSCredentials(profile, out var named)
                ? named
                : throw new FairleadException(
                    $"The AWS profile '{profile}' gives no credentials.",
                    $"It is not in the shared AWS configuration files, or has neither keys nor a role nor a single sign-on session.",
                    $"Run `aws configure --profile {profile}` or `aws sso login --profile {profile}`, then run the build again.");
        }

        if (!IsConfigured(store) && !await MetadataServiceAnswersAsync())
        {
            throw NoCredentials(null);
        }

        try
        {
            return await DefaultAWSCredentialsIdentityResolver.GetCredentialsAsync(null);
        }
        catch (AmazonClientException e)
        {
            throw NoCredentials(e);
        }
    }

    private static FairleadException NoCredentials(Exception? inner) => new(
        "There are no AWS credentials.",
        "Neither the environment nor the shared AWS configuration files nor the machine's role have any.",
        "Set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or run `aws configure`, then run the build again.",
        inner);

    private static bool IsConfigured(CredentialProfileStoreChain store)
        => IsSet("AWS_ACCESS_KEY_ID")
        || IsSet("AWS_WEB_IDENTITY_TOKEN_FILE")
        || IsSet("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI")
        || IsSet("AWS_CONTAINER_CREDENTIALS_FULL_URI")
        || store.TryGetAWSCredentials(DefaultAWSCredentialsIdentityResolver.GetProfileName(), out _);

    private static bool IsSet(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));

    private static async Task<bool> MetadataServiceAnswersAsync()
    {
        if (string.Equals(Environment.GetEnvironmentVariable("AWS_EC2_METADATA_DISABLED"), "true", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        // https://docs.aws.amazon.com/sdkref/latest/guide/feature-imds-credentials.html
        var address = Environment.GetEnvironmentVariable("AWS_EC2_METADATA_SERVICE_ENDPOINT") is { Length: > 0 } configured
            && Uri.TryCreate(configured, UriKind.Absolute, out var uri) ? uri : new Uri("http://169.254.169.254");
        using var timeout = new CancellationTokenSource(MetadataTimeout);
        using var connection = new TcpClient();
        try
        {
            await connection.ConnectAsync(address.Host.Trim('[', ']'), address.Port, timeout.Token);
            return true;
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException)
        {
            return false;
        }
    }
}
