using System.Text.Json.Serialization;
using Amazon.Runtime;
using Fairlead.Aws.Pipeline;

namespace Amazon.ECR;

/// <summary>Whether tags may move.</summary>
[JsonConverter(typeof(ConstantJsonConverter<ImageTagMutability>))]
public sealed class ImageTagMutability : ConstantClass, IConstant<ImageTagMutability>
{
    public static readonly ImageTagMutability MUTABLE = new("MUTABLE");

    public static readonly ImageTagMutability IMMUTABLE = new("IMMUTABLE");

    public ImageTagMutability(string value)
        : base(value)
    {
    }

    public static ImageTagMutability FindValue(string value) => FindValue<ImageTagMutability>(value);

    public static implicit operator ImageTagMutability(string value) => FindValue(value);
}
