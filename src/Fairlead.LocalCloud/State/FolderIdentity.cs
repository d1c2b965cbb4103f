using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Fairlead.LocalCloud.State;

/// <summary>Which folder a path leads to, whatever it is called: its device and inode. They stay when it is moved on the same file system.</summary>
internal static partial class FolderIdentity
{
    private const int CurrentDirectory = -100;
    private const uint WithInode = 0x100;

    // struct statx is the same on every architecture: include/uapi/linux/stat.h.
    private const int Size = 256;
    private const int InodeAt = 32;
    private const int DeviceAt = 136;

    /// <returns>Null where the system does not tell it; only Linux is asked.</returns>
    public static string? Of(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        var status = new byte[Size];
        try
        {
            if (Status(CurrentDirectory, path, 0, WithInode, status) != 0)
            {
                return null;
            }
        }
        catch (EntryPointNotFoundException)
        {
            return null;
        }

        // The kernel writes in the order of the machine, which is little-endian wherever .NET runs but on s390x: there, the numbers differ and still identify.
        return $"{BinaryPrimitives.ReadUInt64LittleEndian(status.AsSpan(DeviceAt)):x}:{BinaryPrimitives.ReadUInt64LittleEndian(status.AsSpan(InodeAt)):x}";
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Status(int directory, string path, int flags, uint mask, byte[] status);
}
