using System.Globalization;
using System.Text.Json;

namespace Fairlead.Infrastructure.Plans.Reading;

/// <summary>
/// A value of a plan together with its marks: whether it is known before applying, and whether it is sensitive. Reading is lazy, nothing is copied.
/// </summary>
/// <remarks>The marks are shaped like the value, with <c>true</c> where they hold
/// (https://developer.hashicorp.com/terraform/internals/json-format#change-representation).</remarks>
public readonly struct PlannedValue
{
    private readonly JsonElement _value;
    private readonly JsonElement _unknown;
    private readonly JsonElement _sensitive;

    internal PlannedValue(JsonElement value, JsonElement unknown = default, JsonElement sensitive = default)
    {
        _value = value;
        _unknown = unknown;
        _sensitive = sensitive;
    }

    /// <summary>True when the value is known only after applying; false for a structure of which a part is.</summary>
    public bool IsUnknown => _unknown.ValueKind == JsonValueKind.True;

    /// <summary>True when the value as a whole must not be shown: it is marked, or has no parts and a mark of a part.</summary>
    public bool IsSensitive => _sensitive.ValueKind == JsonValueKind.True || (!IsNull && !IsMap && !IsList && HasTrue(_sensitive));

    /// <summary>True when there is no value: null, or an attribute that is not there. Unknown is not null.</summary>
    public bool IsNull => !IsUnknown && _value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;

    /// <summary>True for null, an empty text, an empty list and an empty map; false when any part is unknown.</summary>
    public bool IsEmpty => IsNull || (!IsUnknown && _value.ValueKind switch
    {
        // The mark has the shape of the value, so it is an empty list beside one; only a true in it says that something comes.
        JsonValueKind.String => _value.GetString()!.Length == 0,
        JsonValueKind.Array => _value.GetArrayLength() == 0 && !HasUnknown,
        JsonValueKind.Object => !_value.EnumerateObject().Any() && !HasUnknown,
        _ => false,
    });

    /// <summary>True for a list, a set or a tuple.</summary>
    public bool IsList => _value.ValueKind == JsonValueKind.Array;

    /// <summary>True for a map or an object.</summary>
    public bool IsMap => _value.ValueKind == JsonValueKind.Object;

    /// <summary>An attribute, or null when there is none. Sensitive also where its name says so, see <see cref="NamedSecrets"/>.</summary>
    public PlannedValue this[string name]
    {
        get
        {
            var value = MemberOf(_value, name);
            return new(value, MemberOf(_unknown, name), NamedSecrets.Mark(_value, name, value, MemberOf(_sensitive, name)));
        }
    }

    /// <summary>An item of a list, or null when there are fewer.</summary>
    public PlannedValue this[int index] => new(ItemOf(_value, index), ItemOf(_unknown, index), ItemOf(_sensitive, index));

    /// <summary>The items of a list; of a single value, that value; nothing for null.</summary>
    public IEnumerable<PlannedValue> Items
    {
        get
        {
            if (_value.ValueKind == JsonValueKind.Array)
            {
                var count = _value.GetArrayLength();
                for (var i = 0; i < count; i++)
                {
                    yield return this[i];
                }
            }
            else if (!IsNull)
            {
                yield return this;
            }
        }
    }

    /// <summary>The names of the attributes of a map, known or not, in order.</summary>
    public IReadOnlyCollection<string> Names
    {
        get
        {
            var names = new SortedSet<string>(StringComparer.Ordinal);
            foreach (var element in new[] { _value, _unknown })
            {
                if (element.ValueKind == JsonValueKind.Object)
                {
                    names.UnionWith(element.EnumerateObject().Select(x => x.Name));
                }
            }

            return names;
        }
    }

    /// <summary>The first block of a nested block type, or null.</summary>
    public PlannedValue Block(string name) => this[name].Items.FirstOrDefault();

    /// <summary>The text of a known scalar; null for everything else. Of a sensitive value, too: whoever prints asks <see cref="IsSensitive"/>.</summary>
    public string? Text => _value.ValueKind switch
    {
        JsonValueKind.String => _value.GetString(),
        JsonValueKind.Number => _value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    /// <summary>The truth of a known boolean, or of a text that says it; null for everything else.</summary>
    public bool? Truth => _value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String when bool.TryParse(_value.GetString(), out var value) => value,
        _ => null,
    };

    /// <summary>The number of a known number, or of a text that says it; null for everything else.</summary>
    public decimal? Number => _value.ValueKind switch
    {
        JsonValueKind.Number when _value.TryGetDecimal(out var value) => value,
        JsonValueKind.String when decimal.TryParse(_value.GetString(), NumberStyles.Number, CultureInfo.InvariantCulture, out var value) => value,
        _ => null,
    };

    internal JsonElement Json => _value;

    /// <summary>True when any part of the value is sensitive.</summary>
    internal bool HasSensitive => HasTrue(_sensitive) || NamedSecrets.Has(_value);

    /// <summary>True when any part of the value is unknown.</summary>
    internal bool HasUnknown => HasTrue(_unknown);

    private static bool HasTrue(JsonElement mark) => mark.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.Array => mark.EnumerateArray().Any(HasTrue),
        JsonValueKind.Object => mark.EnumerateObject().Any(x => HasTrue(x.Value)),
        _ => false,
    };

    // Below a mark that holds for the whole, everything is marked.
    private static JsonElement MemberOf(JsonElement element, string name)
        => element.ValueKind == JsonValueKind.Object ? (element.TryGetProperty(name, out var value) ? value : default)
            : element.ValueKind == JsonValueKind.True ? element : default;

    private static JsonElement ItemOf(JsonElement element, int index)
        => element.ValueKind == JsonValueKind.Array ? (index < element.GetArrayLength() ? element[index] : default)
            : element.ValueKind == JsonValueKind.True ? element : default;
}
