using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Tests;

internal static class TestListeners
{
    /// <summary>The addresses of a local cloud that nobody asks.</summary>
    public static Listeners Default { get; } = new(new Uri("http://127.0.0.1:4600"), new Uri("http://127.0.0.1:4601"), new Uri("http://localhost:4602"));
}
