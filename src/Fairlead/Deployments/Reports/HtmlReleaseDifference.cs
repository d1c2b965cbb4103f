using System.Text;
using Fairlead.Releases;
using Fairlead.Reporting;

namespace Fairlead.Deployments.Reports;

/// <summary>What a release changed, as a part of a page.</summary>
internal static class HtmlReleaseDifference
{
    /// <param name="html">What is written to.</param>
    /// <param name="entry">The release.</param>
    /// <param name="known">The releases that the page has, so that only to those there are links.</param>
    /// <param name="paths">How many files of each kind and site are named, and how many commits.</param>
    /// <param name="isInFull">Whether the commits are named, and not only counted.</param>
    public static void Write(StringBuilder html, ReleaseHistoryEntry entry, HashSet<ReleaseId> known, int paths, bool isInFull)
    {
        var changes = entry.Changes;
        html.Append($"<h3>{(entry.IsSuccess ? "What changed" : "What it was to change")}</h3>\n");
        if (entry.SameContentAs is { } same)
        {
            html.Append($"<p>It is the content of {Link(same, known)} again.</p>\n");
        }

        html.Append(changes.Previous is { } previous ? $"<p class=\"dim\">Against {Link(previous, known)}.</p>\n"
            : entry.Manifest.PreviousRelease is { } lost
                ? $"<p class=\"dim\">The record of the release before, {lost}, is not there: everything counts as new.</p>\n"
            : "<p class=\"dim\">No release was current before.</p>\n");
        var rows = new StringBuilder();
        Value(rows, "Commit", changes.Commit, isWhole: true);
        if (changes.Commits is { } commits)
        {
            Commits(rows, commits, isInFull ? paths : 0);
        }

        foreach (var service in changes.Services)
        {
            Service(rows, service);
        }

        foreach (var site in changes.Sites.Where(x => x.Change != PartChange.Unchanged))
        {
            Site(rows, site, paths);
        }

        Value(rows, "Infrastructure", changes.Infrastructure);
        Value(rows, "State", changes.TerraformState);
        Value(rows, "Configuration", changes.Configuration);
        if (rows.Length == 0)
        {
            html.Append("<p>Nothing.</p>\n");
        }
        else
        {
            html.Append("<dl>\n").Append(rows).Append("</dl>\n");
        }
    }

    private static void Service(StringBuilder html, ServiceDifference service)
    {
        if (service.Change is PartChange.Added or PartChange.Removed)
        {
            Row(html, service.Name, service.Change == PartChange.Added ? "new service" : "service removed");
        }

        if (service.Change == PartChange.Removed)
        {
            return;
        }

        Value(html, $"{service.Name} image", service.Image);
        if (service.Layers is { } layers)
        {
            Row(html, $"{service.Name} layers", layers.ToString());
        }

        Value(html, $"{service.Name} runs", service.Revision);
        if (ReleaseDifference.Migrated(service) is { } migrated)
        {
            Row(html, $"{service.Name} schema", migrated);
        }
        else if (service.Migration is { } migration)
        {
            Row(html, $"{service.Name} schema", migration.Outcome is null ? "no migration ran" : "no migration was needed");
        }
    }

    private static void Commits(StringBuilder html, ReleasedCommits commits, int most)
    {
        if (ReleaseDifference.Counted(commits) is not { Length: > 0 } counted)
        {
            return;
        }

        if (most == 0)
        {
            Row(html, "Commits", counted);
            return;
        }

        html.Append($"<dt>Commits</dt><dd>{counted}\n<ul class=\"paths\">\n");
        Subjects("add", commits.Added);
        Subjects("del", commits.Dropped);
        html.Append("</ul></dd>\n");

        void Subjects(string tone, IReadOnlyList<ReleasedCommit> some)
        {
            foreach (var commit in some.Take(most))
            {
                html.Append($"<li class=\"{tone}\"><code title=\"{Encode(commit.Commit)}\">{Encode(ReleaseDifference.Short(commit.Commit))}</code> "
                    + $"{Encode(ReportText.Cut(commit.Subject, 100))}</li>\n");
            }

            if (some.Count > most)
            {
                html.Append($"<li class=\"{tone} dim\">… and {ReportText.Count(some.Count - most, "more", "more")}</li>\n");
            }
        }
    }

    private static void Site(StringBuilder html, SiteDifference site, int most)
    {
        var word = site.Change switch
        {
            PartChange.Added => "new site, ",
            PartChange.Removed => "site removed, ",
            _ => "",
        };
        html.Append($"<dt>{Encode(site.Name)}</dt><dd>{word}{ReleaseDifference.Files(site)}\n<ul class=\"paths\">\n");
        Paths(html, "add", site.Added, most);
        Paths(html, "chg", site.Changed, most);
        Paths(html, "del", site.Removed, most);
        html.Append("</ul></dd>\n");
    }

    private static void Paths(StringBuilder html, string tone, IReadOnlyList<string> paths, int most)
    {
        for (var i = 0; i < Math.Min(paths.Count, most); i++)
        {
            html.Append($"<li class=\"{tone}\">{Encode(ReportText.Cut(paths[i], 120))}</li>\n");
        }

        if (paths.Count > most)
        {
            html.Append($"<li class=\"{tone} dim\">… and {ReportText.Count(paths.Count - most, "more", "more")}</li>\n");
        }
    }

    private static void Value(StringBuilder html, string name, ValueChange? change, bool isWhole = false)
    {
        if (change is null)
        {
            return;
        }

        // What it was before is told in full where it was new.
        var before = change.Before is { } was ? $"<span class=\"dim\">, before <code>{Encode(ReleaseDifference.Short(was))}</code></span>" : "";
        html.Append($"<dt>{Encode(name)}</dt><dd>{(change.After is { } value ? Code(value) : "none")}{before}</dd>\n");

        string Code(string text)
        {
            var shown = isWhole ? ReportText.Cut(text, 60) : ReleaseDifference.Short(text);
            return shown == text ? $"<code>{Encode(text)}</code>" : $"<code title=\"{Encode(text)}\">{Encode(shown)}</code>";
        }
    }

    private static void Row(StringBuilder html, string name, string value) => html.Append($"<dt>{Encode(name)}</dt><dd>{Encode(value)}</dd>\n");

    private static string Link(ReleaseId release, HashSet<ReleaseId> known)
        => known.Contains(release) ? $"<a class=\"id\" href=\"#{release}\">{release}</a>" : $"<span class=\"id\">{release}</span>";

    private static string Encode(string text) => HtmlPage.Encode(text);
}
