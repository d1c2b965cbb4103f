using System.Buffers.Binary;

namespace Fairlead.LocalCloud.Ecs.Docker;

/// <summary>
/// The output of a container without terminal: frames of a stream number, three zero bytes, the length in four bytes, and the content
/// (https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Container/operation/ContainerAttach). A line can be spread over frames.
/// </summary>
internal static class DockerOutput
{
    private const int HeaderLength = 8;

    public static async Task ReadAsync(Stream stream, Action<string> output, CancellationToken cancellationToken)
    {
        var (standard, error) = (new OutputLines(output), new OutputLines(output));
        var buffer = new byte[16 * 1024];
        while (await stream.ReadAtLeastAsync(buffer.AsMemory(0, HeaderLength), HeaderLength, throwOnEndOfStream: false, cancellationToken) == HeaderLength)
        {
            var lines = buffer[0] == 2 ? error : standard;
            for (var left = BinaryPrimitives.ReadUInt32BigEndian(buffer.AsSpan(4)); left > 0;)
            {
                var read = await stream.ReadAsync(buffer.AsMemory(0, (int)Math.Min(left, (uint)buffer.Length)), cancellationToken);
                if (read == 0)
                {
                    break;
                }

                lines.Add(buffer.AsSpan(0, read));
                left -= (uint)read;
            }
        }

        standard.Complete();
        error.Complete();
    }
}
