using System.Text;

namespace Fairlead.Testing.Fuzzing;

/// <summary>A parser, and what it may be given: anything.</summary>
/// <param name="Name">Of the parser, for the test's name and for files.</param>
/// <param name="Parse">Reads an input to its end, lazy parts included. What it throws beside <see cref="Refusals"/> is a fault, and so is an assertion in it.</param>
/// <param name="Seeds">Inputs that it reads. Others are made of them, so each form of the grammar should be in one of them.</param>
public sealed record FuzzTarget(string Name, Action<byte[]> Parse, IReadOnlyList<byte[]> Seeds)
{
    /// <summary>The exceptions that the parser's documentation promises for what it cannot read.</summary>
    public IReadOnlyList<Type> Refusals { get; init; } = [];

    /// <summary>Allocations that an input is worth at most, in bytes for each of its bytes, beside <see cref="FuzzRun.BaseMemory"/>.</summary>
    public int MemoryPerByte { get; init; } = 256;

    /// <summary>For answers that are failures in any case, which are read for their reason: no seed is expected to be more than refused.</summary>
    public bool RefusesAll { get; init; }

    /// <summary>A parser of bytes.</summary>
    public static FuzzTarget Bytes(string name, Action<byte[]> parse, params byte[][] seeds) => new(name, parse, seeds);

    /// <summary>A parser of text. It is given lone surrogates, too: a text that came as JSON can hold them.</summary>
    public static FuzzTarget Text(string name, Action<string> parse, params string[] seeds)
        => new(name, x => parse(WideText.Decode(x)), [.. seeds.Select(Encoding.UTF8.GetBytes)]);

    /// <summary>A parser of a text that comes in UTF-8.</summary>
    public static FuzzTarget Utf8(string name, Action<byte[]> parse, params string[] seeds) => new(name, parse, [.. seeds.Select(Encoding.UTF8.GetBytes)]);

    /// <summary>A parser of a file of this name, which it is given the path of.</summary>
    public static FuzzTarget File(string name, string file, Action<string> parse, params string[] seeds)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "fuzz", name, file);
        return Utf8(
            name,
            content =>
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                System.IO.File.WriteAllBytes(path, content);
                parse(path);
            },
            seeds);
    }

    /// <summary>The same parser, of which this is a refusal.</summary>
    public FuzzTarget RefusesWith<T>()
        where T : Exception
        => this with { Refusals = [.. Refusals, typeof(T)] };

    public override string ToString() => Name;
}
