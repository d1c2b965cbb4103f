using System.Text.Json.Serialization;
using Amazon.Runtime;
using Fairlead.Aws.Pipeline;

namespace Amazon.ECS;

/// <summary>Order of a list.</summary>
[JsonConverter(typeof(ConstantJsonConverter<SortOrder>))]
public sealed class SortOrder : ConstantClass, IConstant<SortOrder>
{
    public static readonly SortOrder ASC = new("ASC");

    public static readonly SortOrder DESC = new("DESC");

    public SortOrder(string value)
        : base(value)
    {
    }

    public static SortOrder FindValue(string value) => FindValue<SortOrder>(value);

    public static implicit operator SortOrder(string value) => FindValue(value);
}
