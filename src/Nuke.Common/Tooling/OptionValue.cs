using System.Collections;
using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Common.Tooling;

/// <summary>Makes a value fit the type of its option. Collections are copied, so that their later changes do not reach the option.</summary>
internal static class OptionValue
{
    private static readonly MethodInfo CopyLookupMethod = typeof(OptionValue).GetMethod(nameof(CopyLookup), BindingFlags.Static | BindingFlags.NonPublic)!;

    /// <exception cref="InvalidCastException">The value cannot be converted.</exception>
    public static object? Convert(object? value, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (value is null || type == typeof(object))
        {
            return value;
        }

        if (type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type) && type.IsGenericType)
        {
            return Collection((IEnumerable)value, type.GetGenericArguments());
        }

        if (type.IsInstanceOfType(value))
        {
            return value;
        }

        if (type == typeof(string))
        {
            return Text(value);
        }

        if (TypeDescriptor.GetConverter(type) is { } converter && value is string && converter.CanConvertFrom(typeof(string)))
        {
            return converter.ConvertFromInvariantString((string)value);
        }

        return System.Convert.ChangeType(value, type, CultureInfo.InvariantCulture);
    }

    /// <summary>As it is written on a command line.</summary>
    public static string Text(object? value) => value switch
    {
        bool flag => flag ? "true" : "false",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString() ?? "",
    };

    private static object Collection(IEnumerable values, Type[] arguments)
    {
        switch (arguments, values)
        {
            case ([var item], _):
                var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
                foreach (var value in values)
                {
                    list.Add(Convert(value, item));
                }

                return list;
            case ([var key, var value], IDictionary pairs):
                var dictionary = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(key, value))!;
                foreach (DictionaryEntry pair in pairs)
                {
                    dictionary[Convert(pair.Key, key)!] = Convert(pair.Value, value);
                }

                return dictionary;
            case ([_, _], _):
                return CopyLookupMethod.MakeGenericMethod(arguments).Invoke(null, [values])!;
            default:
                throw new InvalidCastException($"A {values.GetType().Name} does not fit an option.");
        }
    }

    private static LookupTable<TKey, TValue> CopyLookup<TKey, TValue>(ILookup<TKey, TValue> values)
        where TKey : notnull => new(values);
}
