using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Nuke.Common.Tests.PublicApi;

/// <summary>The public and protected surface of an assembly, in the form of reference.txt: <c>full type name: signature</c>.</summary>
internal static class ApiSignatures
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly string[] ComparedAttributes = ["ParameterAttribute", "SecretAttribute", "RequiredAttribute"];

    public static IEnumerable<ApiSignature> Of(Assembly assembly)
        => assembly.GetTypes().Where(IsVisible).SelectMany(Of);

    public static IEnumerable<ApiSignature> Of(Type type)
    {
        var name = FullName(type);
        yield return new ApiSignature(name, Declaration(type));
        foreach (var attribute in TypeAttributes(type))
        {
            yield return new ApiSignature(name, attribute, IsRequired: false);
        }

        if (type.IsEnum || typeof(Delegate).IsAssignableFrom(type))
        {
            yield break;
        }

        foreach (var signature in type.GetMembers(Declared).Where(x => !IsGenerated(x)).SelectMany(OfMember))
        {
            yield return signature;
        }
    }

    /// <summary>Nothing for a member that is not visible from outside.</summary>
    public static IEnumerable<ApiSignature> OfMember(MemberInfo member)
    {
        if (Of(member) is not { } signature)
        {
            yield break;
        }

        var type = FullName(member.DeclaringType!);
        yield return new ApiSignature(type, signature, IsRequired: !IsOverride(member) && !IsDefaultConstructor(member));
        foreach (var attribute in member.GetCustomAttributesData().Where(x => ComparedAttributes.Contains(x.AttributeType.Name)))
        {
            yield return new ApiSignature(type, $"{Attribute(attribute)} {member.Name}", IsRequired: false);
        }
    }

    public static string FullName(Type type) => $"{type.Namespace}.{Name(type)}";

    private static string? Of(MemberInfo member) => member switch
    {
        ConstructorInfo { IsStatic: false } constructor when IsVisible(constructor) =>
            $"{Access(constructor)}ctor({Parameters(constructor)})",
        MethodInfo { IsSpecialName: true } method when method.Name.StartsWith("op_", StringComparison.Ordinal) && IsVisible(method) => Operator(method),
        MethodInfo { IsSpecialName: false } method when IsVisible(method) && !OverridesForeign(method) =>
            $"{Access(method)}{Kind(method)}{Name(method.ReturnType)} "
                + $"{method.Name}{Generics(method)}({Parameters(method)}){Constraints(method.GetGenericArguments())}",
        PropertyInfo property => Property(property),
        FieldInfo { IsSpecialName: false } field when field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly =>
            $"{(field.IsPublic ? "" : "protected ")}{FieldKind(field)}{Name(field.FieldType)} "
                + $"{field.Name}{(field.IsLiteral ? $" = {Value(field.GetRawConstantValue(), field.FieldType)}" : "")}",
        EventInfo { AddMethod: { } add } @event when IsVisible(add) => $"{Access(add)}event {Name(@event.EventHandlerType!)} {@event.Name}",
        _ => null,
    };

    private static string Declaration(Type type)
    {
        if (type.IsEnum)
        {
            return $"enum {{ {string.Join(", ", Enum.GetNames(type))} }}";
        }

        var constraints = Constraints(type.GetGenericArguments());
        if (typeof(Delegate).IsAssignableFrom(type))
        {
            var invoke = type.GetMethod("Invoke")!;
            return $"delegate {Name(invoke.ReturnType)} ({Parameters(invoke)}){constraints}";
        }

        var kind = type.IsInterface ? "interface" : type.IsValueType ? "struct" : "class";
        var modifier = type switch
        {
            { IsInterface: true } or { IsValueType: true } => "",
            { IsAbstract: true, IsSealed: true } => "static ",
            { IsAbstract: true } => "abstract ",
            { IsSealed: true } => "sealed ",
            _ => "",
        };
        var bases = new List<Type>();
        if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType))
        {
            bases.Add(parent);
        }

        var all = type.GetInterfaces();
        bases.AddRange(all.Where(x =>
            x.IsVisible && !all.Any(y => y.GetInterfaces().Contains(x)) && type.BaseType?.GetInterfaces().Contains(x) != true));
        return $"{modifier}{kind}{(bases.Count == 0 ? "" : $" : {string.Join(", ", bases.Select(Name))}")}{constraints}";
    }

    private static string? Property(PropertyInfo property)
    {
        var accessors = property.GetAccessors(nonPublic: true).Where(x => IsVisible(x) && !OverridesForeign(x)).ToList();
        if (accessors.Count == 0)
        {
            return null;
        }

        var leading = accessors.FirstOrDefault(x => x.IsPublic) ?? accessors[0];
        var get = accessors.Any(x => x == property.GetMethod) ? " get;" : "";
        var set = accessors.Any(x => x == property.SetMethod) ? " set;" : "";
        var index = property.GetIndexParameters() is { Length: > 0 } parameters ? $"this[{string.Join(", ", parameters.Select(Parameter))}]" : property.Name;
        return $"{Access(leading)}{Kind(leading)}{Name(property.PropertyType)} {index} {{{get}{set} }}";
    }

    private static string Operator(MethodInfo method) => method.Name switch
    {
        "op_Implicit" => $"static {Name(method.ReturnType)} implicit operator({Parameters(method)})",
        "op_Explicit" => $"static {Name(method.ReturnType)} explicit operator({Parameters(method)})",
        var name => $"static {Name(method.ReturnType)} operator {name["op_".Length..]}({Parameters(method)})",
    };

    private static string Parameters(MethodBase method)
    {
        var isExtension = method.IsDefined(typeof(ExtensionAttribute));
        return string.Join(", ", method.GetParameters().Select(x => (isExtension && x.Position == 0 ? "this " : "") + Parameter(x)));
    }

    private static string Parameter(ParameterInfo parameter)
    {
        var caller = parameter.IsDefined(typeof(CallerArgumentExpressionAttribute)) ? "[caller-expr] " : "";
        var passing = parameter.IsOut ? "out " : parameter.IsIn ? "in " : parameter.ParameterType.IsByRef ? "ref " : "";
        var many = parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "";
        var value = parameter.HasDefaultValue ? $" = {Value(parameter.DefaultValue, parameter.ParameterType)}" : "";
        return $"{caller}{passing}{many}{Name(parameter.ParameterType)} {parameter.Name}{value}";
    }

    private static string Value(object? value, Type type) => value switch
    {
        null => type.IsValueType && Nullable.GetUnderlyingType(type) is null ? "default" : "null",
        string text => $"\"{text}\"",
        char character => $"'{character}'",
        bool flag => flag ? "true" : "false",
        _ when (Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: true } @enum => string.Join(
            " | ",
            Enum.ToObject(@enum, value).ToString()!.Split(", ").Select(x => $"{@enum.Name}.{x}")),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static string Generics(MethodInfo method)
        => method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";

    private static string Constraints(Type[] arguments)
    {
        var text = "";
        foreach (var argument in arguments.Where(x => x.IsGenericParameter))
        {
            var flags = argument.GenericParameterAttributes;
            var isStruct = flags.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
            List<string> parts = [];
            if (flags.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
            {
                parts.Add("class");
            }

            if (isStruct)
            {
                parts.Add("struct");
            }

            parts.AddRange(argument.GetGenericParameterConstraints().Where(x => x != typeof(ValueType)).Select(Name));
            if (!isStruct && flags.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint))
            {
                parts.Add("new()");
            }

            if (parts.Count > 0)
            {
                text += $" where {argument.Name} : {string.Join(", ", parts)}";
            }
        }

        return text;
    }

    private static string Name(Type type)
    {
        if (type.IsByRef)
        {
            return Name(type.GetElementType()!);
        }

        if (type.IsArray)
        {
            return $"{Name(type.GetElementType()!)}[]";
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return $"{Name(underlying)}?";
        }

        var arguments = type.GetGenericArguments();
        if (type.FullName?.StartsWith("System.ValueTuple`", StringComparison.Ordinal) == true
            || (type.Namespace == "System" && type.Name.StartsWith("ValueTuple`")))
        {
            return $"({string.Join(", ", arguments.Select(Name))})";
        }

        if (type.IsGenericParameter)
        {
            return type.Name;
        }

        var name = Keyword(type) ?? type.Name.Split('`')[0];
        if (type.Name.Contains('`'))
        {
            name += $"<{string.Join(", ", arguments.Select(Name))}>";
        }

        return type.IsNested ? $"{Name(type.DeclaringType!)}.{name}" : name;
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

    private static IEnumerable<string> TypeAttributes(Type type)
    {
        if (type.IsDefined(typeof(FlagsAttribute), inherit: false))
        {
            yield return "[Flags]";
        }

        if (type.GetCustomAttributesData().FirstOrDefault(x => x.AttributeType == typeof(AttributeUsageAttribute)) is not { } usage)
        {
            yield break;
        }

        var targets = ((AttributeTargets)usage.ConstructorArguments[0].Value!).ToString().Split(", ").Order(StringComparer.Ordinal);
        var options = usage.NamedArguments
            .Where(x => x is { MemberName: "AllowMultiple", TypedValue.Value: true } or { MemberName: "Inherited", TypedValue.Value: false })
            .Select(x => $"{x.MemberName} = {Value(x.TypedValue.Value, typeof(bool))}");
        yield return $"[AttributeUsage({string.Join(", ", targets.Concat(options))})]";
    }

    private static string Attribute(CustomAttributeData attribute)
    {
        var name = attribute.AttributeType.Name[..^"Attribute".Length];
        var options = attribute.NamedArguments.Select(x => $"{x.MemberName} = {Value(x.TypedValue.Value, x.TypedValue.ArgumentType)}").ToList();
        return options.Count == 0 ? $"[{name}]" : $"[{name}({string.Join(", ", options)})]";
    }

    private static string Access(MethodBase method) => method.IsPublic ? "" : "protected ";

    private static string Kind(MethodInfo method)
    {
        if (method.IsStatic)
        {
            return "static ";
        }

        if (method.DeclaringType!.IsInterface || !method.IsVirtual)
        {
            return "";
        }

        if (method.GetBaseDefinition() != method)
        {
            return method.IsFinal ? "sealed override " : "override ";
        }

        return method.IsFinal ? "" : method.IsAbstract ? "abstract " : "virtual ";
    }

    private static string FieldKind(FieldInfo field)
        => field.IsLiteral ? "const " : (field.IsStatic ? "static " : "") + (field.IsInitOnly ? "readonly " : "");

    private static bool IsVisible(Type type)
        => type.IsNested ? (type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamORAssem) && IsVisible(type.DeclaringType!) : type.IsPublic;

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsGenerated(MemberInfo member)
        => member is Type || member.IsDefined(typeof(CompilerGeneratedAttribute)) && member is not (PropertyInfo or MethodInfo { IsSpecialName: true });

    private static bool IsDefaultConstructor(MemberInfo member) => member is ConstructorInfo constructor && constructor.GetParameters().Length == 0;

    private static bool IsOverride(MemberInfo member) => (member as MethodInfo ?? (member as PropertyInfo)?.GetAccessors(true).FirstOrDefault()) is { } method
        && method.GetBaseDefinition() != method;

    // ToString, Equals and the like: they add nothing that a caller does not have already.
    private static bool OverridesForeign(MethodInfo method)
        => method.GetBaseDefinition() is { } definition && definition != method
        && definition.DeclaringType!.Namespace?.StartsWith("Nuke", StringComparison.Ordinal) != true;
}
