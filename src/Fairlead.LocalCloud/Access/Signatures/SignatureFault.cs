namespace Fairlead.LocalCloud.Access.Signatures;

/// <summary>What is wrong with the signature of a request.</summary>
internal enum SignatureFault
{
    /// <summary>There is none.</summary>
    Missing,

    /// <summary>It is of another kind than AWS4-HMAC-SHA256.</summary>
    Unsupported,

    /// <summary>There is one in a header and one in the query.</summary>
    Twice,

    /// <summary>The header does not say all that it must, or in another form.</summary>
    Malformed,

    /// <summary>The same of the query of a presigned URL.</summary>
    MalformedQuery,

    /// <summary>No such access key id.</summary>
    UnknownKey,

    /// <summary>The session token was not given out here, or not with that access key id.</summary>
    InvalidToken,

    /// <summary>The session token has had its time.</summary>
    ExpiredToken,

    /// <summary>Host or a header of AWS's own is not among the signed ones.</summary>
    UnsignedHeaders,

    /// <summary>The clocks of client and server differ too much, or the request is old.</summary>
    Skewed,

    /// <summary>The presigned URL has had its time.</summary>
    Expired,

    /// <summary>x-amz-content-sha256 is missing, which S3 needs.</summary>
    NoPayloadHash,

    /// <summary>x-amz-content-sha256 is neither a digest nor a word that is known.</summary>
    InvalidPayloadHash,

    /// <summary>The signature is not that of the request.</summary>
    Mismatch,

    /// <summary>The body is larger than any that a service takes.</summary>
    TooLarge,
}
