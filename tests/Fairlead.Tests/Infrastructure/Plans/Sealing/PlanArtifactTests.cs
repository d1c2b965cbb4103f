using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Fairlead.Infrastructure.Plans.Sealing;

namespace Fairlead.Tests.Infrastructure.Plans.Sealing;

public sealed class PlanArtifactTests
{
    private const string Secret = "a secret of enough characters";
    private static readonly byte[] Plan = Encoding.UTF8.GetBytes("the plan, with a password in clear");
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);
    private static readonly Lazy<byte[]> Sealed = new(() => Seal());

    private static readonly PlanBinding Binding = new()
    {
        Stack = "shop",
        TerraformVersion = "1.11.4",
        StateLineage = "0a",
        StateSerial = 7,
        PlanFile = "ab",
        Salt = "c2FsdA==",
        Files = new Dictionary<string, string> { ["main.tf"] = "cd" },
        Variables = new Dictionary<string, string>(),
        ConfigurationDigest = "ef",
        Digest = "0123",
    };

    [Fact]
    public void What_was_sealed_is_opened()
    {
        var (plan, binding, header) = PlanArtifact.Open(Sealed.Value, "shop", Secret);

        plan.ShouldBe(Plan);
        (binding.Stack, binding.StateSerial, binding.Files["main.tf"]).ShouldBe(("shop", 7L, "cd"));
        (header.Stack, header.Digest, header.Created).ShouldBe(("shop", "0123", Now));
    }

    [Fact]
    public void Nothing_of_the_plan_can_be_read_without_the_secret()
        => Encoding.Latin1.GetString(Sealed.Value).ShouldNotContain("password");

    [Fact]
    public void The_form_is_the_one_that_version_1_has()
    {
        var file = Sealed.Value;
        var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(9));

        Encoding.ASCII.GetString(file, 0, 8).ShouldBe("FLPLAN\r\n");
        file[8].ShouldBe((byte)1);
        Encoding.UTF8.GetString(file, 13, length).ShouldBe(
            """{"stack":"shop","digest":"0123","created":"2026-11-21T08:00:00+00:00","keyDerivation":"pbkdf2-hmac-sha256","iterations":"""
                + """100000,"salt":"AAECAwQFBgcICQoLDA0ODw==","keyCheck":"d7z9f/0DmlZQJy6yEk2FRQ=="}""");
        Convert.ToHexStringLower(SHA256.HashData(file)).ShouldBe(
            "11483ef5de180f52bd96acc32bdd02db2bc375ae0a99dfc66775afaf25ceca35",
            "salt, nonce and secret are fixed, and the bytes of version 1 must never change; another implementation of the form made the same");
    }

    [Fact]
    public void Each_sealing_has_a_salt_and_a_nonce_of_its_own()
        => PlanArtifact.Seal(Plan, Binding, Secret, Now).ShouldNotBe(PlanArtifact.Seal(Plan, Binding, Secret, Now));

    [Fact]
    public void A_wrong_secret_is_told_from_damage()
        => Refusal(Sealed.Value, secret: "another secret of length").ShouldContain("not the one that it was sealed with");

    [Fact]
    public void A_plan_for_another_stack_is_refused() => Refusal(Sealed.Value, stack: "flora").ShouldBe("It is a plan for the stack shop, not for flora.");

    [Fact]
    public void Every_byte_is_protected()
    {
        // The derivation is what takes time, so that not each of the bytes behind the header is tried.
        var file = Sealed.Value;
        var header = 13 + BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(9));
        foreach (var position in Enumerable.Range(0, header + 32).Concat([header + 32, header + 44, header + 52, file.Length - 17, file.Length - 1]))
        {
            var changed = file.ToArray();
            changed[position] ^= 1;
            Should.Throw<FairleadException>(() => PlanArtifact.Open(changed, "shop", Secret), $"byte {position}");
        }
    }

    [Fact]
    public void A_file_that_is_cut_anywhere_is_refused()
    {
        foreach (var length in Enumerable.Range(0, Sealed.Value.Length))
        {
            Refusal(Sealed.Value[..length]).ShouldBe("It is cut short.", $"{length} bytes");
        }
    }

    [Fact]
    public void A_file_with_more_behind_it_is_refused() => Refusal([.. Sealed.Value, 0]).ShouldContain("damaged");

    [Fact]
    public void What_is_no_artifact_is_refused() => Refusal("PK\u0003\u0004 a zip file"u8.ToArray()).ShouldBe("It is not a plan artifact of Fairlead.");

    [Fact]
    public void A_version_that_is_not_known_is_refused()
    {
        var changed = Sealed.Value.ToArray();
        changed[8] = 2;

        Refusal(changed).ShouldBe("It is of version 2, and this Fairlead knows version 1.");
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(int.MaxValue)]
    public void A_header_that_asks_for_a_weak_or_endless_derivation_is_refused(int iterations)
    {
        var file = Sealed.Value;
        var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(9));
        var header = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(file, 13, length).Replace("100000", $"{iterations}", StringComparison.Ordinal));
        byte[] start = [
            .. file[..9],
            .. BitConverter.IsLittleEndian ? BitConverter.GetBytes(header.Length).Reverse() : BitConverter.GetBytes(header.Length),
            .. header
        ];

        Refusal([.. start, .. SHA256.HashData(start), .. file[(13 + length + 32)..]]).ShouldContain("a way that is not known");
    }

    [Fact]
    public void A_short_secret_is_refused()
        => Should.Throw<FairleadException>(() => PlanArtifact.Seal(Plan, Binding, "short", Now)).Why.ShouldContain("could be guessed");

    [Fact]
    public async Task On_disk_the_plan_in_clear_is_for_its_owner_only()
    {
        var directory = Directory.CreateTempSubdirectory("fairlead-artifact-").FullName;
        try
        {
            var (planFile, artifact, opened) = (Path.Combine(
                directory,
                "shop.tfplan"), Path.Combine(directory, "shop.flplan"), Path.Combine(directory, "job", "shop.tfplan"));
            await File.WriteAllBytesAsync(planFile, Plan);
            await PlanArtifactFile.SealAsync(planFile, Binding, artifact, Secret, TimeProvider.System);

            (await PlanArtifactFile.OpenAsync(artifact, "shop", Secret, opened)).Digest.ShouldBe("0123");

            (await File.ReadAllBytesAsync(opened)).ShouldBe(Plan);
            Directory.EnumerateFiles(Path.GetDirectoryName(opened)!)
                .Select(Path.GetFileName)
                .ShouldBe(["shop.tfplan", "shop.tfplan.binding.json"], ignoreOrder: true);
            if (!OperatingSystem.IsWindows())
            {
                foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(opened)!).Append(artifact))
                {
                    File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite, file);
                }
            }
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    [Fact]
    public async Task An_artifact_that_is_missing_is_named()
        => (await Should.ThrowAsync<FairleadException>(PlanArtifactFile.OpenAsync(
            "nowhere.flplan",
            "shop",
            Secret,
            "x"))).Why.ShouldBe("There is no file nowhere.flplan.");

    private static string Refusal(byte[] file, string stack = "shop", string secret = Secret)
        => Should.Throw<FairleadException>(() => PlanArtifact.Open(file, stack, secret)).Why;

    private static byte[] Seal()
        => PlanArtifact.Seal(
            Plan,
            Binding,
            Secret,
            Now,
            Enumerable.Range(0, 16).Select(x => (byte)x).ToArray(),
            Enumerable.Range(100, 12).Select(x => (byte)x).ToArray(),
            iterations: 100_000);
}
