using System.Linq.Expressions;
using Nuke.Common.Execution;

namespace Nuke.Common.Utilities;

/// <summary>Undoes something when it is disposed.</summary>
public class DelegateDisposable : IDisposable
{
    private Action? _cleanup;

    private DelegateDisposable(Action? cleanup) => _cleanup = cleanup;

    public static IDisposable CreateBracket(Action? setup = null, Action? cleanup = null)
    {
        setup?.Invoke();
        return new DelegateDisposable(cleanup);
    }

    /// <param name="setup">Runs now.</param>
    /// <param name="cleanup">Gets what <paramref name="setup"/> returned.</param>
    public static IDisposable CreateBracket<T>(Func<T> setup, Action<T> cleanup)
    {
        var value = setup();
        return new DelegateDisposable(() => cleanup(value));
    }

    /// <summary>Sets a property or field, and to its previous value when disposed.</summary>
    /// <param name="memberProvider">Names the member: <c>() =&gt; Verbosity</c>.</param>
    /// <param name="value">The value until then.</param>
    public static IDisposable SetAndRestore<T>(Expression<Func<T>> memberProvider, T value)
    {
        var member = ExpressionMember.Of(memberProvider);
        var target = memberProvider.GetTarget();
        var previous = member.GetValue<T>(target);
        member.SetValue(target, value);
        return new DelegateDisposable(() => member.SetValue(target, previous));
    }

    /// <summary>Idempotent.</summary>
    public void Dispose() => Interlocked.Exchange(ref _cleanup, null)?.Invoke();
}
