using System.Security.Cryptography;
using System.Text;
using Fairlead.Site;
using Fairlead.Site.Invalidation;

namespace Fairlead.Tests.Site;

public sealed class SitePlannerTests
{
    private readonly SiteContent _content = new([
        Html("index.html"),
        Html("about.html"),
        File("sw.js", entryPoint: true),
        File("assets/a-BkF3x_9Z.js"),
        File("assets/b-BkF3x_9Y.js")
    ]);

    [Fact]
    public void An_empty_bucket_gets_everything_with_the_root_page_last()
    {
        var plan = SitePlanner.Plan(_content, "r1", []);
        plan.Assets.Select(x => x.Path).ShouldBe(["assets/a-BkF3x_9Z.js", "assets/b-BkF3x_9Y.js"]);
        plan.EntryPoints.Select(x => x.Path).ShouldBe(["sw.js", "about.html", "index.html"]);
        plan.ToString().ShouldEndWith("2 to upload, 3 to switch, 0 unchanged");
    }

    [Fact]
    public void The_same_release_on_a_full_bucket_is_an_empty_plan()
    {
        var plan = SitePlanner.Plan(_content, "r1", Published("r1"));
        plan.IsEmpty.ShouldBeTrue();
        plan.Unchanged.ShouldBe(5);
        new SiteSyncResult(0, 0, plan.Unchanged, 0).Outcome.Kind.ShouldBe(Fairlead.Releases.OutcomeKind.Unchanged);
    }

    [Fact]
    public void Another_release_of_the_same_content_switches_only_the_pages()
    {
        var plan = SitePlanner.Plan(_content, "r2", Published("r1"));
        plan.Assets.ShouldBeEmpty();
        plan.EntryPoints.Select(x => x.Path).ShouldBe(["about.html", "index.html"]);
        Encoding.UTF8.GetString(plan.EntryPoints[1].Content!.Value.Span).ShouldContain("content=\"r2\"");
    }

    [Fact]
    public void An_object_with_another_size_or_etag_is_written_again_and_a_stranger_is_left_alone()
    {
        var remote = Published("r1")
            .Select(x => x.Key == "sw.js" ? x with { ETag = "d41d8cd98f00b204e9800998ecf8427e-3" } : x)
            .Append(new RemoteObject("old.js", "x", 1))
            .ToArray();
        var plan = SitePlanner.Plan(_content, "r1", remote);
        plan.EntryPoints.Select(x => x.Path).ShouldBe(["sw.js"]);
        plan.Unchanged.ShouldBe(4);
    }

    [Fact]
    public void The_root_is_forgotten_by_both_of_its_names()
        => InvalidationPlan.Of(_content.EntryPoints.Select(x => x.Path)).Paths.ShouldBe(["/", "/about.html", "/index.html", "/sw.js"]);

    [Fact]
    public void An_asset_that_was_written_over_another_is_forgotten_with_the_entry_points()
    {
        var remote = Published("r1")
            .Where(x => x.Key != "assets/b-BkF3x_9Y.js")
            .Select(x => x.Key == "assets/a-BkF3x_9Z.js" ? x with { ETag = "d41d8cd98f00b204e9800998ecf8427e" } : x)
            .ToArray();
        var plan = SitePlanner.Plan(_content, "r2", remote);

        plan.OverwrittenAssets.ShouldBe(["assets/a-BkF3x_9Z.js"]);
        InvalidationPlan.Of(plan.EntryPoints.Select(x => x.Path).Concat(plan.OverwrittenAssets)).Paths
            .ShouldBe(["/", "/about.html", "/assets/a-BkF3x_9Z.js", "/index.html"]);
    }

    [Fact]
    public void A_repair_makes_the_edge_forget_all_that_it_wrote_and_nothing_else()
    {
        var remote = Published("r1").Where(x => x.Key != "assets/b-BkF3x_9Y.js").Select(x => x.Key == "sw.js" ? x with { Size = 1 } : x).ToArray();

        InvalidationPlan.Of(SitePlanner.Plan(_content, "r1", remote).Paths).Paths.ShouldBe(["/assets/b-BkF3x_9Y.js", "/sw.js"]);
    }

