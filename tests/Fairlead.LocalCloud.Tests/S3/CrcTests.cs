using Fairlead.LocalCloud.S3.Checksums;

namespace Fairlead.LocalCloud.Tests.S3;

public sealed class CrcTests
{
    private static readonly byte[] Digits = "123456789"u8.ToArray();

    /// <summary>The check values of the catalogue of parametrised CRC algorithms: CRC-32/ISO-HDLC, CRC-32/ISCSI, CRC-64/NVME.</summary>
    public static TheoryData<string, ulong> CheckValues => new()
    {
        { "CRC32", 0xCBF43926 },
        { "CRC32C", 0xE3069283 },
        { "CRC64NVME", 0xAE8B14860A799888 },
    };

    [Theory]
    [MemberData(nameof(CheckValues))]
    public void Checks_match_the_published_values(string name, ulong expected) => Of(name).Append(0, Digits).ShouldBe(expected);

    [Theory]
    [MemberData(nameof(CheckValues))]
    public void A_check_does_not_depend_on_how_the_data_is_cut(string name, ulong expected)
    {
        var crc = Of(name);
        for (var cut = 0; cut <= Digits.Length; cut++)
        {
            crc.Append(crc.Append(0, Digits.AsSpan(0, cut)), Digits.AsSpan(cut)).ShouldBe(expected);
            crc.Combine(crc.Append(0, Digits.AsSpan(0, cut)), crc.Append(0, Digits.AsSpan(cut)), Digits.Length - cut).ShouldBe(expected);
        }
    }

    private static Crc Of(string name) => ChecksumAlgorithm.All.Single(x => x.Name == name).Crc!;
}
