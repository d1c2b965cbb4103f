using System.Linq.Expressions;
using System.Reflection;

namespace Nuke.Common.Execution;

internal static class ExpressionMember
{
    /// <summary>The member that an expression such as <c>() =&gt; Prop</c> or <c>x =&gt; x.Prop</c> names.</summary>
    public static MemberInfo Of(LambdaExpression expression)
        => TryOf(expression)
        ?? throw new BuildException(
            $"The expression '{expression}' does not name a member.",
            "Write the plain name of a property or field, such as `() => Configuration`.");

    public static MemberInfo? TryOf(LambdaExpression expression)
    {
        var body = expression.Body;
        while (body is UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked or ExpressionType.TypeAs } conversion)
        {
            body = conversion.Operand;
        }

        return body is MemberExpression member ? member.Member : null;
    }
}
