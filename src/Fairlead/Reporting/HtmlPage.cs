using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Fairlead.Secrets;

namespace Fairlead.Reporting;

/// <summary>
/// What the pages that are made here have in common: one file that loads nothing, runs no script and opens from disk, in light and dark, on a wide screen
/// and on a narrow one.
/// </summary>
internal static class HtmlPage
{
    /// <summary>Colours and type. Each pair of text and background has a contrast of at least 4.5 (https://www.w3.org/TR/WCAG22/#contrast-minimum).</summary>
    private const string Style = """
        :root {
          color-scheme: light dark;
          --paper: #fbfaf7; --card: #fff; --ink: #1f2328; --dim: #5d646d; --line: #e2ded6; --accent: #1b5e7d; --code: #f1eee7;
          --good: #1c7142; --warn: #8f5400; --bad: #b42318; --bar: #6b737c; --critical: #b3541e; --wait: #a3a9b0;
          font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --paper: #14171b; --card: #1b1f24; --ink: #e4e2dd; --dim: #9aa2ab; --line: #2e343b; --accent: #7cc0de; --code: #23282e;
            --good: #64c088; --warn: #e0a44c; --bad: #ff8a7d; --bar: #8b949e; --critical: #f0883e; --wait: #6e7681;
          }
        }
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
        body { margin: 0; background: var(--paper); color: var(--ink); }
        main { max-width: 64rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
        h1, h2, h3 { line-height: 1.2; font-weight: 650; text-wrap: balance; overflow-wrap: anywhere; }
        h1 { font: 650 2rem/1.15 Charter, "Bitstream Charter", "Sitka Text", Cambria, Georgia, serif; letter-spacing: -.01em; margin: 0 0 .5rem; }
        h2 { font-size: 1.2rem; margin: 2.5rem 0 .75rem; }
        h3 { font-size: .8rem; letter-spacing: .06em; text-transform: uppercase; color: var(--dim); margin: 1.5rem 0 .4rem; }
        p { margin: .4rem 0; overflow-wrap: anywhere; }
        a { color: var(--accent); text-underline-offset: .15em; }
        :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
        code, pre, .id { font-family: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, monospace; font-size: .875em; }
        code { background: var(--code); padding: .1em .35em; border-radius: 4px; overflow-wrap: anywhere; }
        pre { margin: .5rem 0; padding: .75rem 1rem; overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere; background: var(--code);
          border-radius: 6px; }
        pre.why { border-left: 3px solid var(--bad); }
        table { border-collapse: collapse; width: 100%; font-size: .925rem; }
        caption { text-align: left; color: var(--dim); padding-bottom: .4rem; }
        th, td { text-align: left; vertical-align: top; padding: .35rem 1rem .35rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
        thead th { color: var(--dim); font-weight: 500; }
        tbody th { font-weight: 500; }
        .number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; margin: .5rem 0; }
        dt { color: var(--dim); }
        dd { margin: 0; overflow-wrap: anywhere; min-width: 0; }
        ul { margin: .4rem 0; padding-left: 1.2rem; }
        .wide { overflow-x: auto; }
        .dim, .eyebrow { color: var(--dim); }
        .eyebrow { font-size: .9rem; margin: 0 0 .3rem; }
        .good { color: var(--good); } .warn { color: var(--warn); } .bad { color: var(--bad); }
        @media (max-width: 40rem) {
          main { padding-top: 1.25rem; }
          h1 { font-size: 1.6rem; }
          dl { grid-template-columns: 1fr; gap: 0; }
          dd { margin-bottom: .5rem; }
        }
        @media print { :root { --paper: #fff; --card: #fff; } main { max-width: none; padding: 0; } }
        """;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The page up to the start of its main part.</summary>
    /// <param name="html">What is written to.</param>
    /// <param name="title">Title, not encoded.</param>
    /// <param name="style">Rules of this page.</param>
    public static void Begin(StringBuilder html, string title, string style) => html.Append($"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>{Encode(title)}</title>
        <style>
        {Style}
        {style}
        </style>
        </head>
        <body>
        <main>

        """);

    /// <summary>The end of the page.</summary>
    public static void End(StringBuilder html) => html.Append("</main>\n</body>\n</html>\n");

    /// <summary>Text of others, in one line.</summary>
    public static string Encode(string text) => Encoder.Encode(ReportText.Visible(text));

    /// <summary>Text of others, in as many lines as it has.</summary>
    public static string EncodeLines(IEnumerable<string> lines)
        => string.Join(
            '\n',
            lines.SelectMany(x => x.ReplaceLineEndings("\n").Split('\n')).Select(x => Encode(x.Replace("\t", "    ", StringComparison.Ordinal))));

    /// <summary>The URL, encoded, where it is one that a reader may follow; else null, and it is to be shown as text.</summary>
    public static string? Href(string? url)
        => Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            ? Encode(UrlText.Of(uri))
            : null;

    /// <summary>A link where the URL is one that a reader may follow; else the text.</summary>
    public static string Link(string url, string? text = null)
        => Href(url) is { } href ? $"<a href=\"{href}\">{Encode(text ?? UrlText.Of(url))}</a>" : Encode(text ?? UrlText.Of(url));
}
