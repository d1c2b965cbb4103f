using System.Net;

namespace Fairlead.Http;

/// <summary>A request's body that tells of its way.</summary>
internal sealed class SentContent : HttpContent
{
    private readonly HttpContent _content;
    private readonly PeerWatch _watch;

    public SentContent(HttpContent content, PeerWatch watch)
    {
        (_content, _watch) = (content, watch);
        foreach (var (name, values) in content.Headers.NonValidated)
        {
            Headers.TryAddWithoutValidation(name, values);
        }
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        await _content.CopyToAsync(new SentStream(stream, _watch), context, cancellationToken);
        _watch.SentAll();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _content.Headers.ContentLength ?? 0;
        return _content.Headers.ContentLength is not null;
    }
}
