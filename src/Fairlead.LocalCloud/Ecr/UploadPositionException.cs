namespace Fairlead.LocalCloud.Ecr;

/// <summary>Content that is to be appended does not begin where the upload ends.</summary>
internal sealed class UploadPositionException(long length) : Exception($"The upload ends at {length}.")
{
    /// <summary>Bytes that the upload has.</summary>
    public long Length { get; } = length;
}
