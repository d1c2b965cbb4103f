using Fairlead.LocalCloud.Ecs;

namespace Fairlead.LocalCloud.Tests.Ecs;

public sealed class ImageProgramTests : IDisposable
{
    private readonly TemporaryDirectory _root = new("fairlead-image-");

    public void Dispose() => _root.Dispose();

    [Fact]
    public void A_program_is_found_as_the_image_would_find_it()
    {
        Write("usr/bin/node", [0]);
        Write("app/run", [0]);
        File.CreateSymbolicLink(Path.Combine(_root, "link"), "/usr/bin/node");

        Find("node").ShouldBe(Path.Combine(_root, "usr/bin/node"));
        Find("./run").ShouldBe(Path.Combine(_root, "app/run"));
        Find("/link").ShouldBe(Path.Combine(_root, "usr/bin/node"));
        Find("dotnet").ShouldBeNull();
        Find("/bin/sh").ShouldBeNull();
    }

    [Fact]
    public void An_image_without_its_program_is_not_for_Docker()
        => WhyNot("dotnet").ShouldBe("the image does not bring the program \"dotnet\"");

    [Fact]
    public void A_script_needs_its_interpreter_in_the_image_and_what_that_needs()
    {
        Write("app/run.sh", "#!/bin/sh -e\nexit\n"u8.ToArray());
        WhyNot("/app/run.sh")!.ShouldStartWith("the image does not bring /bin/sh");

        Write("bin/sh", Elf("/lib64/ld-linux-x86-64.so.2"));
        WhyNot("/app/run.sh")!.ShouldStartWith("the image does not bring /lib64/ld-linux-x86-64.so.2");

        Write("lib64/ld-linux-x86-64.so.2", Elf(null));
        WhyNot("/app/run.sh").ShouldBeNull();
    }

    [Fact]
    public void A_static_program_needs_nothing()
    {
        Write("app/run", Elf(null));

        WhyNot("/app/run").ShouldBeNull();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(70)]
    public void A_file_that_is_cut_off_is_left_to_the_engine_to_judge(int length)
    {
        Write("app/run", Elf("/lib64/ld")[..length]);

        WhyNot("/app/run").ShouldBeNull();
    }

    private string? Find(string program) => ImageProgram.Find(_root, Launch(program));

    private string? WhyNot(string program) => ImageProgram.WhyNotOnItsOwn(_root, Launch(program));

    private ContainerLaunch Launch(string program) => new()
    {
        TaskId = "task",
        Name = "app",
        Image = new PreparedImage("image", "digest", _root, new ImageConfig([program], [], new Dictionary<string, string>(), "/app")),
        Command = [program],
        WorkingDirectory = "/app",
        Environment = new Dictionary<string, string>(),
        Output = _ => { },
    };

    private void Write(string path, byte[] content)
    {
        var file = Path.Combine(_root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, content);
    }

    /// <summary>A 64-bit ELF file (elf(5)) with one program header: PT_INTERP, or PT_LOAD when there is none.</summary>
    private static byte[] Elf(string? interpreter)
    {
        var file = new byte[64 + 56 + 32];
        "\u007fELF"u8.CopyTo(file);
        (file[4], file[5], file[0x20], file[0x36], file[0x38]) = (2, 1, 64, 56, 1);
        (file[64], file[64 + 8], file[64 + 0x20]) = ((byte)(interpreter is null ? 1 : 3), 64 + 56, 32);
        System.Text.Encoding.ASCII.GetBytes(interpreter ?? "").CopyTo(file, 64 + 56);
        return file;
    }
}
