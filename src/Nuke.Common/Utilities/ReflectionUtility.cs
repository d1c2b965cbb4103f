using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Nuke.Common.Execution;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Common.Utilities;

/// <summary>Asks types and members, and uses them.</summary>
public static partial class ReflectionUtility
{
    public const BindingFlags All = Static | Instance | BindingFlags.FlattenHierarchy;
    public const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
    public const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>The default of a value type, null for anything else.</summary>
    public static object? GetDefaultValue(this Type type) => type.IsNullableType() ? null : Activator.CreateInstance(type);

    public static bool IsAssignableTo(this Type type, Type otherType) => otherType.IsAssignableFrom(type);

    /// <summary>Whether null is a value of the type.</summary>
    public static bool IsNullableType(this Type type) => Nullable.GetUnderlyingType(type) is not null || !type.IsValueType;

    public static Type GetNullableType(this Type type) => type.IsNullableType() ? type : typeof(Nullable<>).MakeGenericType(type);

    public static bool IsCollectionLike(this Type type)
        => type != typeof(string)
        && type.GetInterfaces().Append(type).Any(x => x.IsGenericType && x.GetGenericTypeDefinition() == typeof(IEnumerable<>));

    /// <summary>The type of the elements of a collection, or what a nullable type is of; otherwise the type itself.</summary>
    public static Type GetScalarType(this Type type)
        => Nullable.GetUnderlyingType(type)
        ?? (type.IsArray && type.GetElementType() is { } element ? element : type.IsCollectionLike() ? type.GetGenericArguments().Single() : type);

    public static T[] GetEnumValues<T>(this Type type) => [.. type.GetEnumValues().Cast<T>()];

    public static bool HasCustomAttribute<T>(this MemberInfo member)
        where T : Attribute
        => member.IsDefined(typeof(T));

    public static bool HasCustomAttribute<T>(this ParameterInfo parameter)
        where T : Attribute
        => parameter.IsDefined(typeof(T));

    /// <summary>The type of a field or property, or what a method returns.</summary>
    public static Type GetMemberType(this MemberInfo member) => member switch
    {
        FieldInfo field => field.FieldType,
        PropertyInfo property => property.PropertyType,
        MethodInfo method => method.ReturnType,
        _ => throw new NotSupportedException($"'{member}' has no type."),
    };

    public static bool IsPublic(this MemberInfo member) => member is Type type ? type.IsPublic : Access(member) == MethodAttributes.Public;

    public static bool IsFamily(this MemberInfo member) => Access(member) == MethodAttributes.Family;

    public static bool IsAssembly(this MemberInfo member) => Access(member) == MethodAttributes.Assembly;

    public static bool IsStatic(this MemberInfo member) => member switch
    {
        FieldInfo field => field.IsStatic,
        MethodBase method => method.IsStatic,
        PropertyInfo property => property.GetAccessors(nonPublic: true)[0].IsStatic,
        _ => throw new NotSupportedException($"'{member}' is neither static nor not."),
    };

    public static bool IsExtensionParameter(this ParameterInfo parameter)
        => parameter.Position == 0 && parameter.Member.IsDefined(typeof(ExtensionAttribute));

    /// <summary>Whether the member explicitly implements one of an interface.</summary>
    public static bool IsExplicit(this MemberInfo member) => member.Name.Contains('.');

    /// <summary>The member that an expression such as <c>() =&gt; Prop</c>, <c>x =&gt; x.Prop</c> or <c>() =&gt; Method()</c> names.</summary>
    public static MemberInfo GetMemberInfo(this LambdaExpression expression)
        => expression.Body is MethodCallExpression call ? call.Method : ExpressionMember.Of(expression);

    /// <inheritdoc cref="GetMemberInfo(LambdaExpression)"/>
    public static MemberInfo GetMemberInfo<T>(Expression<Func<T>> expression) => GetMemberInfo((LambdaExpression)expression);

