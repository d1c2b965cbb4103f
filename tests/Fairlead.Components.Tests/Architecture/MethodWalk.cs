using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Text.RegularExpressions;

namespace Fairlead.Components.Tests.Architecture;

/// <summary>
/// Walks through the body of a method once, from its beginning to its end, and knows of each value that is on the stack which type it has and whether it is
/// the text of a URL: what a call converts into a text is known by that alone, since <c>url.ToString()</c> is a call of Object's.
/// </summary>
internal sealed partial class MethodWalk
{
    private static readonly StackValue Unknown = new("");

    // Parts of a URL that may hold what nobody should see; the path and the host do not.
    private static readonly HashSet<string> TellingParts =
        ["get_Query", "get_PathAndQuery", "get_UserInfo", "get_Fragment", "ToString", "get_AbsoluteUri", "get_OriginalString", "GetComponents"];

    private readonly MetadataReader _metadata;
    private readonly MethodBodyBlock _body;
    private readonly IReadOnlyList<StackValue> _arguments;
    private readonly StackValue[] _locals;
    private readonly Dictionary<int, StackValue[]> _states = [];
    private List<StackValue> _stack = [];

    public MethodWalk(MetadataReader metadata, MethodDefinition method, MethodBodyBlock body)
    {
        _metadata = metadata;
        _body = body;
        var signature = method.DecodeSignature(TypeNames.Instance, null);
        var names = method.GetParameters().Select(metadata.GetParameter).Where(x => x.SequenceNumber > 0)
            .ToDictionary(x => x.SequenceNumber - 1, x => metadata.GetString(x.Name));
        var parameters = signature.ParameterTypes.Select((x, i) => Named(x, names.GetValueOrDefault(i, "")));
        StackValue[] self = signature.Header.IsInstance ? [new StackValue(TypeNames.Of(metadata, method.GetDeclaringType()))] : [];
        _arguments = [.. self, .. parameters];
        _locals = body.LocalSignature.IsNil
            ? []
            : [.. metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(TypeNames.Instance, null).Select(x => new StackValue(x))];
        foreach (var region in body.ExceptionRegions)
        {
            if (region.Kind is ExceptionRegionKind.Catch or ExceptionRegionKind.Filter)
            {
                _states[region.HandlerOffset] = [Unknown];
            }

            if (region.Kind == ExceptionRegionKind.Filter)
            {
                _states[region.FilterOffset] = [Unknown];
            }
        }
    }

    /// <summary>Called for each call, with what it is called on and its arguments.</summary>
    public required Action<CalledMethod, IReadOnlyList<StackValue>> OnCall { get; init; }

    /// <summary>Called for what is put into an array, or into a place of one, of objects.</summary>
    public required Action<StackValue> OnObject { get; init; }

    /// <summary>Whether the name of a member or a parameter says that it is a URL.</summary>
    public static bool IsUrlName(string name) => UrlNamePattern().IsMatch(name);

    public void Run()
    {
        var isReached = true;
        foreach (var instruction in MethodCode.In(_body.GetILReader()))
        {
            if (_states.TryGetValue(instruction.Offset, out var state))
            {
                _stack = isReached && _stack.Count == state.Length ? [.. _stack.Zip(state, (x, y) => x.Or(y))] : [.. state];
            }
            else if (!isReached)
            {
                _stack = [];
            }

            Step(instruction);
            foreach (var target in instruction.Targets)
            {
                _states[target] = _states.TryGetValue(target, out var other) && other.Length == _stack.Count
                    ? [.. _stack.Zip(other, (x, y) => x.Or(y))]
                    : [.. _stack];
            }

            isReached = instruction.Code.FlowControl is not (FlowControl.Branch or FlowControl.Return or FlowControl.Throw);
        }
    }

    private static StackValue Named(string type, string name) => new(type, type == "System.String" && IsUrlName(name));

    private void Step(Instruction instruction)
    {
        var code = instruction.Code;
        var name = code.Name!;
        if (code.OperandType == OperandType.InlineMethod && code.FlowControl == FlowControl.Call)
        {
            Call(instruction);
        }
        else if (name.StartsWith("ldarg", StringComparison.Ordinal))
        {
            var value = _arguments.ElementAtOrDefault(Index(instruction));
            Push(name.StartsWith("ldarga", StringComparison.Ordinal) ? value with { Type = $"{value.Type}&" } : value);
        }
        else if (name.StartsWith("ldloc", StringComparison.Ordinal))
        {
            var index = Index(instruction);
            var value = _locals.ElementAtOrDefault(index);
            Push(name.StartsWith("ldloca", StringComparison.Ordinal) ? value with { Type = $"{value.Type}&", Local = index } : value);
        }
        else if (name.StartsWith("stloc", StringComparison.Ordinal))
        {
            var (value, index) = (Pop(), Index(instruction));
            if (value.IsUrl && _locals[index].Type is "System.String" or "System.String[]")
            {
                _locals[index] = _locals[index] with { IsUrl = true };
            }
        }
        else if (name is "ldfld" or "ldsfld")
        {
            PopAll(code);
            Push(Field(instruction.Operand));
        }
        else if (name is "castclass" or "isinst" or "newarr" or "unbox.any")
        {
            Pop();
            var type = TypeNames.Of(_metadata, (EntityHandle)MetadataTokens.Handle(instruction.Operand));
            Push(new StackValue(name == "newarr" ? $"{type}[]" : type));
        }
        else if (name is "box")
        {
            Push(Pop());
        }
        else if (name is "dup")
        {
            var value = Pop();
            Push(value);
            Push(value);
        }
        else if (name is "ldind.ref" or "ldobj")
        {
            var value = Pop();
            Push(value with { Type = value.Type.TrimEnd('&') });
        }
        else if (name.StartsWith("ldelem.ref", StringComparison.Ordinal))
        {
            Pop();
            var array = Pop();
            Push(new StackValue(array.Type.EndsWith("[]", StringComparison.Ordinal) ? array.Type[..^2] : ""));
        }
        else
        {
            Other(code, name);
        }
    }

