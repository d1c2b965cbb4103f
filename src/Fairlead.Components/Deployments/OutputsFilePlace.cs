using Fairlead.Deployments;
using Fairlead.Infrastructure;
using Fairlead.Preflight;
using Fairlead.Releases;

namespace Fairlead.Components.Deployments;

/// <summary>A place that something else than Terraform provisions: its outputs are in a file.</summary>
internal sealed class OutputsFilePlace(IHazStack build, string file) : IPlace
{
    public IEnumerable<PreflightCheck> Checks
    => [
        .. AwsPlace.Parameters(build),
        new PreflightCheck("Stack outputs", async cancellationToken =>
        {
            var outputs = await ReadAsync(cancellationToken);
            return outputs.Services.Select(x => InstanceArchive.FindProblem(build, x.Host.Host, outputs.Stack)).FirstOrDefault(x => x is not null);
        }),
        AwsPlace.Credentials(build),
    ];

    public string Absence => $"{file} names no place.";

    public async Task<Provisioned> ProvisionAsync(CancellationToken cancellationToken)
        => new(await PlaceAsync(cancellationToken), Outcome.Unchanged($"The stack outputs are those of {file}; this profile provisions nothing."));

    public async Task<Place?> FindAsync(CancellationToken cancellationToken) => await PlaceAsync(cancellationToken);

    private async Task<Place> PlaceAsync(CancellationToken cancellationToken)
        => await AwsPlace.OfAsync(build, await ReadAsync(cancellationToken), $"others: the stack outputs are those of {file}", cancellationToken);

    private Task<StackOutputs> ReadAsync(CancellationToken cancellationToken)
        => StackOutputsReader.ReadFileAsync(file, build.TerraformStack, cancellationToken);
}
