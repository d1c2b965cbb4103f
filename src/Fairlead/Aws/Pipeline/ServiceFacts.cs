using System.Collections.ObjectModel;
using Amazon.Runtime.Internal;

namespace Fairlead.Aws.Pipeline;

/// <summary>What the SDK's pipeline must know of a service to find, sign and name its calls.</summary>
/// <param name="Id">The service id, from which <c>AWS_ENDPOINT_URL_&lt;ID&gt;</c> is derived.</param>
/// <param name="SigningName">The service in the signature's credential scope.</param>
/// <param name="EndpointPrefix">First part of the host name.</param>
/// <param name="ApiVersion">Version of the API.</param>
/// <param name="IsGlobal">One endpoint for the partition, signed for the partition's home region.</param>
internal sealed record ServiceFacts(string Id, string SigningName, string EndpointPrefix, string ApiVersion, bool IsGlobal = false) : IServiceMetadata
{
    string IServiceMetadata.ServiceId => Id;

    IDictionary<string, string> IServiceMetadata.OperationNameMapping => ReadOnlyDictionary<string, string>.Empty;
}
