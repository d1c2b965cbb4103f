using Fairlead.LocalCloud.S3.Storage;

namespace Fairlead.LocalCloud.S3.Operations;

/// <summary>
/// One page of a listing: keys under a prefix, rolled up at a delimiter. Reads only the keys it returns, plus a few steps of a binary
/// search for each common prefix.
/// </summary>
/// <param name="Versions">In order of key, newest first within a key.</param>
/// <param name="CommonPrefixes">In order; they count like keys.</param>
/// <param name="LastKey">Where the next page goes on: a key or a common prefix; null when this is the last page.</param>
/// <param name="LastVersionId">In a listing of versions, the <see cref="VersionPosition"/> of that of <paramref name="LastKey"/> that was listed last.</param>
internal sealed record ListPage(IReadOnlyList<ObjectVersion> Versions, IReadOnlyList<string> CommonPrefixes, string? LastKey, string? LastVersionId)
{
    /// <summary>The current versions, delete markers left out.</summary>
    public static ListPage Current(BucketIndex index, string prefix, string delimiter, string after, int max)
        => Read(index, prefix, delimiter, after, null, max, versions => versions[0].IsDeleteMarker ? [] : versions.Take(1));

    public static ListPage AllVersions(BucketIndex index, string prefix, string delimiter, string after, string? afterVersion, int max)
        => Read(index, prefix, delimiter, after, afterVersion, max, versions => versions);

    private static ListPage Read(
        BucketIndex index,
        string prefix,
        string delimiter,
        string after,
        string? afterVersion,
        int max,
        Func<IReadOnlyList<ObjectVersion>, IEnumerable<ObjectVersion>> select)
    {
        var versions = new List<ObjectVersion>();
        var prefixes = new List<string>();
        string? lastKey = null;
        string? lastVersion = null;
        var behind = afterVersion is null ? (long?)null
            : VersionPosition.TryParse(afterVersion, index.Versions(after), out var sequence) ? sequence
            : throw S3Errors.InvalidArgument("Invalid version id specified");
        var position = Math.Max(index.PositionOf(prefix), Start(index, prefix, delimiter, after, afterVersion));
        if (max == 0)
        {
            return new ListPage([], [], null, null);
        }

        while (position < index.KeyCount && index.KeyAt(position) is var key && key.StartsWith(prefix, StringComparison.Ordinal))
        {
            var cut = delimiter.Length == 0 ? -1 : key.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal);
            if (cut >= 0)
            {
                var common = key[..(cut + delimiter.Length)];
                var next = index.PositionBehind(common);
                if (Enumerable.Range(position, next - position).Any(x => select(index.VersionsAt(x)).Any()))
                {
                    if (versions.Count + prefixes.Count == max)
                    {
                        return new ListPage(versions, prefixes, lastKey, lastVersion);
                    }

                    prefixes.Add(common);
                    (lastKey, lastVersion) = (common, null);
                }

                position = next;
                continue;
            }

            var selected = select(index.VersionsAt(position));
            if (behind is not null && key == after)
            {
                selected = selected.Where(x => x.Sequence < behind);
            }

            foreach (var version in selected)
            {
                if (versions.Count + prefixes.Count == max)
                {
                    return new ListPage(versions, prefixes, lastKey, lastVersion);
                }

                versions.Add(version);
                (lastKey, lastVersion) = (key, VersionPosition.Of(version));
            }

            position++;
        }

        return new ListPage(versions, prefixes, null, null);
    }

    /// <summary>A marker that is itself a common prefix stands for every key in it.</summary>
    private static int Start(BucketIndex index, string prefix, string delimiter, string after, string? afterVersion)
    {
        if (after.Length == 0)
        {
            return 0;
        }

        var isCommonPrefix = delimiter.Length > 0 && after.StartsWith(prefix, StringComparison.Ordinal) && after.Length > prefix.Length
                             && after.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal) == after.Length - delimiter.Length;
        if (isCommonPrefix)
        {
            return index.PositionBehind(after);
        }

        var position = index.PositionOf(after);
        return afterVersion is null && position < index.KeyCount && index.KeyAt(position) == after ? position + 1 : position;
    }
}
