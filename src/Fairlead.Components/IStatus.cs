using Fairlead.Components.Deployments;
using Fairlead.Deployments;
using Nuke.Common;
using Serilog;

namespace Fairlead.Components;

/// <summary>Tells what serves at the place, from what the place itself says. Changes nothing.</summary>
public interface IStatus : IHazDeployment
{
    /// <summary>Exit code of a run that found a difference, the same as that of drift.</summary>
    const int DifferenceExitCode = 2;

    Target Status => _ => _
        .Description("Tells what serves and whether it is as the ledger has it, and changes nothing; ends with 2 when it is not")
        .Executes(async () =>
        {
            if (await Release.FindPlaceAsync(Cancellation.Token) is not { } place)
            {
                if (await PlaceOfProfile.Of(this).FindStoppedAsync(Cancellation.Token) is { } stopped)
                {
                    ExitCode = DifferenceExitCode;
                    throw stopped.ToException();
                }

                Log.Information("{Absence:l}", await PlaceOfProfile.Of(this).AbsenceAsync(Cancellation.Token));
                return;
            }

            var status = await PlaceStatus.ReadAsync(place, TimeProvider.System, Cancellation.Token);
            foreach (var line in status.Lines)
            {
                Log.Information("{Line:l}", line);
            }

            if (status.Differences.Count > 0)
            {
                ExitCode = DifferenceExitCode;
                foreach (var difference in status.Differences)
                {
                    Log.Warning("{Difference:l}", difference);
                }

                throw new FairleadException(
                    "The place is not as the ledger has it.",
                    status.Differences.Count == 1 ? status.Differences[0] : $"{status.Differences.Count} differences are listed above.",
                    status.Next);
            }
        });
}
