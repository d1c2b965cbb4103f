using Fairlead.Deployments;
using Fairlead.Releases;

namespace Fairlead.Tests.Deployments;

/// <summary>A step that wants values to be written in order, one effect each.</summary>
internal sealed class FakeStep(FakePlace place, string name, params (string Name, string Value)[] wanted) : ReleaseStep(name)
{
    public override IReadOnlyList<Touch> Touches => [new Touch.Service(Name)];

    public int Looks { get; private set; }

    /// <summary>Awaited before each write.</summary>
    public Func<string, CancellationToken, Task> BeforeWrite { get; init; } = (_, _) => Task.CompletedTask;

    /// <summary>What reading back says; null when it sees nothing more.</summary>
    public Func<Outcome?> Verify { get; init; } = () => null;

    public StepLook? Found { get; init; }

    public override Task<StepLook> LookAsync(CancellationToken cancellationToken)
    {
        Looks++;
        var changes = Missing().Select(x => new PlannedChange(ChangeAction.Create, x.Name)).ToList();
        return Task.FromResult(Found ?? (changes.Count == 0
            ? StepLook.Unchanged($"{Name} is as it should be.")
            : StepLook.WouldChange($"{Name} writes {changes.Count}.", changes)));
    }

    public override async Task<Outcome> ChangeAsync(StepLook look, Effects effects, CancellationToken cancellationToken)
    {
        foreach (var (key, value) in Missing().ToList())
        {
            await BeforeWrite(key, cancellationToken);
            await effects.DoAsync(
                $"write {key}",
                _ =>
                {
                    place.Write(key, value);
                    return Task.CompletedTask;
                },
                cancellationToken);
        }

        return Outcome.Succeeded($"{Name} is done.");
    }

    public override Task<Outcome?> VerifyAsync(CancellationToken cancellationToken) => Task.FromResult(Verify());

    private IEnumerable<(string Name, string Value)> Missing() => wanted.Where(x => place.Written.GetValueOrDefault(x.Name) != x.Value);
}
