using Fairlead.Deployments;
using Fairlead.Releases;

namespace Fairlead.Tests.Deployments;

internal sealed class FakeLock(long fence, Action<FakeLock> giveBack) : IRunLock
{
    private readonly CancellationTokenSource _lost = new();

    public long Fence => fence;

    public CancellationToken Lost => _lost.Token;

    public void Lose() => _lost.Cancel();

    public void ThrowIfLost()
    {
        if (Lost.IsCancellationRequested)
        {
            throw new FairleadException("The deploy stopped before its next effect.", "Its lock is lost: mallory took it over.", "");
        }
    }

    public async ValueTask DisposeAsync()
        => await Effects.Current.ShouldNotBeNull().DoAsync(
            "give the lock back",
            _ =>
            {
                giveBack(this);
                return Task.CompletedTask;
            });
}
