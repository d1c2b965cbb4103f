using System.Text.Json.Serialization;
using Amazon.Runtime;
using Fairlead.Aws.Pipeline;

namespace Amazon.ECR;

/// <summary>Whether images have a tag.</summary>
[JsonConverter(typeof(ConstantJsonConverter<TagStatus>))]
public sealed class TagStatus : ConstantClass, IConstant<TagStatus>
{
    public static readonly TagStatus TAGGED = new("TAGGED");

    public static readonly TagStatus UNTAGGED = new("UNTAGGED");

    public static readonly TagStatus ANY = new("ANY");

    public TagStatus(string value)
        : base(value)
    {
    }

    public static TagStatus FindValue(string value) => FindValue<TagStatus>(value);

    public static implicit operator TagStatus(string value) => FindValue(value);
}
