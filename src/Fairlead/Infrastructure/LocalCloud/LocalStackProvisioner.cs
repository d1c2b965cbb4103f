using System.Net.Http.Json;
using System.Text.Json;

namespace Fairlead.Infrastructure.LocalCloud;

/// <summary>
/// The stand-in for Terraform of the <c>local</c> profile: asks the local cloud to make the stack. The answer has the same stack outputs
/// that a Terraform stack has, so the targets after it cannot tell the difference.
/// </summary>
/// <param name="endpoints">The running local cloud.</param>
/// <param name="specification">The stack.</param>
public sealed class LocalStackProvisioner(LocalCloudEndpoints endpoints, LocalStackSpecification specification)
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false });

    /// <summary>Who provisions, for messages.</summary>
    public string Name => "the local cloud's own provisioner";

    /// <summary>Makes the stack, and reads its outputs back. A second call with nothing changed writes nothing.</summary>
    public async Task<ProvisionResult> ApplyAsync(CancellationToken cancellationToken)
    {
        var answer = await SendAsync(cancellationToken);
        return new ProvisionResult(
            answer.Outputs?.ToStackOutputs()
                ?? throw new FairleadException($"Stack {specification.Name} has no outputs.", "The local cloud answered without them.", "Look at its log."),
            new ProvisionPlan(answer.Changes));
    }

    /// <summary>The outputs of the stack as it stands; null when it does not exist. Reads only.</summary>
    public async Task<StackOutputs?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var request = endpoints.ControlRequest(HttpMethod.Get, StackPath);
            using var response = await Http.SendAsync(request, cancellationToken);
            return response.IsSuccessStatusCode
                ? (await response.Content.ReadFromJsonAsync(LocalCloudJson.Default.LocalStackAnswer, cancellationToken))?.Outputs?.ToStackOutputs()
                : null;
        }
        catch (HttpRequestException exception)
        {
            throw new FairleadException(
                $"Stack {specification.Name} could not be read.",
                $"The local cloud at {endpoints.Api} does not answer: {exception.Message.TrimEnd('.')}.",
                "Run ./build.sh Deploy; it starts the local cloud when it is down.",
                exception);
        }
    }

    private string StackPath => $"/_fairlead/stacks/{Uri.EscapeDataString(specification.Name)}";

    private async Task<LocalStackAnswer> SendAsync(CancellationToken cancellationToken)
    {
        using var request = endpoints.ControlRequest(HttpMethod.Put, StackPath);
        request.Content = JsonContent.Create(specification, LocalCloudJson.Default.LocalStackSpecification);
        try
        {
            using var response = await Http.SendAsync(request, cancellationToken);
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            if (!response.IsSuccessStatusCode)
            {
                var message = JsonSerializer.Deserialize(body, LocalCloudJson.Default.LocalCloudError)?.Message;
                throw new FairleadException(
                    $"Stack {specification.Name} could not be provisioned.",
                    message ?? $"The local cloud answered {(int)response.StatusCode}.",
                    "Correct the stack's specification in the build and run again.");
            }

            return JsonSerializer.Deserialize(body, LocalCloudJson.Default.LocalStackAnswer)!;
        }
        catch (HttpRequestException exception)
        {
            throw new FairleadException(
                $"Stack {specification.Name} could not be provisioned.",
                $"The local cloud at {endpoints.Api} does not answer: {exception.Message.TrimEnd('.')}.",
                "Run again; the build starts it when it is down.",
                exception);
        }
    }
}
