using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Fairlead.Aws.Pipeline;
using Amazon.ECR.Model;

namespace Amazon.ECR;

/// <summary>The operations of Amazon ECR that a deploy needs, named as in the vendor's package so that the package can take this one's place. Safe for use by several threads.</summary>
public sealed class AmazonECRClient : ServiceClient
{
    private const string Name = "Amazon.ECR";
    private const string Target = "AmazonEC2ContainerRegistry_V20150921.";

    private static readonly InvokeOptions GetAuthorizationToken = JsonOperation.Create(Name, Target + "GetAuthorizationToken", EcrJson.Default.GetAuthorizationTokenRequest, EcrJson.Default.GetAuthorizationTokenResponse, EcrErrors.From);

    private static readonly InvokeOptions DescribeImages = JsonOperation.Create(Name, Target + "DescribeImages", EcrJson.Default.DescribeImagesRequest, EcrJson.Default.DescribeImagesResponse, EcrErrors.From);

    private static readonly InvokeOptions BatchGetImage = JsonOperation.Create(Name, Target + "BatchGetImage", EcrJson.Default.BatchGetImageRequest, EcrJson.Default.BatchGetImageResponse, EcrErrors.From);

    private static readonly InvokeOptions DescribeRepositories = JsonOperation.Create(Name, Target + "DescribeRepositories", EcrJson.Default.DescribeRepositoriesRequest, EcrJson.Default.DescribeRepositoriesResponse, EcrErrors.From);

    private static readonly InvokeOptions PutImage = JsonOperation.Create(Name, Target + "PutImage", EcrJson.Default.PutImageRequest, EcrJson.Default.PutImageResponse, EcrErrors.From);

    /// <summary>Takes credentials from the SDK's default chain.</summary>
    public AmazonECRClient(AmazonECRConfig config)
        : base(config)
    {
    }

    public AmazonECRClient(AWSCredentials credentials, AmazonECRConfig config)
        : base(credentials, config)
    {
    }

    /// <summary>Gets a registry password, good for 12 hours.</summary>
    /// <exception cref="AmazonECRException">The service refused.</exception>
    public Task<GetAuthorizationTokenResponse> GetAuthorizationTokenAsync(GetAuthorizationTokenRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetAuthorizationTokenResponse>(request, GetAuthorizationToken, cancellationToken);

    /// <summary>Describes images of a repository, a page at a time.</summary>
    /// <exception cref="AmazonECRException">The service refused.</exception>
    public Task<DescribeImagesResponse> DescribeImagesAsync(DescribeImagesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeImagesResponse>(request, DescribeImages, cancellationToken);

    /// <summary>Reads manifests.</summary>
    /// <exception cref="AmazonECRException">The service refused.</exception>
    public Task<BatchGetImageResponse> BatchGetImageAsync(BatchGetImageRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<BatchGetImageResponse>(request, BatchGetImage, cancellationToken);

    /// <summary>Describes repositories, a page at a time.</summary>
    /// <exception cref="AmazonECRException">The service refused.</exception>
    public Task<DescribeRepositoriesResponse> DescribeRepositoriesAsync(DescribeRepositoriesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeRepositoriesResponse>(request, DescribeRepositories, cancellationToken);

    /// <summary>Writes a manifest, or another tag of one.</summary>
    /// <exception cref="AmazonECRException">The service refused.</exception>
    public Task<PutImageResponse> PutImageAsync(PutImageRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<PutImageResponse>(request, PutImage, cancellationToken);
}
