namespace Nuke.Common.Utilities;

/// <summary>Makes one of several things to be undone.</summary>
public static class DisposableExtensions
{
    /// <summary>Runs <paramref name="setup"/> now, and <paramref name="cleanup"/> before the object is disposed.</summary>
    public static IDisposable CombineWith(this IDisposable disposable, Action? setup = null, Action? cleanup = null)
        => DelegateDisposable.CreateBracket(
            setup,
            () =>
            {
                using (disposable)
                {
                    cleanup?.Invoke();
                }
            });

    /// <summary>Disposes of the other object first.</summary>
    public static IDisposable CombineWith(this IDisposable disposable, IDisposable otherDisposable)
        => disposable.CombineWith(cleanup: otherDisposable.Dispose);
}
