using Nuke.Common.IO;
using Nuke.Common.Tooling;

namespace Nuke.Common.Tests.IO;

public sealed class PermissionTests : IDisposable
{
    private readonly AbsolutePath _root = Directory.CreateTempSubdirectory("permissions-").FullName;

    public void Dispose() => _root.DeleteDirectory();

    [UnixFact]
    public void Permissions_are_set_in_octal_digits()
    {
        var file = (_root / "a.sh").WriteAllText("x").SetUnixPermissions(640);
        File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        File.GetUnixFileMode(file.SetExecutable()).HasFlag(UnixFileMode.OtherExecute).ShouldBeTrue();
    }

    [UnixFact]
    public void A_link_is_replaced_only_by_force()
    {
        var file = (_root / "a").WriteAllText("x").AddUnixSymlink(_root / "link");
        Should.Throw<IOException>(() => file.AddUnixSymlink(_root / "link"));
        (_root / "b").WriteAllText("y").AddUnixSymlink(_root / "link", force: true);
        (_root / "link").ReadAllText().ShouldBe("y\n");
        (_root / "a").ReadAllText().ShouldBe("x\n");
    }
}
