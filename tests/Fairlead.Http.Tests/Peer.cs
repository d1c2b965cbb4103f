using System.Net;

namespace Fairlead.Http.Tests;

/// <summary>A peer that answers what a function says, and takes the request's body where it is told to.</summary>
internal sealed class Peer(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    /// <summary>Answers with a body that comes piece by piece.</summary>
    public static Peer Sending(Func<int, CancellationToken, Task<byte[]>> piece, HttpStatusCode status = HttpStatusCode.OK)
        => new((_, _) => Task.FromResult(new HttpResponseMessage(status) { Content = new StreamContent(new PieceStream(piece)) }));

    /// <summary>Waits until it is told to stop.</summary>
    public static async Task<T> Forever<T>(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        throw new OperationCanceledException(cancellationToken);
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        => answer(request, cancellationToken);
}
