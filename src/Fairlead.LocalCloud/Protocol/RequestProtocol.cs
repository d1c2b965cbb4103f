namespace Fairlead.LocalCloud.Protocol;

/// <summary>In which of AWS's protocols a client reads an error.</summary>
internal enum RequestProtocol
{
    /// <summary>S3's own: <c>Error</c> is the root.</summary>
    S3,

    /// <summary>The query protocol, and the REST services in XML: <c>ErrorResponse</c>, or EC2's <c>Response</c>.</summary>
    Xml,

    /// <summary>JSON 1.0 and 1.1, CBOR, and the REST services in JSON: <c>__type</c>.</summary>
    Json,
}
