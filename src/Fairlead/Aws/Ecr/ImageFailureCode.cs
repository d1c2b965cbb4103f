using System.Text.Json.Serialization;
using Amazon.Runtime;
using Fairlead.Aws.Pipeline;

namespace Amazon.ECR;

/// <summary>Why an image was not answered.</summary>
[JsonConverter(typeof(ConstantJsonConverter<ImageFailureCode>))]
public sealed class ImageFailureCode : ConstantClass, IConstant<ImageFailureCode>
{
    public static readonly ImageFailureCode InvalidImageDigest = new("InvalidImageDigest");

    public static readonly ImageFailureCode InvalidImageTag = new("InvalidImageTag");

    public static readonly ImageFailureCode ImageTagDoesNotMatchDigest = new("ImageTagDoesNotMatchDigest");

    public static readonly ImageFailureCode ImageNotFound = new("ImageNotFound");

    public static readonly ImageFailureCode MissingDigestAndTag = new("MissingDigestAndTag");

    public static readonly ImageFailureCode ImageReferencedByManifestList = new("ImageReferencedByManifestList");

    public static readonly ImageFailureCode KmsError = new("KmsError");

    public ImageFailureCode(string value)
        : base(value)
    {
    }

    public static ImageFailureCode FindValue(string value) => FindValue<ImageFailureCode>(value);

    public static implicit operator ImageFailureCode(string value) => FindValue(value);
}
