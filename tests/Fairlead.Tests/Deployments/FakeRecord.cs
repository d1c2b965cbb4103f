using Fairlead.Deployments;
using Fairlead.Releases;

namespace Fairlead.Tests.Deployments;

/// <summary>A step that records the release and ends what was begun. A run that was interrupted between the two is something to put right.</summary>
internal sealed class FakeRecord(FakePlace place) : ReleaseStep("record")
{
    public override Task<StepLook> LookAsync(CancellationToken cancellationToken)
        => Task.FromResult(place.Written.ContainsKey(Name) && !place.IsBegun
            ? StepLook.Unchanged("The release is recorded.")
            : StepLook.WouldChange("The release is to be recorded.", new PlannedChange(ChangeAction.Create, Name)));

    public override async Task<Outcome> ChangeAsync(StepLook look, Effects effects, CancellationToken cancellationToken)
    {
        if (!place.Written.ContainsKey(Name))
        {
            await effects.DoAsync(
                $"write {Name}",
                _ =>
                {
                    place.Write(Name, "1");
                    return Task.CompletedTask;
                },
                cancellationToken);
        }

        await place.EndAsync(effects, cancellationToken);
        return Outcome.Succeeded("The release is recorded.");
    }
}
