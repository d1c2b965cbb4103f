using System.Security.Cryptography;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Fairlead.LocalCloud.State;

namespace Fairlead.LocalCloud.Access;

/// <summary>
/// The access key that a state directory opens to: made at its first start, in a file that only its owner can read, and the same from then on, so that what
/// was exported in a terminal stays good. Both parts have the length that AWS gives them; the id says where it belongs.
/// </summary>
/// <param name="Id">20 characters: <c>AKIALOCALCLOUD</c> and 6 random ones.</param>
/// <param name="Secret">40 random letters and digits, 238 bits.</param>
internal sealed partial record AccessKey(string Id, string Secret)
{
    public const string FileName = "access-key.json";

    private const string IdCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private const string SecretCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /// <exception cref="StateDirectoryException">The file is not what this program wrote; it has been moved aside.</exception>
    public static AccessKey Of(StateDirectory state)
    {
        var kept = new JsonState<AccessKeyDocument>(state, FileName, AccessKeyJson.Default.AccessKeyDocument, WhyWrong);
        return kept.Read(Key) ?? kept.Change(document =>
        {
            (document.AccessKeyId, document.SecretAccessKey) = New();
            return Key(document)!;
        });
    }

    /// <summary>A key that is in no file: its requests are let in as long as the process runs.</summary>
    public static AccessKey Fleeting()
    {
        var (id, secret) = New();
        return new AccessKey(id, secret);
    }

    /// <summary>A new id of temporary credentials.</summary>
    public static string NewTemporaryId() => NewId("ASIALOCALCLOUD");

    public override string ToString() => Id;

    private static (string Id, string Secret) New() => (NewId("AKIALOCALCLOUD"), RandomNumberGenerator.GetString(SecretCharacters, 40));

    private static string NewId(string prefix) => prefix + RandomNumberGenerator.GetString(IdCharacters, 20 - prefix.Length);

    private static AccessKey? Key(AccessKeyDocument document)
        => document is { AccessKeyId: { } id, SecretAccessKey: { } secret } ? new AccessKey(id, secret) : null;

    /// <summary>A secret of another form would be weaker, or none at all.</summary>
    private static string? WhyWrong(AccessKeyDocument document)
        => document is { AccessKeyId: { } id, SecretAccessKey: { } secret } && IdForm().IsMatch(id) && SecretForm().IsMatch(secret)
            ? null
            : "It is not an access key of a local cloud.";

    [GeneratedRegex("^AKIA[A-Z2-7]{16}$")]
    private static partial Regex IdForm();

    [GeneratedRegex("^[A-Za-z0-9]{40}$")]
    private static partial Regex SecretForm();
}

/// <summary>What is in the file.</summary>
internal sealed class AccessKeyDocument
{
    public string? AccessKeyId { get; set; }

    public string? SecretAccessKey { get; set; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(AccessKeyDocument))]
internal sealed partial class AccessKeyJson : JsonSerializerContext;
