using System.IO.MemoryMappedFiles;

namespace Fairlead.Testing.Fuzzing;

/// <summary>
/// The input that a target is at, in a file: the system has it also when a stack overflow ends the process within the target. A file that is left is the
/// first input of the next run.
/// </summary>
internal sealed class KeptInput : IDisposable
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;

    private KeptInput(string path, byte[]? left)
    {
        Path = path;
        Left = left;
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        _file = MemoryMappedFile.CreateFromFile(
            stream,
            mapName: null,
            capacity: sizeof(int) + FuzzInputs.Longest,
            MemoryMappedFileAccess.ReadWrite,
            HandleInheritability.None,
            leaveOpen: false);
        _view = _file.CreateViewAccessor();
    }

    /// <summary>Four bytes with the length, and the input.</summary>
    public string Path { get; }

    /// <summary>The input within which an earlier run ended; null as a rule.</summary>
    public byte[]? Left { get; }

    public static KeptInput Of(string target)
    {
        var path = System.IO.Path.Combine(AppContext.BaseDirectory, "fuzz", $"{target}.input");
        return new KeptInput(path, File.Exists(path) ? Read(path) : null);
    }

    public void Write(byte[] input)
    {
        _view.Write(0, input.Length);
        _view.WriteArray(sizeof(int), input, 0, input.Length);
    }

    public void Delete() => File.Delete(Path);

    public void Dispose()
    {
        _view.Dispose();
        _file.Dispose();
    }

    private static byte[]? Read(string path)
    {
        using var reader = new BinaryReader(File.OpenRead(path));
        return reader.BaseStream.Length < sizeof(int) ? null : reader.ReadBytes(Math.Clamp(reader.ReadInt32(), 0, FuzzInputs.Longest));
    }
}
