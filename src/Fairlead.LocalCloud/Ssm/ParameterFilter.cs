using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Ssm;

/// <summary>
/// A filter of DescribeParameters or GetParametersByPath. A parameter passes when one of the values does
/// (https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_ParameterStringFilter.html).
/// </summary>
internal sealed class ParameterFilter
{
    private const string Equal = "Equals";
    private const string BeginsWith = "BeginsWith";
    private const string Contains = "Contains";
    private const string Recursive = "Recursive";
    private const string OneLevel = "OneLevel";
    private const string Tag = "tag:";

    /// <summary>Key → its options, the usual one first.</summary>
    private static readonly Dictionary<string, string[]> OfDescribe = new()
    {
        ["Name"] = [Equal, BeginsWith, Contains],
        ["Type"] = [Equal, BeginsWith],
        ["KeyId"] = [Equal, BeginsWith],
        ["Path"] = [OneLevel, Recursive],
        ["Tier"] = [Equal, BeginsWith],
        ["DataType"] = [Equal, BeginsWith],
        [Tag] = [Equal],
    };

    private static readonly Dictionary<string, string[]> OfPath = new()
    {
        ["Type"] = [Equal, BeginsWith],
        ["KeyId"] = [Equal, BeginsWith],
        ["Label"] = [Equal],
    };

    private readonly string _key;
    private readonly string _option;
    private readonly IReadOnlyList<string> _values;

    private ParameterFilter(string key, string option, IReadOnlyList<string> values) => (_key, _option, _values) = (key, option, values);

    /// <summary>The filters of DescribeParameters: <c>ParameterFilters</c>, or <c>Filters</c>, which they replaced.</summary>
    /// <exception cref="AwsServiceException">InvalidFilterKey, InvalidFilterOption, InvalidFilterValue.</exception>
    public static IReadOnlyList<ParameterFilter> ReadForDescribe(JsonObject request)
    {
        var filters = request.Structures("ParameterFilters").Select(x => Read(x, OfDescribe)).ToArray();
        var former = request.Structures("Filters").Select(x => new ParameterFilter(
            x.OneOf("Key", "Name", "Type", "KeyId") ?? throw Constraints.Refusal("Key", "Member must not be null"),
            x.Text("Key") == "Name" ? BeginsWith : Equal,
            x.RequiredTexts("Values", 50))).ToArray();
        return filters.Length > 0 && former.Length > 0
            ? throw new AwsServiceException("ValidationException", "You can use either Filters or ParameterFilters in a single request.")
            : [.. filters, .. former];
    }

    /// <summary>The filters of GetParametersByPath, and the label that one of them asks for.</summary>
    /// <exception cref="AwsServiceException">InvalidFilterKey, InvalidFilterOption, InvalidFilterValue.</exception>
    public static (IReadOnlyList<ParameterFilter> Filters, string? Label) ReadForPath(JsonObject request)
    {
        var filters = request.Structures("ParameterFilters").Select(x => Read(x, OfPath)).ToArray();
        return filters.FirstOrDefault(x => x._key == "Label") is not { } label ? (filters, null)
            : label._values is [var only] ? ([.. filters.Where(x => x != label)], only)
            : throw new AwsServiceException("InvalidFilterValue", "The filter Label takes one value.");
    }

    public bool Passes(ParameterRecord parameter) => _key switch
    {
        "Name" => AnyMatches(parameter.Name),
        "Type" => AnyMatches(parameter.Latest.Type),
        "KeyId" => AnyMatches(parameter.Latest.KeyId),
        "Tier" => AnyMatches(parameter.Latest.Tier),
        "DataType" => AnyMatches(parameter.Latest.DataType),
        "Path" => _values.Any(x => ParameterName.IsIn(parameter.Name, x, _option == Recursive)),
        _ => parameter.Tags.TryGetValue(_key[Tag.Length..], out var value) && (_values.Count == 0 || AnyMatches(value)),
    };

    private static ParameterFilter Read(JsonObject filter, Dictionary<string, string[]> known)
    {
        var key = filter.RequiredText("Key", 132);
        var isTag = key.StartsWith(Tag, StringComparison.Ordinal) && key.Length > Tag.Length;
        if (!known.TryGetValue(isTag ? Tag : key, out var options) || key == Tag)
        {
            throw new AwsServiceException(
                "InvalidFilterKey",
                $"The following filter key is not valid: {key}. Valid filter keys include: [{string.Join(", ", known.Keys)}].");
        }

        var option = filter.Text("Option") ?? options[0];
        if (!options.Contains(option))
        {
            throw new AwsServiceException(
                "InvalidFilterOption",
                $"The following filter option is not valid: {option}. Valid options include: [{string.Join(", ", options)}].");
        }

        var values = filter.Texts("Values");
        if (values.Count > 50 || (values.Count == 0 && !isTag))
        {
            throw new AwsServiceException("InvalidFilterValue", $"The filter {key} takes 1 to 50 values.");
        }

        return key == "Path" && values.FirstOrDefault(x => !x.StartsWith('/')) is { } path
            ? throw new AwsServiceException("InvalidFilterValue", $"The path '{path}' does not begin with '/'.")
            : new ParameterFilter(key, option, values);
    }

    private bool AnyMatches(string? text) => text is not null && _values.Any(x => _option switch
    {
        BeginsWith => text.StartsWith(x, StringComparison.Ordinal),
        Contains => text.Contains(x, StringComparison.Ordinal),
        _ => text == x,
    });
}
