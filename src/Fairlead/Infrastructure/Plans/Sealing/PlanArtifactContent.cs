using System.Buffers.Binary;

namespace Fairlead.Infrastructure.Plans.Sealing;

/// <summary>What is inside the encryption: length of the binding (4 bytes, big-endian), binding, plan.</summary>
internal static class PlanArtifactContent
{
    public static byte[] Pack(ReadOnlySpan<byte> plan, ReadOnlySpan<byte> binding)
    {
        var content = new byte[4 + binding.Length + plan.Length];
        BinaryPrimitives.WriteInt32BigEndian(content, binding.Length);
        binding.CopyTo(content.AsSpan(4));
        plan.CopyTo(content.AsSpan(4 + binding.Length));
        return content;
    }

    public static (byte[] Plan, byte[] Binding)? Unpack(ReadOnlySpan<byte> content)
    {
        if (content.Length < 4 || BinaryPrimitives.ReadInt32BigEndian(content) is var length && (length < 0 || length > content.Length - 4))
        {
            return null;
        }

        return (content[(4 + length)..].ToArray(), content.Slice(4, length).ToArray());
    }
}
