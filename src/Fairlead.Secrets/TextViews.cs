namespace Fairlead.Secrets;

/// <summary>A text in each of the ways in which it may be read.</summary>
internal sealed class TextViews(IReadOnlyList<TextView> views) : IDisposable
{
    public IReadOnlyList<TextView> All => views;

    public void Dispose()
    {
        foreach (var view in views)
        {
            view.Dispose();
        }
    }
}
