using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.S3;

namespace Fairlead.Releases;

/// <summary>
/// Reads the <c>Date</c> header of the answer to one request. Every server that has a clock must send it (RFC 9110, 6.6.1), with refusals, too. The SDK
/// keeps it out of its responses, and shows it to whoever listens to the client.
/// </summary>
internal sealed class StoreDate : IDisposable
{
    private const string Header = "Date";
    private static readonly ConditionalWeakTable<AmazonServiceClient, Listener> Listeners = [];
    private readonly Listener? _listener;
    private readonly AmazonWebServiceRequest _request;

    public StoreDate(IAmazonS3 s3, AmazonWebServiceRequest request)
    {
        _request = request;
        if (s3 is AmazonServiceClient client)
        {
            // Nothing says that the client's event bears two listeners that come at the same time.
            lock (Listeners)
            {
                _listener = Listeners.GetValue(client, x => new Listener(x));
            }

            _listener.Await(request, this);
        }
    }

    /// <summary>To the second; null while there was no answer.</summary>
    public DateTimeOffset? Value { get; private set; }

    /// <summary>Takes the date of a refusal.</summary>
    public void Read(Exception refusal)
    {
        if (refusal.InnerException is HttpErrorResponseException { Response: { } response })
        {
            Value = Parse(response.GetHeaderValue(Header));
        }
    }

    public void Dispose() => _listener?.Forget(_request);

    private static DateTimeOffset? Parse(string? text)
        => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;

    /// <summary>Hears the answers to all requests of a client, for as long as the client lives. The SDK looks whether anybody listens and then tells; were the
    /// last listener to leave in between, the answer to somebody else's request would be lost with a null reference.</summary>
    private sealed class Listener
    {
        private readonly ConcurrentDictionary<AmazonWebServiceRequest, StoreDate> _awaited = new(ReferenceEqualityComparer.Instance);

        public Listener(AmazonServiceClient client) => client.AfterResponseEvent += Read;

        public void Await(AmazonWebServiceRequest request, StoreDate date) => _awaited[request] = date;

        public void Forget(AmazonWebServiceRequest request) => _awaited.TryRemove(request, out _);

        private void Read(object sender, ResponseEventArgs e)
        {
            if (e is WebServiceResponseEventArgs answer && answer.Request is { } request && _awaited.TryGetValue(request, out var date)
                && answer.ResponseHeaders?.TryGetValue(Header, out var text) == true)
            {
                date.Value = Parse(text);
            }
        }
    }
}