    [Fact]
    public void Everything_is_one_path() => InvalidationPlan.Everything.Paths.ShouldBe(["/*"]);

    [Fact]
    public void Whatever_is_written_to_a_key_that_existed_is_in_the_list_of_what_was_overwritten()
    {
        var remote = Published("r1")
            .Where(x => x.Key is not ("about.html" or "assets/b-BkF3x_9Y.js"))
            .Select(x => x with { ETag = "d41d8cd98f00b204e9800998ecf8427e" })
            .ToArray();

        var plan = SitePlanner.Plan(_content, "r2", remote);

        plan.Paths.ShouldBe(["assets/a-BkF3x_9Z.js", "assets/b-BkF3x_9Y.js", "sw.js", "about.html", "index.html"]);
        plan.Overwritten.ShouldBe(["assets/a-BkF3x_9Z.js", "index.html", "sw.js"], ignoreOrder: true);
        plan.OverwrittenAssets.ShouldBe(["assets/a-BkF3x_9Z.js"]);
    }

    [Fact]
    public void A_key_with_characters_that_a_url_encodes_is_the_same_key_in_the_bucket_and_in_the_plan()
    {
        var content = new SiteContent([File("fonts/Größe 1+2.woff2", entryPoint: true), File("assets/a b-BkF3x_9Z.js")]);

        var plan = SitePlanner.Plan(content, "r1", [new RemoteObject("fonts/Größe 1+2.woff2", "x", 1), new RemoteObject("assets/a b-BkF3x_9Z.js", "x", 1)]);

        plan.Overwritten.ShouldBe(["assets/a b-BkF3x_9Z.js", "fonts/Größe 1+2.woff2"]);
        InvalidationPlan.Of(plan.Overwritten).Paths.ShouldBe(["/assets/a%20b-BkF3x_9Z.js", "/fonts/Gr%C3%B6%C3%9Fe%201*"]);
    }

    [Fact]
    public void An_object_whose_headers_alone_are_to_be_others_is_written_and_forgotten()
    {
        var recorded = _content.Files.ToDictionary(
            x => x.Path,
            x => new Fairlead.Releases.SiteFile(x.Sha256, x.ContentType, x.Path == "assets/a-BkF3x_9Z.js" ? "max-age=60" : x.CacheControl, x.IsEntryPoint));

        var plan = SitePlanner.Plan(_content, "r1", Published("r1"), recorded);

        plan.Paths.ShouldBe(["assets/a-BkF3x_9Z.js"]);
        plan.OverwrittenAssets.ShouldBe(["assets/a-BkF3x_9Z.js"]);
        SitePlanner.Plan(_content, "r1", Published("r1"), Recorded()).IsEmpty.ShouldBeTrue();
        SitePlanner.Plan(_content, "r1", Published("r1"), new Dictionary<string, Fairlead.Releases.SiteFile>()).IsEmpty.ShouldBeTrue();

        Dictionary<string, Fairlead.Releases.SiteFile> Recorded()
            => _content.Files.ToDictionary(x => x.Path, x => new Fairlead.Releases.SiteFile(x.Sha256, x.ContentType, x.CacheControl, x.IsEntryPoint));
    }

    private RemoteObject[] Published(string release)
        => [.. _content.Files.Select(x => SitePlanner.Publish(x, release)).Select(x => new RemoteObject(x.Path, x.Md5, x.Size))];

    private static SiteFile Html(string path)
    {
        var html = Encoding.UTF8.GetBytes($"<html><head><title>{path}</title></head></html>");
        return File(path, entryPoint: true) with { ContentType = "text/html; charset=utf-8", Size = html.Length, Html = html };
    }

    private static SiteFile File(string path, bool entryPoint = false) => new()
    {
        Path = path,
        SourcePath = "/nowhere/" + path,
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path))),
        Md5 = Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(path))),
        Size = path.Length,
        ContentType = "text/javascript; charset=utf-8",
        CacheControl = entryPoint ? "no-cache" : "immutable",
        IsEntryPoint = entryPoint,
    };
}
