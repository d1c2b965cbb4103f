using Nuke.Common.Secrets;

namespace Nuke.Common.Tests.Secrets;

public sealed class MacKeychainTests
{
    // Keeps what it is told in a file, as the keychain would, and everything that a list of processes would show in another.
    private const string FakeSecurity = """
        #!/bin/sh
        dir=$(dirname "$0")
        echo "$*" >>"$dir/arguments"
        case "$1" in
            -i) read -r line; echo "$line" >"$dir/input"; printf '%s' "${line##* }" | sed 's/../\\x&/g' >"$dir/hex"; printf "$(cat "$dir/hex")" >"$dir/kept" ;;
            find-generic-password) cat "$dir/kept" 2>/dev/null ;;
            delete-generic-password) rm "$dir/kept" ;;
        esac
        """;

    [UnixFact]
    public void A_password_is_kept_without_being_an_argument()
    {
        var directory = Directory.CreateTempSubdirectory("keychain-");
        try
        {
            var security = Path.Combine(directory.FullName, "security");
            File.WriteAllText(security, FakeSecurity.Replace("#!/bin/sh", "#!/bin/bash"));
            File.SetUnixFileMode(security, UnixFileMode.UserRead | UnixFileMode.UserExecute);
            var keychain = new MacKeychain(security, "ada", "/repo of \"ada\"");

            keychain.TryGet("prod").ShouldBeNull();
            keychain.Save("prod", "0123456789");
            keychain.TryGet("prod").ShouldBe("0123456789");
            keychain.Delete("prod");
            keychain.TryGet("prod").ShouldBeNull();

            File.ReadAllText(Path.Combine(directory.FullName, "input"))
                .ShouldStartWith("add-generic-password -U -T \"\" -a \"ada\" -s \"NUKE: /repo of \\\"ada\\\" (prod)\" -X ");
            File.ReadAllText(Path.Combine(directory.FullName, "arguments")).ShouldNotContain("0123456789");
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }
}