    private void Other(OpCode code, string name)
    {
        if (name is "stelem.ref" or "stind.ref" && _stack.Count > 0)
        {
            Store(name == "stelem.ref");
        }
        else
        {
            PopAll(code);
        }

        for (var i = Count(code.StackBehaviourPush.ToString(), "Push"); i > 0; i--)
        {
            Push(Unknown);
        }

        if (code.FlowControl is FlowControl.Return || name.StartsWith("leave", StringComparison.Ordinal))
        {
            _stack = [];
        }
    }

    // new[] { a, b } keeps the array on the stack while it is filled; what is passed as a span is filled in a variable, place by place.
    private void Store(bool isElement)
    {
        var value = Pop();
        if (isElement)
        {
            Pop();
        }

        var into = Pop();
        if (into.Type is "System.Object[]" or "System.Object&")
        {
            OnObject(value);
        }

        if (!value.IsUrl)
        {
            return;
        }

        if (into.Local is { } local)
        {
            _locals[local] = _locals[local] with { IsUrl = true };
        }
        else if (into.Type == "System.String[]" && _stack.Count > 0 && _stack[^1].Type == into.Type)
        {
            _stack[^1] = _stack[^1] with { IsUrl = true };
        }
    }

    private void Call(Instruction instruction)
    {
        if (CalledMethod.Read(_metadata, (EntityHandle)MetadataTokens.Handle(instruction.Operand)) is not { } method)
        {
            return;
        }

        var isNew = instruction.Code.Name == "newobj";
        var count = method.Parameters.Count + (method.HasThis && !isNew ? 1 : 0);
        var arguments = new StackValue[count];
        for (var i = count - 1; i >= 0; i--)
        {
            arguments[i] = Pop();
        }

        OnCall(method, isNew ? [new StackValue(method.Type), .. arguments] : arguments);
        if (isNew)
        {
            Push(new StackValue(method.Type));
        }
        else if (method.Returns != "System.Void")
        {
            var value = Named(method.Returns, method.Name);
            var filled = method.Name.StartsWith("InlineArray", StringComparison.Ordinal) ? arguments[0].Local : null;
            Push(value with
            {
                IsUrl = value.IsUrl || (IsOfUrl(method, arguments) && TellingParts.Contains(method.Name)) || (filled is { } index && _locals[index].IsUrl),
                Local = filled,
            });
        }
    }

    // A ToString may be Object's by the name of the call, and is that of what it is called on.
    private static bool IsOfUrl(CalledMethod method, IReadOnlyList<StackValue> values)
        => method.HasThis && (method.Type == "System.Uri" || values[0].Type.TrimEnd('&') == "System.Uri");

    private StackValue Field(int token)
    {
        var handle = (EntityHandle)MetadataTokens.Handle(token);
        if (handle.Kind == HandleKind.FieldDefinition)
        {
            var definition = _metadata.GetFieldDefinition((FieldDefinitionHandle)handle);
            return Named(definition.DecodeSignature(TypeNames.Instance, null), _metadata.GetString(definition.Name));
        }

        var member = _metadata.GetMemberReference((MemberReferenceHandle)handle);
        return Named(member.DecodeFieldSignature(TypeNames.Instance, null), _metadata.GetString(member.Name));
    }

    private static int Index(Instruction instruction)
        => instruction.Code.Name![^1] is >= '0' and <= '3' and var digit && instruction.Code.OperandType == OperandType.InlineNone
            ? digit - '0'
            : instruction.Operand;

    private void PopAll(OpCode code)
    {
        for (var i = Count(code.StackBehaviourPop.ToString(), "Pop"); i > 0; i--)
        {
            Pop();
        }
    }

    // Popref_popi_pop1 takes three; Pop0 none; Varpop is that of calls and of ret.
    private static int Count(string behaviour, string none) => behaviour == $"{none}0" || behaviour.StartsWith("Var", StringComparison.Ordinal)
        ? 0
        : behaviour.Split('_').Length;

    private void Push(StackValue value) => _stack.Add(value);

    private StackValue Pop()
    {
        if (_stack.Count == 0)
        {
            return Unknown;
        }

        var value = _stack[^1];
        _stack.RemoveAt(_stack.Count - 1);
        return value;
    }

    // url, PublicUrl, get_AwsEndpointUrl, <url>5__2 of a state machine, <url>P of a primary constructor, but not ParseUrl, WithUrl.
    [GeneratedRegex("^(get_)?<?([A-Za-z]*(Url|Uri|URL|URI|BaseAddress)|_?(url|uri|endpoint|baseUrl|baseAddress)|Endpoint)(>.*)?$")]
    private static partial Regex UrlNamePattern();
}
