using Nuke.Common.IO;
using Nuke.Common.Tooling;

namespace Nuke.Common.Tests.Tooling;

public sealed class ToolingExtensionsTests
{
    [UnixFact]
    public void A_script_that_is_made_executable_runs_and_is_linked_to()
    {
        using var run = new TestRun();
        run.Write("a b.sh", "#!/bin/sh\necho ran > \"$(dirname \"$0\")/result\"\n");
        AbsolutePath script = Path.Combine(run.Root, "a b.sh");
        var cleaned = false;
        script.SetExecutable().Run(cleanup: _ => cleaned = true);
        cleaned.ShouldBeTrue();
        File.ReadAllText(Path.Combine(run.Root, "result")).ShouldBe("ran\n");
        script.AddUnixSymlink(script.Parent / "link").AddUnixSymlink(script.Parent / "link", force: true);
        new FileInfo(Path.Combine(run.Root, "link")).LinkTarget.ShouldBe((string)script);
        File.GetUnixFileMode(script.SetUnixPermissions(600)).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private enum Kind
    {
        Plain,
        [EnumValue("with-dash")] WithDash,
    }

    [Fact]
    public void A_member_of_an_enum_has_the_text_of_its_attribute()
    {
        Kind.WithDash.GetValue().ShouldBe("with-dash");
        Kind.Plain.GetValue().ShouldBe("Plain");
    }
}
