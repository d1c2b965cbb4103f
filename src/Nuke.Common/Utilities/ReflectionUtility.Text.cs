using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Common.Utilities;

public static partial class ReflectionUtility
{
    /// <exception cref="Exception">The text is no value of the type.</exception>
    public static T? Convert<T>(string? value) => (T?)Convert(value, typeof(T));

    /// <inheritdoc cref="Convert{T}(string)"/>
    public static object? Convert(object? value, Type destinationType)
    {
        if (destinationType.IsInstanceOfType(value) || (value is null && destinationType == typeof(string)))
        {
            return value;
        }

        try
        {
            return TypeDescriptor.GetConverter(destinationType).ConvertFromInvariantString(System.Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
        }
        catch (Exception exception)
        {
            throw new ArgumentException($"'{value}' cannot be converted to {destinationType.GetDisplayShortName()}.", exception);
        }
    }

    /// <param name="value">One value, or several when there is a separator.</param>
    /// <param name="destinationType">A type or an array.</param>
    /// <param name="separator">Between the values.</param>
    /// <param name="booleanDefault">What no value means for a boolean.</param>
    public static object? Convert(string value, Type destinationType, char? separator, bool booleanDefault)
        => Convert(
            (separator is { } character ? value.Split(character) : [value]).Where(x => !string.IsNullOrWhiteSpace(x)).ToList(),
            destinationType,
            booleanDefault);

    /// <inheritdoc cref="Convert(string, Type, char?, bool)"/>
    public static object? Convert(IReadOnlyCollection<string> values, Type destinationType, bool booleanDefault)
    {
        if (destinationType.GetElementType() is not { } element || !destinationType.IsArray)
        {
            if (values.Count == 0)
            {
                return Nullable.GetUnderlyingType(destinationType) == typeof(bool) || destinationType == typeof(bool) ? booleanDefault : null;
            }

            Assert.HasSingleItem(values, $"{values.Count} values ({values.JoinCommaSpace()}) cannot become one {destinationType.GetDisplayShortName()}.");
            return Convert((object)values.First(), destinationType);
        }

        var array = Array.CreateInstance(element, values.Count);
        values.ForEach((x, i) => array.SetValue(Convert((object)x, element), i));
        return array;
    }

    /// <summary>Outer.Inner&lt;string&gt;, as it is written in C#, without the namespace.</summary>
    public static string GetDisplayName(this Type type) => type.DeclaringType is { } outer && !type.IsGenericParameter
        ? $"{outer.GetDisplayName()}.{type.GetDisplayShortName()}"
        : type.GetDisplayShortName();

    public static string GetDisplayName(this MemberInfo member)
        => member.DeclaringType is { } type ? $"{type.GetDisplayName()}.{member.GetDisplayShortName()}" : member.GetDisplayShortName();

    /// <summary>The name, of an explicit implementation that of the interface's member.</summary>
    public static string GetDisplayShortName(this MemberInfo member) => Execution.MemberNames.Short(member.Name);

    /// <summary>List&lt;int?&gt;, as it is written in C#, without the namespace.</summary>
    public static string GetDisplayShortName(this Type type)
    {
        if (Keyword(type) is { } keyword)
        {
            return keyword;
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return $"{underlying.GetDisplayShortName()}?";
        }

        if (type.IsArray && type.GetElementType() is { } element)
        {
            return $"{element.GetDisplayShortName()}[{','.Repeat(type.GetArrayRank() - 1)}]";
        }

        return type.IsGenericType && type.Name.IndexOf('`') is > 0 and var end
            ? $"{type.Name[..end]}<{type.GetGenericArguments().Select(x => x.GetDisplayShortName()).JoinCommaSpace()}>"
            : type.Name;
    }

    /// <summary>int count = 1, as it is written in C#.</summary>
    public static string GetDisplayText(this ParameterInfo parameter)
    {
        var passing = parameter.IsExtensionParameter() ? "this "
            : parameter.IsOut ? "out "
            : parameter.IsIn ? "in "
            : parameter.ParameterType.IsByRef ? "ref " : "";
        var type = parameter.ParameterType is { IsByRef: true } reference && reference.GetElementType() is { } element ? element : parameter.ParameterType;
        return $"{passing}{type.GetDisplayShortName()} {parameter.Name}{(parameter.HasDefaultValue ? $" = {parameter.DefaultValue ?? "null"}" : "")}";
    }

    /// <summary>Name(string text) : int.</summary>
    public static string GetDisplayText(this MemberInfo member)
    {
        if (member is Type type)
        {
            return type.GetDisplayShortName();
        }

        var parameters = member is MethodBase method ? $"({method.GetParameters().Select(x => x.GetDisplayText()).JoinCommaSpace()})" : "";
        return $"{member.Name}{parameters}{(member is ConstructorInfo ? "" : $" : {member.GetMemberType().GetDisplayShortName()}")}";
    }

    private static string? Keyword(Type type) => type.IsEnum ? null : Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => "bool",
        TypeCode.Char => "char",
        TypeCode.Byte => "byte",
        TypeCode.SByte => "sbyte",
        TypeCode.Int16 => "short",
        TypeCode.UInt16 => "ushort",
        TypeCode.Int32 => "int",
        TypeCode.UInt32 => "uint",
        TypeCode.Int64 => "long",
        TypeCode.UInt64 => "ulong",
        TypeCode.Single => "float",
        TypeCode.Double => "double",
        TypeCode.Decimal => "decimal",
        TypeCode.String => "string",
        _ => type == typeof(object) ? "object" : type == typeof(void) ? "void" : null,
    };
}
