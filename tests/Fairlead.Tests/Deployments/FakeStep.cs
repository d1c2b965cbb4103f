using Fairlead.Deployments;
using Fairlead.Releases;

namespace Fairlead.Tests.Deployments;

/// <summary>A step that wants values to be written in order, one effect each.</summary>
internal sealed class FakeStep(FakePlace place, string name, params (string Name, string Value)[] wanted) : ReleaseStep(name)
{
    public override IReadOnlyList<Touch> Touches => [new Touch.Service(Name)];

    public int Looks { get; private set; }

    /// <summary>Awaited before each look, with its number.</summary>
    public Func<int, Task> BeforeLook { get; init; } = _ => Task.CompletedTask;

    /// <summary>Awaited before each write.</summary>
    public Func<string, CancellationToken, Task> BeforeWrite { get; init; } = (_, _) => Task.CompletedTask;

    /// <summary>What the change ends with.</summary>
    public Func<Effects, Outcome> Says { get; init; } = _ => Outcome.Succeeded($"{name} is done.");

    /// <summary>What reading back says; null when it sees nothing more.</summary>
    public Func<Outcome?> Verify { get; init; } = () => null;

    /// <summary>What a look finds, by its number, in place of what is there; null for what is there.</summary>
    public Func<int, StepLook?> Finds { get; init; } = _ => null;

    public override async Task<StepLook> LookAsync(CancellationToken cancellationToken)
    {
        Looks++;
        await BeforeLook(Looks);
        var changes = Missing().Select(x => new PlannedChange(ChangeAction.Create, x.Name)).ToList();
        return Finds(Looks) ?? (changes.Count == 0
            ? StepLook.Unchanged($"{Name} is as it should be.")
            : StepLook.WouldChange($"{Name} writes {changes.Count}.", changes));
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

        return Says(effects);
    }

    public override Task<Outcome?> VerifyAsync(CancellationToken cancellationToken) => Task.FromResult(Verify());

    private IEnumerable<(string Name, string Value)> Missing() => wanted.Where(x => place.Written.GetValueOrDefault(x.Name) != x.Value);
}
