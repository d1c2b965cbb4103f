using System.Security.Cryptography;
using System.Text;
using Nuke.Common.Secrets;

namespace Nuke.Common.Tests.Secrets;

public sealed class SecretCipherTests
{
    /// <summary>Made by vectors.py, without .NET.</summary>
    public static TheoryData<string, string, string> Vectors => new()
    {
        { "correct horse", "sesame-open", "v1:zwXorjITBxTrxxQlb7h00Q==" },
        { "pässwörd ✓ 10", "Schlüssel: ключ", "v1:adXTwoY2rJSVK5ZcMoYXQyxt83rRxFpoylU7qX1jseY=" },
        { "0123456789", "exactly 16 bytes", "v1:FoEMPdTEeu2VDocjtfzDv8vids5hq9rNK1pKnLRrcQE=" },
        { "0123456789", "", "v1:4csve/E6zvxDpmZAKA1hkQ==" },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Values_are_the_same_as_those_of_another_implementation(string password, string text, string value)
    {
        var key = SecretCipher.DeriveKey(password);
        SecretCipher.Encrypt(text, key).ShouldBe(value);
        SecretCipher.Decrypt(value, key).ShouldBe(text);
    }

    [Fact]
    public void The_key_is_what_reading_32_and_then_16_bytes_of_one_derivation_gives()
    {
        // This is how NUKE reads them.
#pragma warning disable SYSLIB0060
        using var derivation = new Rfc2898DeriveBytes(
            Encoding.UTF8.GetBytes("correct horse"),
                Encoding.ASCII.GetBytes("\x49\x76\x61\x6e\x20\x4d\x65\x64\x76\x65\x64\x65\x76"),
                10_000,
                HashAlgorithmName.SHA256);
#pragma warning restore SYSLIB0060
        SecretCipher.DeriveKey("correct horse").ShouldBe([.. derivation.GetBytes(32), .. derivation.GetBytes(16)]);
    }

    [Fact]
    public void Another_password_gives_nothing()
    {
        var value = SecretCipher.Encrypt("sesame-open", SecretCipher.DeriveKey("correct horse"));
        foreach (var password in new[] { "", "correct horsf", "Correct horse" })
        {
            SecretCipher.Decrypt(value, SecretCipher.DeriveKey(password)).ShouldBeNull(password);
        }
    }

    [Theory]
    [InlineData("v1:")]
    [InlineData("v1:not base64!")]
    [InlineData("v1:AAAA")]
    public void A_damaged_value_is_told_from_a_wrong_password(string value)
        => Should.Throw<FormatException>(() => SecretCipher.Decrypt(value, SecretCipher.DeriveKey("correct horse")));
}
