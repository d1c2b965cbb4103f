namespace AwsClientGenerator;

/// <summary>Where a service is and how it is spoken to.</summary>
/// <param name="Id">The service id, from which the names of its settings are derived.</param>
/// <param name="SigningName">The service in the signature's credential scope.</param>
/// <param name="EndpointPrefix">First part of the host name.</param>
/// <param name="ApiVersion">Version of the API.</param>
/// <param name="Protocol"><c>json-1.0</c>, <c>json-1.1</c>, <c>query</c> or <c>rest-xml</c>.</param>
/// <param name="TargetPrefix">JSON: what <c>X-Amz-Target</c> begins with.</param>
/// <param name="XmlNamespace">REST: the namespace of what is sent.</param>
/// <param name="IsGlobal">Whether the partition has one endpoint for it.</param>
internal sealed record ServiceFacts(
    string Id,
    string SigningName,
    string EndpointPrefix,
    string ApiVersion,
    string Protocol,
    string? TargetPrefix = null,
    string? XmlNamespace = null,
    bool IsGlobal = false)
{
    public bool IsJson => Protocol.StartsWith("json-", StringComparison.Ordinal);

    public bool IsRest => Protocol == "rest-xml";
}
