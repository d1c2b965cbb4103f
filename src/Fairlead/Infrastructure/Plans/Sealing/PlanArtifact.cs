using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Fairlead.Infrastructure.Plans.Sealing;

/// <summary>
/// A plan file and its binding in one encrypted container, for the way from one CI job to another: a plan holds every secret of the stack in clear.
/// </summary>
/// <remarks>
/// <para>Form: 8 bytes <c>FLPLAN\r\n</c>, one byte version, header length (4 bytes, big-endian),
/// header (JSON), SHA-256 of all before, nonce (12 bytes), length of
/// the ciphertext (8 bytes, big-endian), ciphertext, tag (16 bytes). AES-256-GCM; everything before the ciphertext is authenticated with it.</para>
/// <para>The key comes from the secret by PBKDF2-HMAC-SHA256 with 600,000 rounds and a fresh salt
/// (https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#pbkdf2): nobody can promise that the secret is a random key and not a
/// passphrase, and a fast derivation such as HKDF alone would let a passphrase be guessed from a leaked artifact. HKDF then splits the result.</para>
/// <para>As salt and nonce are fresh each time, the same plan sealed twice is two different files, and no nonce is ever used twice with one key.</para>
/// </remarks>
public static class PlanArtifact
{
    /// <summary>Largest content, in bytes. The whole is held in memory; plans are a few megabytes at most.</summary>
    public const int LargestContent = 256 * 1024 * 1024;

    /// <summary>Shortest secret, in characters.</summary>
    public const int ShortestSecret = 16;

    internal const int DefaultIterations = 600_000;

    // A header that was made up could ask for a derivation of hours; one below the least would be a weak file that we would not write.
    private const int FewestIterations = 100_000;
    private const int MostIterations = 10_000_000;
    private const byte Version = 1;
    private const int LargestHeader = 64 * 1024;
    private const int SaltLength = 16;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const string KeyDerivation = "pbkdf2-hmac-sha256";

    private static ReadOnlySpan<byte> Magic => "FLPLAN\r\n"u8;

    /// <summary>Encrypts.</summary>
    /// <param name="plan">Content of the plan file.</param>
    /// <param name="binding">The plan's binding; its stack and digest go into the header.</param>
    /// <param name="secret">The shared secret, at least <see cref="ShortestSecret"/> characters.</param>
    /// <param name="now">The time.</param>
    /// <exception cref="FairleadException">The secret is too short, or the plan too large.</exception>
    public static byte[] Seal(ReadOnlySpan<byte> plan, PlanBinding binding, string secret, DateTimeOffset now)
    {
        Span<byte> random = stackalloc byte[SaltLength + NonceLength];
        RandomNumberGenerator.Fill(random);
        return Seal(plan, binding, secret, now, random[..SaltLength], random[SaltLength..], DefaultIterations);
    }

    internal static byte[] Seal(
        ReadOnlySpan<byte> plan,
        PlanBinding binding,
        string secret,
        DateTimeOffset now,
        ReadOnlySpan<byte> salt,
        ReadOnlySpan<byte> nonce,
        int iterations)
    {
        if (secret.Length < ShortestSecret)
        {
            throw new FairleadException(
                "The plan is not sealed.",
                $"The secret for plan artifacts has fewer than {ShortestSecret} characters, and could be guessed.",
                "Use a random one: openssl rand -base64 32.");
        }

        var content = PlanArtifactContent.Pack(plan, JsonSerializer.SerializeToUtf8Bytes(binding, PlanJson.Compact.PlanBinding));
        if (content.Length > LargestContent)
        {
            throw new FairleadException(
                "The plan is not sealed.",
                $"It has {plan.Length} bytes, and an artifact holds {LargestContent} at most.",
                "Split the stack.");
        }

        try
        {
            var (key, keyCheck) = Derive(secret, salt, iterations);
            var header = JsonSerializer.SerializeToUtf8Bytes(
                new PlanArtifactHeader
                {
                    Stack = binding.Stack,
                    Digest = binding.Digest,
                    Created = now,
                    KeyDerivation = KeyDerivation,
                    Iterations = iterations,
                    Salt = Convert.ToBase64String(salt),
                    KeyCheck = keyCheck,
                },
                PlanJson.Compact.PlanArtifactHeader);
            var start = Magic.Length + 1 + 4 + header.Length + SHA256.HashSizeInBytes + NonceLength + 8;
            var file = new byte[start + content.Length + TagLength];
            var at = file.AsSpan();
            Magic.CopyTo(at);
            at[Magic.Length] = Version;
            BinaryPrimitives.WriteInt32BigEndian(at[(Magic.Length + 1)..], header.Length);
            header.CopyTo(at[(Magic.Length + 5)..]);
            var headerEnd = Magic.Length + 5 + header.Length;
            SHA256.HashData(at[..headerEnd], at[headerEnd..]);
            nonce.CopyTo(at[(headerEnd + SHA256.HashSizeInBytes)..]);
            BinaryPrimitives.WriteInt64BigEndian(at[(start - 8)..], content.Length);
            using var aes = new AesGcm(key, TagLength);
            aes.Encrypt(nonce, content, at.Slice(start, content.Length), at[(start + content.Length)..], at[..start]);
            CryptographicOperations.ZeroMemory(key);
            return file;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(content);
        }
    }

