using Fairlead.Releases;

namespace Fairlead.Tests.Deployments;

internal sealed class FakeLock(long fence, Action<FakeLock> giveBack) : IRunLock
{
    private readonly CancellationTokenSource _lost = new();

    public long Fence => fence;

    public CancellationToken Lost => _lost.Token;

    /// <summary>Set for a run that was killed: nothing is given back.</summary>
    public bool IsDead { get; set; }

    public void Lose() => _lost.Cancel();

    public void ThrowIfLost()
    {
        if (Lost.IsCancellationRequested)
        {
            throw new FairleadException("The deploy stopped before its next effect.", "Its lock is lost: mallory took it over.", "");
        }
    }

    public ValueTask DisposeAsync()
    {
        if (!IsDead)
        {
            giveBack(this);
        }

        return ValueTask.CompletedTask;
    }
}
