using System.Reflection;

namespace Nuke.Common.Parameters;

/// <summary>A parameter that the build class or one of its components declares.</summary>
internal sealed record ParameterDeclaration(string Name, MemberInfo Member, ParameterAttribute Attribute, bool IsSecret)
{
    public Type Type => Member switch
    {
        PropertyInfo property => property.PropertyType,
        FieldInfo variable => variable.FieldType,
        _ => typeof(object),
    };
}
