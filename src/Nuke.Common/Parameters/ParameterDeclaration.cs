using System.Reflection;

namespace Nuke.Common.Parameters;

/// <summary>A parameter that the build class or one of its components declares.</summary>
internal sealed record ParameterDeclaration(string Name, MemberInfo Member, ParameterAttribute Attribute, bool IsSecret)
{
    public Type Type => TypeOf(Member);

    /// <summary>A plain parameter; attributes that derive from it find their values themselves.</summary>
    public bool IsPlain => Attribute.GetType() == typeof(ParameterAttribute);

    public static ParameterDeclaration Of(MemberInfo member, ParameterAttribute attribute)
        => new(ParameterNames.Of(member, attribute), member, attribute, member.IsDefined(typeof(SecretAttribute), inherit: true));

    public static Type TypeOf(MemberInfo member) => member switch
    {
        PropertyInfo property => property.PropertyType,
        FieldInfo variable => variable.FieldType,
        _ => typeof(object),
    };
}
