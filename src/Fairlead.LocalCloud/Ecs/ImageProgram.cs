using System.Buffers.Binary;
using System.Text;

namespace Fairlead.LocalCloud.Ecs;

/// <summary>The program that a container starts, looked for in the unpacked image.</summary>
internal static class ImageProgram
{
    private const string DefaultPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    // An interpreter of an interpreter is rare, a fifth one is a circle (the kernel's own limit, execve(2)).
    private const int MaximumInterpreters = 4;

    /// <param name="root">Directory of the unpacked image.</param>
    /// <param name="launch">Its command, working directory and PATH are those of the image.</param>
    /// <returns>Absolute path of this machine, with no link in it; null when the image does not have the program.</returns>
    public static string? Find(string root, ContainerLaunch launch)
        => Candidates(launch).Select(x => RootedPath.Resolve(root, x, followLast: true)).FirstOrDefault(File.Exists);

    /// <summary>The same under the name that it is asked for, where that is a link: busybox and its like do what the name says.</summary>
    public static string? Named(string root, ContainerLaunch launch) => Candidates(launch)
        .Where(x => File.Exists(RootedPath.Resolve(root, x, followLast: true)))
        .Select(x => RootedPath.Resolve(root, x, followLast: false))
        .Select(x => File.Exists(x) ? x : Find(root, launch))
        .FirstOrDefault();

    /// <summary>The folders of the image's PATH that it has, as absolute paths of this machine.</summary>
    public static IEnumerable<string> Folders(string root, ContainerLaunch launch)
        => PathOf(launch).Select(x => RootedPath.Resolve(root, x, followLast: true)).Distinct().Where(Directory.Exists);

    /// <summary>Whether a program runs on this machine without the libraries of its image: it is linked statically, or a script whose interpreter is here.</summary>
    public static bool NeedsNoLibraries(string path)
    {
        try
        {
            return Interpreter(path) is not { } interpreter || (IsScript(path) && File.Exists(interpreter));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Why the program cannot run with nothing but the image's own files; null when it can: it is there,
    /// and so is the interpreter or dynamic linker that it names.</summary>
    public static string? WhyNotOnItsOwn(string root, ContainerLaunch launch)
    {
        try
        {
            var path = Find(root, launch);
            if (path is null)
            {
                return $"the image does not bring the program \"{launch.Command[0]}\"";
            }

            for (var i = 0; i < MaximumInterpreters && Interpreter(path) is { } interpreter; i++)
            {
                path = RootedPath.Resolve(root, interpreter, followLast: true);
                if (!File.Exists(path))
                {
                    return $"the image does not bring {interpreter}, which its program \"{launch.Command[0]}\" needs";
                }
            }

            return null;
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return $"the image's program \"{launch.Command[0]}\" cannot be read: {exception.Message}";
        }
    }

    private static string[] PathOf(ContainerLaunch launch) => launch.Environment.GetValueOrDefault("PATH", DefaultPath).Split(':');

    private static IEnumerable<string> Candidates(ContainerLaunch launch)
    {
        var name = launch.Command[0];
        return name.StartsWith('/') ? [name]
            : name.Contains('/', StringComparison.Ordinal) ? [$"{launch.WorkingDirectory}/{name}"]
            : PathOf(launch).Select(x => $"{x}/{name}");
    }

    private static bool IsScript(string path)
    {
        using var file = File.OpenRead(path);
        return file.ReadByte() == '#' && file.ReadByte() == '!';
    }

    /// <summary>What <c>#!</c> or an ELF file's PT_INTERP names; null for a static program.</summary>
    private static string? Interpreter(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> head = stackalloc byte[256];
        head = head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        if (head.StartsWith("#!"u8))
        {
            var end = head.IndexOf((byte)'\n');
            return Encoding.UTF8.GetString(head[2..(end < 0 ? head.Length : end)]).Trim().Split(' ', '\t')[0];
        }

        // elf(5): only 64-bit little-endian files are looked into, what the supported platforms have.
        if (head.Length < 64 || !head.StartsWith("\u007fELF"u8) || head[4] != 2 || head[5] != 1)
        {
            return null;
        }

        var table = BinaryPrimitives.ReadInt64LittleEndian(head[0x20..]);
        int size = BinaryPrimitives.ReadUInt16LittleEndian(head[0x36..]), count = BinaryPrimitives.ReadUInt16LittleEndian(head[0x38..]);
        Span<byte> header = stackalloc byte[56];
        for (var i = 0; i < count && table > 0; i++)
        {
            file.Position = table + (long)i * size;
            if (file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length)
            {
                return null;
            }

            const uint interpreter = 3;
            if (BinaryPrimitives.ReadUInt32LittleEndian(header) == interpreter)
            {
                file.Position = BinaryPrimitives.ReadInt64LittleEndian(header[8..]);
                var name = new byte[Math.Clamp(BinaryPrimitives.ReadInt64LittleEndian(header[0x20..]), 0, 4096)];
                file.ReadAtLeast(name, name.Length, throwOnEndOfStream: false);
                return Encoding.UTF8.GetString(name).TrimEnd('\0');
            }
        }

        return null;
    }
}