    /// <summary>Decrypts.</summary>
    /// <param name="file">The container.</param>
    /// <param name="stack">The stack that is to be applied: an artifact of another one is refused.</param>
    /// <param name="secret">The shared secret.</param>
    /// <exception cref="FairleadException">Wrong secret, damaged, cut short, of another stack, of an unknown
    /// version, or no artifact at all; the message says which.</exception>
    public static (byte[] Plan, PlanBinding Binding, PlanArtifactHeader Header) Open(ReadOnlySpan<byte> file, string stack, string secret)
    {
        var (header, headerEnd) = ReadHeader(file);
        if (header.Stack != stack)
        {
            throw Refused($"It is a plan for the stack {header.Stack}, not for {stack}.", "Take the artifact of the right stack.");
        }

        var start = headerEnd + SHA256.HashSizeInBytes + NonceLength + 8;
        if (file.Length < start)
        {
            throw CutShort();
        }

        var length = BinaryPrimitives.ReadInt64BigEndian(file[(start - 8)..]);
        if (length is < 0 or > LargestContent)
        {
            throw Damaged();
        }

        if (file.Length < start + length + TagLength)
        {
            throw CutShort();
        }

        if (file.Length > start + length + TagLength)
        {
            throw Damaged();
        }

        if (header.KeyDerivation != KeyDerivation || header.Iterations is < FewestIterations or > MostIterations)
        {
            throw Refused(
                $"Its key is made in a way that is not known: {header.KeyDerivation}, {header.Iterations} rounds.",
                "Plan again with this version of Fairlead.");
        }

        var (key, keyCheck) = Derive(secret, Decode(header.Salt), header.Iterations);
        if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(keyCheck), Encoding.ASCII.GetBytes(header.KeyCheck)))
        {
            throw Refused("The secret is not the one that it was sealed with.", "Give both jobs the same secret, or plan again.");
        }

        var content = new byte[length];
        try
        {
            using var aes = new AesGcm(key, TagLength);
            var nonce = file.Slice(headerEnd + SHA256.HashSizeInBytes, NonceLength);
            aes.Decrypt(nonce, file.Slice(start, (int)length), file.Slice(start + (int)length, TagLength), content, file[..start]);
            var (plan, bindingJson) = PlanArtifactContent.Unpack(content) ?? throw Damaged();
            var binding = JsonSerializer.Deserialize(bindingJson, PlanJson.Compact.PlanBinding) ?? throw Damaged();
            return binding.Digest == header.Digest ? (plan, binding, header) : throw Damaged();
        }
        catch (Exception e) when (e is CryptographicException or JsonException)
        {
            throw Damaged(e);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
            CryptographicOperations.ZeroMemory(content);
        }
    }

    private static (PlanArtifactHeader Header, int End) ReadHeader(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith(Magic))
        {
            throw file.Length < Magic.Length && Magic.StartsWith(file)
                ? CutShort()
                : Refused("It is not a plan artifact of Fairlead.", "Name the file that TerraformPlan wrote.");
        }

        if (file.Length < Magic.Length + 5)
        {
            throw CutShort();
        }

        if (file[Magic.Length] != Version)
        {
            throw Refused(
                $"It is of version {file[Magic.Length]}, and this Fairlead knows version {Version}.",
                "Plan and apply with the same version of Fairlead.");
        }

        var length = BinaryPrimitives.ReadInt32BigEndian(file[(Magic.Length + 1)..]);
        var end = Magic.Length + 5 + length;
        if (length is <= 0 or > LargestHeader)
        {
            throw Damaged();
        }

        if (file.Length < end + SHA256.HashSizeInBytes)
        {
            throw CutShort();
        }

        if (!SHA256.HashData(file[..end]).AsSpan().SequenceEqual(file.Slice(end, SHA256.HashSizeInBytes)))
        {
            throw Damaged();
        }

        try
        {
            return (JsonSerializer.Deserialize(file[(Magic.Length + 5)..end], PlanJson.Compact.PlanArtifactHeader) ?? throw Damaged(), end);
        }
        catch (JsonException e)
        {
            throw Damaged(e);
        }
    }

    private static (byte[] Key, string KeyCheck) Derive(string secret, ReadOnlySpan<byte> salt, int iterations)
    {
        Span<byte> master = stackalloc byte[32];
        Rfc2898DeriveBytes.Pbkdf2(secret, salt, master, iterations, HashAlgorithmName.SHA256);
        var key = new byte[32];
        Span<byte> check = stackalloc byte[16];
        // These labels are part of the form of version 1, their spelling included: with another one no artifact that exists could be opened.
        HKDF.Expand(HashAlgorithmName.SHA256, master, key, "fairlead plan artefact 1: encryption"u8);
        HKDF.Expand(HashAlgorithmName.SHA256, master, check, "fairlead plan artefact 1: key check"u8);
        CryptographicOperations.ZeroMemory(master);
        return (key, Convert.ToBase64String(check));
    }

    private static byte[] Decode(string base64)
    {
        var bytes = new byte[SaltLength];
        return Convert.TryFromBase64String(base64, bytes, out var written) && written == SaltLength ? bytes : throw Damaged();
    }

    private static FairleadException CutShort() => Refused("It is cut short.", "Fetch or make it again.");

    private static FairleadException Damaged(Exception? inner = null) => Refused("It is damaged, or somebody changed it.", "Fetch or make it again.", inner);

    private static FairleadException Refused(string why, string next, Exception? inner = null) => new("The plan artifact cannot be used.", why, next, inner);
}
