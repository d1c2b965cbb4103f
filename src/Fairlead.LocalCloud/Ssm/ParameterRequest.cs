using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Fairlead.LocalCloud.Protocol;
using Fairlead.LocalCloud.State;

namespace Fairlead.LocalCloud.Ssm;

/// <summary>A PutParameter request, checked as far as that needs no other parameter
/// (https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html).</summary>
internal sealed record ParameterRequest
{
    public const string SecureString = "SecureString";

    public const string Advanced = "Advanced";

    private const string Standard = "Standard";

    private const string IntelligentTiering = "Intelligent-Tiering";

    private const string DefaultKey = "alias/aws/ssm";

    /// <summary>Bytes of UTF-8: https://docs.aws.amazon.com/general/latest/gr/ssm.html#limits_ssm.</summary>
    private const int StandardBytes = 4096;

    private const int AdvancedBytes = 8192;

    private static readonly TimeSpan PatternLimit = TimeSpan.FromSeconds(1);

    private static readonly string[] DataTypes = ["text", "aws:ec2:image", "aws:ssm:integration"];

    public required string Name { get; init; }

    public required SecretText Value { get; init; }

    public required bool Overwrite { get; init; }

    /// <summary>The members that an overwritten version lends the new one are null when absent.</summary>
    public string? Type { get; init; }

    public string? Description { get; init; }

    public string? KeyId { get; init; }

    public string? AllowedPattern { get; init; }

    public string? Tier { get; init; }

    public string? DataType { get; init; }

    public required IReadOnlyDictionary<string, string> Tags { get; init; }

    /// <exception cref="AwsServiceException">Something in it cannot be; the message does not show the value.</exception>
    public static ParameterRequest Read(JsonObject request)
    {
        var result = new ParameterRequest
        {
            Name = request.RequiredText("Name", 2048),
            Value = new SecretText(request.RequiredText("Value", int.MaxValue)),
            Overwrite = request.Flag("Overwrite") ?? false,
            Type = request.OneOf("Type", "String", "StringList", SecureString),
            Description = request.BoundedText("Description", 0, 1024),
            KeyId = request.BoundedText("KeyId", 1, 256),
            AllowedPattern = request.BoundedText("AllowedPattern", 0, 1024),
            Tier = request.OneOf("Tier", Standard, Advanced, IntelligentTiering),
            DataType = request.Text("DataType") is { Length: > 0 } type ? type : null,
            Tags = ResourceTags.Read(request, "ValidationException"),
        };
        ParameterName.Validate(result.Name);
        if (result is { Overwrite: true, Tags.Count: > 0 })
        {
            throw Invalid("Invalid request: tags and overwrite can't be used together. To create a parameter with tags, please remove overwrite flag. To "
                + "update tags for an existing parameter, please use AddTagsToResource or RemoveTagsFromResource.");
        }

        if (result.Tags.Count > ResourceTags.Maximum)
        {
            throw new AwsServiceException("TooManyTagsError", "The Targets parameter includes too many tags. A parameter can have 50.");
        }

        if (result.DataType is { } unknown && !DataTypes.Contains(unknown))
        {
            throw Invalid($"The following data type is not supported: {unknown} (Data type names are all lowercase.)");
        }

        // An expiration that never comes would be a lie.
        if (request.Text("Policies") is { Length: > 0 } and not "[]" and not "[{}]")
        {
            throw new AwsServiceException("InvalidPolicyTypeException", "The local cloud has no parameter policies: put the parameter without.");
        }

        return result;
    }

    /// <summary>The version that the request makes of a parameter.</summary>
    /// <param name="before">The version that is overwritten; null for a new parameter.</param>
    /// <param name="now">Time of the change.</param>
    /// <exception cref="AwsServiceException">What was lent by the version before does not go with what is new.</exception>
    public ParameterVersion Next(ParameterVersion? before, DateTimeOffset now)
    {
        var type = Type ?? before?.Type ?? throw Invalid("A parameter type is required when you create a parameter.");
        var pattern = AllowedPattern ?? before?.AllowedPattern;
        CheckPattern(pattern);
        return new ParameterVersion
        {
            Version = (before?.Version ?? 0) + 1,
            Type = type,
            Value = Value,
            ModifiedAt = now,
            Tier = WantedTier(before?.Tier),
            DataType = DataType ?? before?.DataType ?? DataTypes[0],
            Description = Description ?? before?.Description,
            AllowedPattern = pattern,

            // Of other types AWS takes the key and forgets it (hashicorp/terraform-provider-aws issue 21095).
            KeyId = type == SecureString ? KeyId ?? before?.KeyId ?? DefaultKey : null,
        };
    }

    private string WantedTier(string? before)
    {
        var bytes = Encoding.UTF8.GetByteCount(Value.Value);
        if (before == Advanced && Tier == Standard)
        {
            throw Invalid("This parameter uses the advanced-parameter tier. You can't downgrade a parameter from the advanced-parameter tier to the "
                + "standard-parameter tier. If necessary, you can delete the advanced parameter and recreate it as a standard parameter.");
        }

        var tier = Tier == IntelligentTiering ? bytes > StandardBytes ? Advanced : before ?? Standard : Tier ?? before ?? Standard;
        return tier == Standard && bytes > StandardBytes
            ? throw Invalid($"Standard tier parameters support a maximum parameter value of {StandardBytes} characters. To create a larger parameter value, "
                + "upgrade the parameter to use the advanced-parameter tier.")
            : bytes > AdvancedBytes ? throw Invalid($"Advanced tier parameters support a maximum parameter value of {AdvancedBytes} characters.")
            : tier;
    }

    private void CheckPattern(string? pattern)
    {
        if (string.IsNullOrEmpty(pattern))
        {
            return;
        }

        bool matches;
        try
        {
            matches = Regex.IsMatch(Value.Value, pattern, RegexOptions.CultureInvariant, PatternLimit);
        }
        catch (Exception exception) when (exception is ArgumentException or RegexMatchTimeoutException)
        {
            throw new AwsServiceException("InvalidAllowedPatternException", "The request does not meet the regular expression requirement.");
        }

        if (!matches)
        {
            throw new AwsServiceException(
                "ParameterPatternMismatchException",
                $"Parameter value, cannot be validated against allowedPattern: {pattern}");
        }
    }

    private static AwsServiceException Invalid(string message) => new("ValidationException", message);
}
