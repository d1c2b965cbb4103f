using System.IO.Compression;

namespace Fairlead.Containers;

/// <summary>
/// A directory as one <c>.tar.gz</c>, for hosts that unpack a release instead of running an image. It is made as a layer is: equal content
/// gives equal bytes, whoever packs it, when and where; only another .NET may compress the same tar to other bytes.
/// </summary>
public static class ContentArchive
{
    /// <summary>Packs what is in the directory, at the top of the archive. The file is replaced whole; a run that is killed leaves the earlier one.</summary>
    /// <returns>Number of files, and bytes of the archive.</returns>
    /// <exception cref="FairleadException">The content is missing or empty, or links to outside of itself; or the archive cannot be written.</exception>
    public static async Task<(int Files, long Length)> WriteAsync(string directory, string archive, CancellationToken cancellationToken = default)
    {
        var content = LayerPlan.Create("content", "", ContentScan.Read(directory));
        if (content.Entries.Count == 0)
        {
            throw new FairleadException(
                $"There is nothing to pack in {directory}.",
                "The directory is empty.",
                "Run the target that publishes the application, then run this one again.");
        }

        var unfinished = $"{archive}.{Guid.NewGuid():n}.partial";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(archive))!);
            await using (var file = File.Create(unfinished))
            await using (var gzip = new GZipStream(new GzipHeaderStream(file), CompressionLevel.Optimal, leaveOpen: true))
            {
                await TarLayerWriter.WriteAsync(
                    content,
                    ImageOptions.SourceDateEpoch(Environment.GetEnvironmentVariable("SOURCE_DATE_EPOCH")),
                    gzip,
                    cancellationToken);
            }

            File.Move(unfinished, archive, overwrite: true);
            return (content.Entries.Count(x => x.Kind != LayerEntryKind.Directory), new FileInfo(archive).Length);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FairleadException(
                $"The archive {archive} could not be written.",
                e.Message,
                "Make sure that the published application can be read, that the disk has room and that the directory can be written, then run this "
                    + "target again.",
                e);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
