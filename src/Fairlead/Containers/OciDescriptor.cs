namespace Fairlead.Containers;

/// <summary>Points to a blob.</summary>
/// <param name="MediaType">What the blob is.</param>
/// <param name="Digest"><c>sha256:</c> and 64 hexadecimal digits.</param>
/// <param name="Size">Bytes.</param>
public sealed record OciDescriptor(string MediaType, string Digest, long Size);
