namespace Fairlead.LocalCloud.Protocol;

/// <summary>
/// The digest of the body that the signature of a request covers. A feature of a request for S3 whose signature was verified and that declares one, in a header
/// or, as a presigned URL, in its query; who reads the body compares it.
/// </summary>
/// <param name="Sha256">64 hexadecimal digits, of either case.</param>
internal sealed record PayloadDigest(string Sha256);
