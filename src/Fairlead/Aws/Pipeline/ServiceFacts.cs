using System.Collections.ObjectModel;
using Amazon.Runtime.Internal;

namespace Fairlead.Aws.Pipeline;

/// <summary>What the SDK's pipeline must know of a service to find, sign and name its calls.</summary>
/// <param name="Name">The vendor's name of the package, under which the SDK counts its calls.</param>
/// <param name="Id">The service id, from which <c>AWS_ENDPOINT_URL_&lt;ID&gt;</c> is derived.</param>
/// <param name="SigningName">The service in the signature's credential scope.</param>
/// <param name="EndpointPrefix">First part of the host name.</param>
/// <param name="ApiVersion">Version of the API.</param>
/// <param name="TargetPrefix">JSON: what <c>X-Amz-Target</c> begins with.</param>
/// <param name="ContentType">JSON: the type of what is sent, which names the version of the protocol.</param>
/// <param name="IsGlobal">One endpoint for the partition, signed for the partition's home region.</param>
internal sealed record ServiceFacts(
    string Name,
    string Id,
    string SigningName,
    string EndpointPrefix,
    string ApiVersion,
    string TargetPrefix = "",
    string ContentType = "",
    bool IsGlobal = false) : IServiceMetadata
{
    string IServiceMetadata.ServiceId => Id;

    IDictionary<string, string> IServiceMetadata.OperationNameMapping => ReadOnlyDictionary<string, string>.Empty;
}