    /// <summary>The object whose member an expression such as <c>() =&gt; Prop</c> names; null for a static member.</summary>
    public static object? GetTarget(this LambdaExpression expression)
        => expression.Body is MemberExpression { Expression: ConstantExpression constant } ? constant.Value : null;

    /// <summary>The arguments of a call with constants only.</summary>
    public static IEnumerable<object?> GetArguments(this MethodCallExpression methodCall)
        => methodCall.Arguments.Cast<ConstantExpression>().Select(x => x.Value);

    public static T CreateInstance<T>(this Type type, params object?[] args) => (T)type.CreateInstance(args);

    public static object CreateInstance(this Type type, params object?[] args)
        => Activator.CreateInstance(type, args) ?? throw new NotSupportedException($"'{type.GetDisplayShortName()}' has no instance but null.");

    public static T? GetValue<T>(this MemberInfo member, object? obj = null, object?[]? args = null) => (T?)member.GetValue(obj, args);

    /// <summary>The value of a field or property, or what a method returns.</summary>
    public static object? GetValue(this MemberInfo member, object? obj = null, object?[]? args = null) => member switch
    {
        FieldInfo field => field.GetValue(field.IsStatic ? null : obj),
        PropertyInfo property => property.GetValue(property.IsStatic() ? null : obj),
        MethodInfo method => method.Invoke(method.IsStatic ? null : obj, args),
        _ => throw new NotSupportedException($"'{member}' has no value."),
    };

    /// <summary>Sets a field or property; a property without a setter is set through its backing field.</summary>
    /// <exception cref="ArgumentException">The property has neither.</exception>
    public static void SetValue(this MemberInfo member, object? instance, object? value)
    {
        var target = member.IsStatic() ? null : instance;
        if (member is FieldInfo field)
        {
            field.SetValue(target, value);
        }
        else if (BackingField((PropertyInfo)member) is { } backing)
        {
            backing.SetValue(target, value);
        }
        else if (((PropertyInfo)member).SetMethod is { } setter)
        {
            setter.Invoke(target, [value]);
        }
        else
        {
            Assert.Fail($"The property '{member.Name}' of {member.DeclaringType?.Name} cannot be set.");
        }
    }

    public static object? InvokeMember(this Type type, string memberName, object? target, BindingFlags? bindingFlags = null, params object?[] args)
        => type.InvokeMember(
            memberName, (bindingFlags ?? (target is null ? Static : Instance)) | BindingFlags.InvokeMethod, binder: null, target, args);

    public static T? InvokeMember<T>(this Type type, string memberName, object? target, BindingFlags? bindingFlags = null, params object?[] args)
        => (T?)type.InvokeMember(memberName, target, bindingFlags, args);

    /// <summary>Throws what the delegate throws, not a wrapper around it.</summary>
    public static void DynamicInvokeUnwrap(this Delegate @delegate, params object?[] args) => @delegate.DynamicInvokeUnwrap<object>(args);

    /// <inheritdoc cref="DynamicInvokeUnwrap(Delegate, object[])"/>
    public static T? DynamicInvokeUnwrap<T>(this Delegate @delegate, params object?[] args)
    {
        try
        {
            return (T?)@delegate.DynamicInvoke(args);
        }
        catch (TargetInvocationException exception) when (exception.InnerException is { } inner)
        {
            ExceptionDispatchInfo.Throw(inner);
            throw;
        }
    }

    private static FieldInfo? BackingField(PropertyInfo property)
        => property.DeclaringType?.DescendantsAndSelf(x => x.BaseType)
            .Select(x => x.GetField($"<{property.Name}>k__BackingField", Instance | Static))
            .FirstOrDefault(x => x is not null);

    private static MethodAttributes Access(MemberInfo member) => member switch
    {
        FieldInfo field => (MethodAttributes)field.Attributes & MethodAttributes.MemberAccessMask,
        MethodBase method => method.Attributes & MethodAttributes.MemberAccessMask,
        PropertyInfo property => property.GetAccessors(nonPublic: true)[0].Attributes & MethodAttributes.MemberAccessMask,
        _ => throw new NotSupportedException($"'{member}' has no access modifier."),
    };
}
