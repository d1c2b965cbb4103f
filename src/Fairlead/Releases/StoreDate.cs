using System.Globalization;
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

    // Requests begin and end on several threads, and nothing says that the client's event bears that.
    private static readonly Lock Listening = new();
    private readonly AmazonServiceClient? _client;
    private readonly AmazonWebServiceRequest _request;

    public StoreDate(IAmazonS3 s3, AmazonWebServiceRequest request)
    {
        (_client, _request) = (s3 as AmazonServiceClient, request);
        if (_client is not null)
        {
            lock (Listening)
            {
                _client.AfterResponseEvent += Read;
            }
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

    public void Dispose()
    {
        if (_client is not null)
        {
            lock (Listening)
            {
                _client.AfterResponseEvent -= Read;
            }
        }
    }

    // Other requests of the same client end meanwhile, too.
    private void Read(object sender, ResponseEventArgs e)
    {
        if (e is WebServiceResponseEventArgs answer && ReferenceEquals(answer.Request, _request)
            && answer.ResponseHeaders?.TryGetValue(Header, out var text) == true)
        {
            Value = Parse(text);
        }
    }

    private static DateTimeOffset? Parse(string? text)
        => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;
}
