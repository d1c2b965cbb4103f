using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;

namespace Nuke.Common.Tooling;

/// <summary>A closed set of named values: <c>public static readonly Configuration Debug = new() { Value = nameof(Debug) };</c>.</summary>
[DebuggerDisplay("{Value}")]
public abstract class Enumeration
{
    protected string Value { get; set; } = "";

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator string?(Enumeration? value) => value?.Value;

    public static bool operator ==(Enumeration? a, Enumeration? b) => Equals(a, b);

    public static bool operator !=(Enumeration? a, Enumeration? b) => !Equals(a, b);

    public override bool Equals(object? obj) => obj is Enumeration other && other.GetType() == GetType() && Equals(other);

    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Value;

    protected bool Equals(Enumeration? other) => Value == other?.Value;

    /// <summary>Finds a value by the name of its field, without regard to case.</summary>
    public class TypeConverter<T> : TypeConverter
    {
        public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType)
            => sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

        /// <exception cref="ArgumentException">There is no such value.</exception>
        public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value)
        {
            if (value is not string name)
            {
                return base.ConvertFrom(context, culture, value);
            }

            var fields = typeof(T).GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic);
            return fields.FirstOrDefault(x => x.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.GetValue(null)
                ?? throw new ArgumentException(
                    $"'{name}' is not a value of {typeof(T).Name}. Give one of: "
                        + $"{string.Join(", ", fields.Where(x => x.FieldType == typeof(T)).Select(x => x.Name))}.");
        }
    }
}
