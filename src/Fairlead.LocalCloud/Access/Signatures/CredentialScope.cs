namespace Fairlead.LocalCloud.Access.Signatures;

/// <summary>What a signing key is good for: a day, a region and a service.</summary>
/// <param name="Date">The day in UTC, <c>yyyyMMdd</c>.</param>
/// <param name="Region">As the client has it. The local cloud is all regions, as it is all endpoints.</param>
/// <param name="Service">The signing name: <c>s3</c>, <c>ecs</c> …</param>
internal sealed record CredentialScope(string Date, string Region, string Service)
{
    public const string Terminator = "aws4_request";

    public override string ToString() => $"{Date}/{Region}/{Service}/{Terminator}";
}
