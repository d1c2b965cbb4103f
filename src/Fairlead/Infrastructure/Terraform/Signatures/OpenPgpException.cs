namespace Fairlead.Infrastructure.Terraform.Signatures;

/// <summary>A key or signature that is not what it should be; the message is the end of a sentence about it.</summary>
internal sealed class OpenPgpException(string message) : Exception(message);
