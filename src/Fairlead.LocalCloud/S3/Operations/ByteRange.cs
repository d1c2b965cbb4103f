using System.Globalization;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.S3.Operations;

/// <summary>A stretch of an object.</summary>
/// <param name="Start">First byte, from 0.</param>
/// <param name="Length">Bytes.</param>
internal readonly record struct ByteRange(long Start, long Length)
{
    private const string Unit = "bytes=";

    /// <summary>
    /// Reads <c>bytes=0-9</c>, <c>bytes=5-</c> or <c>bytes=-3</c>. Null for anything else, several ranges included:
    /// S3 then sends the whole object (https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html).
    /// Not satisfiable means that the object has none of these bytes.
    /// </summary>
    public static ByteRange? Parse(string? header, long size, out bool satisfiable)
    {
        satisfiable = true;
        if (header is null || !header.StartsWith(Unit, StringComparison.Ordinal) || header[Unit.Length..].Split('-') is not [var first, var last])
        {
            return null;
        }

        var hasFirst = TryParse(first, out var start);
        var hasLast = TryParse(last, out var end);
        if ((first.Length > 0 && !hasFirst) || (last.Length > 0 && !hasLast) || (!hasFirst && !hasLast) || (hasFirst && hasLast && end < start))
        {
            return null;
        }

        if (!hasFirst)
        {
            satisfiable = end > 0 && size > 0;
            var length = Math.Min(end, size);
            return new ByteRange(size - length, length);
        }

        satisfiable = start < size;
        return new ByteRange(start, (hasLast ? Math.Min(end, size - 1) : size - 1) - start + 1);
    }

    /// <summary>
    /// Reads <c>bytes=first-last</c>, the one form that UploadPartCopy takes; both bytes must be there
    /// (https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPartCopy.html).
    /// </summary>
    /// <exception cref="AwsServiceException">InvalidArgument: of another form, or beyond the source.</exception>
    public static ByteRange OfCopy(string header, long size)
    {
        if (!header.StartsWith(Unit, StringComparison.Ordinal)
            || header[Unit.Length..].Split('-') is not [var first, var last]
            || !TryParse(first, out var start)
            || !TryParse(last, out var end)
            || end < start)
        {
            throw S3Errors.InvalidArgument("The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are the "
                + "zero-based offsets of the first and last bytes to copy");
        }

        return end < size
            ? new ByteRange(start, end - start + 1)
            : throw S3Errors.InvalidArgument($"Range specified is not valid for source object of size: {size}");
    }

    private static bool TryParse(string text, out long value) => long.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
