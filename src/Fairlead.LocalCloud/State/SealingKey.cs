using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Fairlead.LocalCloud.State;

/// <summary>
/// Seals secrets in the state: AES-256-GCM with 256 random bits in a file beside it, which only the owner of the folder can read (0600), made at the first
/// use. Who can read the whole folder can open them. It keeps them from whoever sees one document only: in a search, a bug report, a backup of some files.
/// </summary>
internal sealed class SealingKey(StateDirectory state)
{
    public const string FileName = "sealing-key";

    /// <summary>The documents that are sealed with it. Without it, all of them are lost at once.</summary>
    private static readonly string[] Documents = ["ssm.json", "secrets.json"];

    private const int KeyBytes = 32;

    private const int NonceBytes = 12;

    private const int TagBytes = 16;

    private readonly Lock _lock = new();
    private byte[]? _key;

    /// <summary>How documents with secrets are written and read. A secret that cannot be opened is a damaged document, as one with a null where there must
    /// not be any.</summary>
    public JsonSerializerOptions Options() => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
        Converters = { new Converter(this) },
    };

    /// <summary>Seals a text. The same text in the same context gives the same result: the nonce is a keyed digest of both.</summary>
    /// <returns>Base64.</returns>
    /// <exception cref="StateDirectoryException">The key's file is not one.</exception>
    public string Seal(string text, string context = "")
    {
        var key = Key() ?? Create();
        var plain = Encoding.UTF8.GetBytes(text);
        var bound = Encoding.UTF8.GetBytes(context);
        var result = new byte[NonceBytes + plain.Length + TagBytes];
        byte[] both = [.. Derived(key, context), .. plain];
        HMACSHA256.HashData(Derived(key, "nonce"), both).AsSpan(0, NonceBytes).CopyTo(result);
        using var aes = new AesGcm(Derived(key, "seal"), TagBytes);
        aes.Encrypt(result.AsSpan(0, NonceBytes), plain, result.AsSpan(NonceBytes, plain.Length), result.AsSpan(NonceBytes + plain.Length), bound);
        return Convert.ToBase64String(result);
    }

    /// <exception cref="JsonException">It was not sealed with this folder's key; the message does not show it.</exception>
    public string Open(string sealedText, string context = "")
    {
        var key = Key() ?? throw new JsonException($"a secret in it cannot be opened, because the file '{FileName}' beside it is gone.");
        try
        {
            var all = Convert.FromBase64String(sealedText).AsSpan();
            var plain = new byte[all.Length - NonceBytes - TagBytes];
            using var aes = new AesGcm(Derived(key, "seal"), TagBytes);
            aes.Decrypt(all[..NonceBytes], all[NonceBytes..^TagBytes], all[^TagBytes..], plain, Encoding.UTF8.GetBytes(context));
            return Encoding.UTF8.GetString(plain);
        }
        catch (Exception exception) when (exception is FormatException or CryptographicException or OverflowException)
        {
            throw new JsonException($"a secret in it cannot be opened with the key in '{FileName}' beside it.");
        }
    }

    private static byte[] Derived(byte[] key, string use) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(use));

    /// <summary>The key; null when none was made yet.</summary>
    private byte[]? Key()
    {
        lock (_lock)
        {
            return _key ??= Load();
        }
    }

    /// <summary>As <see cref="Open"/>, for what a document holds. Without the key none of them can be read: they go aside together, so that the next start
    /// works.</summary>
    private string OpenKept(string sealedText)
    {
        lock (_lock)
        {
            if (_key is null)
            {
                _key = Read(out var damage);
                if (_key is null)
                {
                    throw MoveAside(damage ?? "it is gone.", Documents);
                }
            }
        }

        return Open(sealedText);
    }

    private byte[]? Load() => Read(out var damage) ?? (damage is null ? null : throw MoveAside(damage, []));

    /// <summary>The key; null when there is none, and then <paramref name="damage"/> tells what is in its place.</summary>
    private byte[]? Read(out string? damage)
    {
        var path = state.PathOf(FileName);
        damage = null;
        if (!Path.Exists(path))
        {
            return null;
        }

        if (Directory.Exists(path))
        {
            damage = "it is a folder.";
            return null;
        }

        try
        {
            var key = File.ReadAllBytes(path);
            damage = key.Length == KeyBytes ? null : $"it has {key.Length} bytes instead of {KeyBytes}.";
            return damage is null ? key : null;
        }
        catch (Exception exception) when (DiskRefusal.Is(exception))
        {
            throw new StateDirectoryException(
                $"The local cloud's key {path} cannot be read: {exception.Message} It was left as it is. Make it readable, and run again.",
                exception);
        }
    }

    private StateDirectoryException MoveAside(string damage, IEnumerable<string> documents)
    {
        var path = state.PathOf(FileName);
        var why = $"The local cloud's key {path} cannot be read: {damage}";
        var sentences = new List<string> { Path.Exists(path) ? DamagedState.MoveAside(path, why).Message : why };
        sentences.AddRange(documents.Select(x => state.PathOf(x)).Where(Path.Exists).Select(x => DamagedState.MoveAside(
            x,
            $"The local cloud's state file {x} cannot be read: a secret in it cannot be opened without the key.").Message));
        return new StateDirectoryException(string.Join(' ', sentences));
    }

    private byte[] Create()
    {
        lock (_lock)
        {
            if (_key is null)
            {
                var key = RandomNumberGenerator.GetBytes(KeyBytes);
                state.WriteAtomically(FileName, key);
                _key = key;
            }

            return _key;
        }
    }

    private sealed class Converter(SealingKey key) : JsonConverter<SecretText>
    {
        public override SecretText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
            => new(key.OpenKept(reader.TokenType == JsonTokenType.String ? reader.GetString()! : ""));

        public override void Write(Utf8JsonWriter writer, SecretText value, JsonSerializerOptions options) => writer.WriteStringValue(key.Seal(value.Value));
    }
}
