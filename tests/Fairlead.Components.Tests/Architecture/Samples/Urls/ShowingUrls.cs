using System.Diagnostics;
using System.Text;
using Serilog;

namespace Fairlead.Components.Tests.Architecture.Samples.Urls;

/// <summary>Each of its methods shows a URL with all that it carries.</summary>
internal static class ShowingUrls
{
    private static string PublicUrl => "https://user:password@host/";

    public static string Interpolated(Uri url) => $"{url}";

    public static string InterpolatedWithFormat(Uri url) => $"{url,10} and more";

    public static string InterpolatedIntoBuilder(Uri url) => new StringBuilder().Append($"{url} and more").ToString();

    public static string Converted(Uri url) => url.ToString();

    public static string? ConvertedIfThere(Uri? url) => url?.ToString();

    public static Func<string> ConvertedInClosure(Uri url) => () => url.ToString();

    public static async Task<string> ConvertedLaterAsync(Task<Uri> asked) => (await asked).ToString();

    public static IEnumerable<string> ConvertedFromList(IReadOnlyList<Uri> all) => all.Select(x => x.ToString());

    public static string Chosen(Uri? first, Uri second) => (first ?? second).ToString();

    public static string Whole(Uri url) => url.AbsoluteUri;

    public static string AsItWasWritten(Uri url) => url.OriginalString;

    public static string Left(Uri url) => url.GetLeftPart(UriPartial.Authority);

    public static string Components(Uri url) => url.GetComponents(UriComponents.AbsoluteUri, UriFormat.UriEscaped);

    public static string QueryOf(Uri url) => "It asks " + url.Query;

    public static string Concatenated(Uri url) => "It asks " + url.ToString();

    public static string ConcatenatedAmongMany(Uri url, string a, string b) => a + " asks " + b + " at " + url;

    public static string JoinedAmongMany(Uri url, string a, string b) => string.Join(", ", a, b, url.AbsoluteUri);

    public static string JoinedAsArray(string publicUrl, string a) => string.Join(", ", new[] { publicUrl, a });

    public static void Traced(Activity span, string publicUrl) => span.SetTag("url", publicUrl);

    public static string ConcatenatedText(string baseUrl) => "It asks " + baseUrl;

    public static string InterpolatedText(string publicUrl, int count) => $"{publicUrl} {count}";

    public static string InterpolatedTextOfLocal(int count)
    {
        var place = PublicUrl;
        return $"{place} {count}";
    }

    public static string InterpolatedTextOfProperty(int count) => $"{PublicUrl} {count}";

    public static string Formatted(Uri url) => string.Format(null, "It asks {0}", url);

    public static string FormattedAmongMany(Uri url) => string.Format(null, "{0} {1} {2} {3}", 1, 2, 3, url);

    public static string Joined(IEnumerable<Uri> urls) => string.Join(", ", urls);

    public static string Appended(Uri url) => new StringBuilder().Append(url).ToString();

    public static void Logged(Uri url) => Log.Information("It asks {Url}", url);

    public static void LoggedText(string publicUrl) => Log.Information("It asks {Url}", publicUrl);

    public static void LoggedAmongMany(Uri url) => Log.Information("{A} {B} {C} {Url}", 1, 2, 3, url);

    public static Exception Thrown(string publicUrl) => new InvalidOperationException(publicUrl);
}
