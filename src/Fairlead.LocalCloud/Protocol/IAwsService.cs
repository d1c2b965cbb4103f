namespace Fairlead.LocalCloud.Protocol;

/// <summary>One AWS service behind the API port. It answers in its own protocol, errors included.</summary>
internal interface IAwsService
{
    /// <summary>The service's name in the credential scope of a Signature Version 4 request: <c>s3</c>, <c>ecs</c>, <c>ecr</c> …</summary>
    string SigningName { get; }

    Task HandleAsync(HttpContext context);
}

/// <summary>What answers on a port of its own.</summary>
internal interface IPortEndpoint
{
    Task HandleAsync(HttpContext context);
}

/// <summary>The OCI registry behind ECR.</summary>
internal interface IRegistryEndpoint : IPortEndpoint;

/// <summary>The CloudFront edge.</summary>
internal interface IEdgeEndpoint : IPortEndpoint;

/// <summary>What a viewer of the API port finds under <c>/_fairlead/NAME</c>: the local cloud's own control surface, which AWS does not have.</summary>
internal interface IControlEndpoint : IPortEndpoint
{
    /// <summary>The path segment after <c>/_fairlead/</c>.</summary>
    string Name { get; }

    /// <summary>Asks for a credential of its own in place of the control key, and refuses who does not have it.</summary>
    bool HasOwnKey => false;
}
