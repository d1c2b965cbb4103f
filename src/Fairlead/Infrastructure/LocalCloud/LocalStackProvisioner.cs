using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Fairlead.Http;
using Fairlead.Secrets;

namespace Fairlead.Infrastructure.LocalCloud;

/// <summary>
/// The stand-in for Terraform of the <c>local</c> profile: asks the local cloud to make the stack. The answer has the same stack outputs
/// that a Terraform stack has, so the targets after it cannot tell the difference.
/// </summary>
/// <param name="endpoints">The running local cloud.</param>
/// <param name="specification">The stack.</param>
public sealed class LocalStackProvisioner(LocalCloudEndpoints endpoints, LocalStackSpecification specification)
{
    private const string ProvisionFailure = "could not be provisioned";
    private const string ReadFailure = "could not be read";

    private static readonly HttpClient Http = LimitedHttp.CreateClient(configure: x => x.UseProxy = false);

    /// <summary>Who provisions, for messages.</summary>
    public string Name => "the local cloud's own provisioner";

    /// <summary>
    /// What <see cref="ApplyAsync"/> would do, resource by resource. Reads only. A service is to be updated only when the specification of it changed since the
    /// stack was last made, and only where what it runs is not so already: what a deploy set, or somebody by hand, is not looked at.
    /// </summary>
    /// <exception cref="FairleadException">The stack cannot be made, or the local cloud does not answer.</exception>
    public async Task<ProvisionPlan> PlanAsync(CancellationToken cancellationToken)
        => new((await AskAsync(HttpMethod.Post, ProvisionFailure, cancellationToken))!.Changes);

    /// <summary>Makes the stack, and reads its outputs back. The plan in the result is what was done, not what was to be. A second call with
    /// nothing changed writes nothing.</summary>
    /// <exception cref="FairleadException">The stack cannot be made, or the local cloud does not answer.</exception>
    public async Task<ProvisionResult> ApplyAsync(CancellationToken cancellationToken)
    {
        var answer = (await AskAsync(HttpMethod.Put, ProvisionFailure, cancellationToken))!;
        return new ProvisionResult(Outputs(answer), new ProvisionPlan(answer.Changes));
    }

    /// <summary>The outputs of the stack as it stands; null when it does not exist. Reads only.</summary>
    /// <exception cref="FairleadException">The local cloud does not answer, or refuses.</exception>
    public async Task<StackOutputs?> ReadAsync(CancellationToken cancellationToken)
        => await AskAsync(HttpMethod.Get, ReadFailure, cancellationToken) is { } answer ? Outputs(answer) : null;

    private StackOutputs Outputs(LocalStackAnswer answer) => answer.Outputs is { } outputs
        ? StackOutputsReader.Read(outputs.GetRawText(), specification.Name)
        : throw new FairleadException($"Stack {specification.Name} has no outputs.", "The local cloud answered without them.", "Look at its log.");

    /// <summary>Null for a stack to be read that is not there.</summary>
    private async Task<LocalStackAnswer?> AskAsync(HttpMethod method, string failure, CancellationToken cancellationToken)
    {
        using var request = endpoints.ControlRequest(method, $"/_fairlead/stacks/{Uri.EscapeDataString(specification.Name)}");
        if (method != HttpMethod.Get)
        {
            request.Content = JsonContent.Create(specification, LocalCloudJson.Default.LocalStackSpecification);
        }

        try
        {
            using var response = await Http.SendAsync(request, cancellationToken);
            if (method == HttpMethod.Get && response.StatusCode == HttpStatusCode.NotFound)
            {
                return null;
            }

            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            return response.IsSuccessStatusCode
                ? JsonSerializer.Deserialize(body, LocalCloudJson.Default.LocalStackAnswer)
                : throw new FairleadException(
                    $"Stack {specification.Name} {failure}.",
                    Message(body) ?? $"The local cloud answered {(int)response.StatusCode}.",
                    "Correct the stack's specification in the build and run again.");
        }
        catch (HttpRequestException exception)
        {
            throw new FairleadException(
                $"Stack {specification.Name} {failure}.",
                $"The local cloud at {UrlText.Of(endpoints.Api)} does not answer: {exception.Message.TrimEnd('.')}.",
                "Run ./build.sh Deploy; it starts the local cloud when it is down.",
                exception);
        }
    }

    private static string? Message(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, LocalCloudJson.Default.LocalCloudError)?.Message;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
