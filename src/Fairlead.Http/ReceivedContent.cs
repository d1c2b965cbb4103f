using System.Net;

namespace Fairlead.Http;

/// <summary>The body of an answer, held to its limits whoever reads it.</summary>
internal sealed class ReceivedContent : HttpContent
{
    private readonly HttpContent _content;
    private readonly PeerWatch _watch;
    private readonly long? _largest;
    private readonly bool _isCut;

    public ReceivedContent(HttpContent content, PeerWatch watch, long? largest, bool isCut)
    {
        (_content, _watch, _largest, _isCut) = (content, watch, largest, isCut);
        foreach (var (name, values) in content.Headers.NonValidated)
        {
            Headers.TryAddWithoutValidation(name, values);
        }

        // Memory is set aside by it. An answer to HEAD has it too and has no body, so that it is no error yet.
        if (content.Headers.ContentLength > largest)
        {
            Headers.ContentLength = null;
        }
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        await using var source = await CreateContentReadStreamAsync(cancellationToken);
        await source.CopyToAsync(stream, cancellationToken);
    }

    protected override Task<Stream> CreateContentReadStreamAsync() => CreateContentReadStreamAsync(CancellationToken.None);

    protected override async Task<Stream> CreateContentReadStreamAsync(CancellationToken cancellationToken)
        => new ReceivedStream(await _content.ReadAsStreamAsync(cancellationToken), _watch, _largest, _isCut);

    protected override Stream CreateContentReadStream(CancellationToken cancellationToken)
        => new ReceivedStream(_content.ReadAsStream(cancellationToken), _watch, _largest, _isCut);

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _content.Dispose();
        }

        base.Dispose(disposing);
    }
}
