using System.Text;

namespace Fairlead.Http;

/// <summary>Reads an answer that may be anything.</summary>
public static class HttpContentExtensions
{
    /// <summary>The body as text: in the encoding that the answer names, and as UTF-8 where it names none or one that does not exist.
    /// (ReadAsStringAsync throws an InvalidOperationException then.)</summary>
    public static async Task<string> ReadTextAsync(this HttpContent content, CancellationToken cancellationToken = default)
    {
        var bytes = await content.ReadAsByteArrayAsync(cancellationToken);
        using var reader = new StreamReader(new MemoryStream(bytes), EncodingOf(content), detectEncodingFromByteOrderMarks: true);
        return await reader.ReadToEndAsync(cancellationToken);
    }

    private static Encoding EncodingOf(HttpContent content)
    {
        try
        {
            return content.Headers.ContentType?.CharSet is { Length: > 0 } name ? Encoding.GetEncoding(name.Trim('"')) : Encoding.UTF8;
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8;
        }
    }
}
