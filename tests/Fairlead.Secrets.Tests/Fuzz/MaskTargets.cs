using System.Text;
using System.Text.Json;
using Fairlead.Secrets.Children;
using Fairlead.Testing.Fuzzing;

namespace Fairlead.Secrets.Tests.Fuzz;

/// <summary>What is shown, whatever stands around a secret and however it comes in pieces.</summary>
internal static class MaskTargets
{
    // Stands in none of the forms of another text by chance: what is found of it in the output was not masked.
    private const string Secret = "Zq7Kx!p\"w'ö&<$Jv+1 \\%;Yb3";

    private static readonly string[] Forms =
    [
        Secret,
        Uri.EscapeDataString(Secret),
        JsonSerializer.Serialize(Secret)[1..^1],
        Convert.ToBase64String(Encoding.UTF8.GetBytes(Secret)),
        Convert.ToHexStringLower(Encoding.UTF8.GetBytes(Secret)),
    ];

    private static readonly SecretMask Mask = new(() => [Secret]);

    public static IReadOnlyList<FuzzTarget> All
    => [
        FuzzTarget.Text(
            "SecretMask around a secret",
            HidesEachForm,
            "login with {} and more",
            "a%2\n\n{}",
            "\"{\\\"token\\\":\\\"{}\\\"}\"",
            "\\u00") with
        {
            MemoryPerByte = 64 * 1024,
        },
        FuzzTarget.Text("SecretMask in pieces", HidesInPieces, "10 login {} and 3 more {}", "3\n{}%2", "1 {}\\") with { MemoryPerByte = 256 * 1024 },
        FuzzTarget.Text(
            "SecretMask without a secret",
            x => Mask.Apply(Harmless(x)).ShouldBe(Harmless(x)),
            "a text of words\nand lines\twith 50 % of \"quotes\" & <tags> {\"a\":\\u0041}") with { MemoryPerByte = 4096 },
        FuzzTarget.Text(
            "SecretMask of any secret",
            HidesAny,
            "a secret of words",
            "-----BEGIN KEY-----\nMIIBwords and+more/42==\n-----END KEY-----",
            "apiVersion: v1\nusers:\n- name: mira\n  user:\n    token: abcdefgh12345678\n",
            "{\"type\": \"service_account\", \"private_key\": \"-----BEGIN\\nabc\"}") with { MemoryPerByte = 64 * 1024 },
        FuzzTarget.Text(
            "UrlText",
            x => SecretMask.WithoutCredentials(x),
            "postgres://app:pass-word@db:5432/shop",
            "https://b.s3.test/k?X-Amz-Signature=0f1e2d&x=1") with
        {
            MemoryPerByte = 4096,
        },
        FuzzTarget.Text(
            "PassedVariable",
            x =>
            {
                var passed = PassedVariable.Parse(x);
                passed.Program.ShouldNotBeEmpty();
                passed.Variable.ShouldNotBeEmpty();
            },
            "npm=NODE_AUTH_TOKEN",
            "docker=AWS_*").RefusesWith<FormatException>(),
    ];

    /// <summary>Each form of it, where the braces are, and at the end. What follows a backslash or a percent sign may be no form any more.</summary>
    private static void HidesEachForm(string text)
    {
        text = Harmless(text, most: 8192);
        foreach (var form in Forms)
        {
            var shown = Mask.Apply($"{text.Replace("{}", form, StringComparison.Ordinal)}\n{form}\n");

            // Of base64 the last characters stay, which hold some bits.
            shown.Split('\n')[^2].ShouldStartWith(SecretMask.Mark);
            shown.Split('\n')[^2].Length.ShouldBeLessThanOrEqualTo(SecretMask.Mark.Length + 3);
            Leaks(shown).ShouldBeNull();
        }
    }

    /// <summary>The number at the beginning is the length of the pieces; of a line that is not complete there is shown what does not change any more.</summary>
    private static void HidesInPieces(string text)
    {
        var length = Math.Max(1, text.TakeWhile(char.IsAsciiDigit).Aggregate(0, (sum, x) => (sum * 10 + (x - '0')) % 500));
        foreach (var line in Harmless(text, most: 400).Replace("{}", Secret, StringComparison.Ordinal).Split('\n'))
        {
            var whole = Mask.Apply(line);
            for (var end = length; end < line.Length; end += length)
            {
                var shown = Mask.ApplyToPartial(line[..end]);
                Leaks(shown).ShouldBeNull();
                whole.StartsWith(shown, StringComparison.Ordinal).ShouldBeTrue($"{shown}|{whole}");
            }
        }
    }

    private static void HidesAny(string secret)
    {
        secret = Harmless(secret, most: 4096);
        if (secret.Trim().Length < SecretMask.Shortest)
        {
            return;
        }

        var mask = new SecretMask(() => [secret]);
        mask.Apply($"({secret})").ShouldNotContain(secret.Trim());
        var base64 = Convert.ToBase64String(Encoding.UTF8.GetBytes(secret));
        mask.Apply(base64).ShouldNotContain(base64.TrimEnd('='));
    }

    /// <summary>A part of the secret that nothing else has.</summary>
    private static string? Leaks(string shown) => Array.Find(["Zq7Kx", "Jv+1", "Yb3"], x => shown.Contains(x, StringComparison.Ordinal));

    // Without URLs, whose credentials are hidden in any case, half characters and what is the secret's own.
    private static string Harmless(string text, int most = int.MaxValue)
    {
        var whole = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text[..Math.Min(text.Length, most)]));
        return whole.Replace(":", ";", StringComparison.Ordinal).Replace("@", "a", StringComparison.Ordinal);
    }
}
