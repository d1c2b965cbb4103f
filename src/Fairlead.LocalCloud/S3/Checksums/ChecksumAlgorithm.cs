using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Fairlead.LocalCloud.S3.Checksums;

/// <summary>One of the checksums that a client may send with an object and S3 keeps with it.</summary>
internal sealed class ChecksumAlgorithm
{
    private readonly Func<RunningChecksum> _start;

    private ChecksumAlgorithm(string name, int bytes, Crc? crc, Func<RunningChecksum> start)
    {
        Name = name;
        Bytes = bytes;
        Crc = crc;
        _start = start;
    }

    public static ChecksumAlgorithm Crc32 { get; } = OfCrc("CRC32", Crc.Crc32);

    public static ChecksumAlgorithm Crc32C { get; } = OfCrc("CRC32C", Crc.Crc32C);

    /// <summary>What S3 computes when the client sent no checksum.</summary>
    public static ChecksumAlgorithm Crc64Nvme { get; } = OfCrc("CRC64NVME", Crc.Crc64Nvme);

    public static ChecksumAlgorithm Sha1 { get; } = new("SHA1", SHA1.HashSizeInBytes, null, () => new HashRun(HashAlgorithmName.SHA1));

    public static ChecksumAlgorithm Sha256 { get; } = new("SHA256", SHA256.HashSizeInBytes, null, () => new HashRun(HashAlgorithmName.SHA256));

    public static IReadOnlyList<ChecksumAlgorithm> All { get; } = [Crc32, Crc32C, Crc64Nvme, Sha1, Sha256];

    public string Name { get; }

    /// <summary>Length of the raw checksum.</summary>
    public int Bytes { get; }

    /// <summary>The check behind it when checksums of parts can be combined to the checksum of the whole, else null.</summary>
    public Crc? Crc { get; }

    public string HeaderName => "x-amz-checksum-" + Name.ToLowerInvariant();

    public string ElementName => "Checksum" + Name;

    public RunningChecksum Start() => _start();

    public static bool TryFind(string? name, [NotNullWhen(true)] out ChecksumAlgorithm? algorithm)
    {
        algorithm = All.FirstOrDefault(x => x.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        return algorithm is not null;
    }

    private static ChecksumAlgorithm OfCrc(string name, Crc crc) => new(name, crc.Bytes, crc, () => new CrcRun(crc));

    private sealed class CrcRun(Crc crc) : RunningChecksum
    {
        private ulong _value;

        public override void Append(ReadOnlySpan<byte> data) => _value = crc.Append(_value, data);

        public override byte[] Finish() => crc.ToBytes(_value);
    }

    private sealed class HashRun(HashAlgorithmName name) : RunningChecksum
    {
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(name);

        public override void Append(ReadOnlySpan<byte> data) => _hash.AppendData(data);

        public override byte[] Finish() => _hash.GetHashAndReset();

        public override void Dispose()
        {
            _hash.Dispose();
            base.Dispose();
        }
    }
}

/// <summary>A checksum under way.</summary>
internal abstract class RunningChecksum : IDisposable
{
    public abstract void Append(ReadOnlySpan<byte> data);

    public abstract byte[] Finish();

    public virtual void Dispose()
    {
    }
}
