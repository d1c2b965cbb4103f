using System.Formats.Tar;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Fairlead.LocalCloud.CloudFront;
using Fairlead.LocalCloud.CloudFront.Configuration;
using Fairlead.LocalCloud.CloudFront.Edge;
using Fairlead.LocalCloud.Ecr;
using Fairlead.LocalCloud.Ecs;
using Fairlead.LocalCloud.Logs;
using Fairlead.LocalCloud.Protocol;
using Fairlead.LocalCloud.S3.Operations;
using Fairlead.LocalCloud.S3.Storage;
using Fairlead.LocalCloud.Stacks;
using Fairlead.Testing.Fuzzing;
using Microsoft.AspNetCore.Http;

namespace Fairlead.LocalCloud.Tests.Fuzz;

/// <summary>Parsers of the local cloud that need nothing of it.</summary>
internal static class ParserTargets
{
    private const string Digest = "sha256:1111111111111111111111111111111111111111111111111111111111111111";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "fuzz", "layers");

    public static IReadOnlyList<FuzzTarget> All
    => [
        FuzzTarget.Text("ByteRange", Range, "bytes=0-9", "bytes=5-", "bytes=-3", "bytes=0-0,2-3"),
        FuzzTarget.Text(
            "FilterPattern",
            x => FilterPattern.Parse(x).Matches("an error of a shop"),
            "error -debug \"a phrase\" ?x ?y").RefusesWith<AwsServiceException>(),
        FuzzTarget.Utf8("ManifestReferences", x => ManifestReferences.Parse(x, null), Manifest, Index).RefusesWith<FormatException>(),
        FuzzTarget.Text("PathPattern", Match, "/api/*\n/api/a", "*.js?\n/b.jsx"),
        FuzzTarget.Utf8("DistributionXml", Distribution, DistributionSeed).RefusesWith<AwsServiceException>() with { MemoryPerByte = 1024 },
        FuzzTarget.Utf8("DistributionXml with origin access", Distribution, SignedDistributionSeed).RefusesWith<AwsServiceException>() with
        {
            MemoryPerByte = 1024,
        },
        FuzzTarget.Utf8("BucketPolicy", Decide, PolicySeed, PolicySeedOfDenials).RefusesWith<AwsServiceException>() with { MemoryPerByte = 1024 },
        FuzzTarget.Utf8("SitePolicy", Grant, PolicySeed, """{"Statement":{"Sid":"ThisDistributionReads","Effect":"Allow"} }""") with { MemoryPerByte = 1024 },
        FuzzTarget.Bytes("LayerUnpacker", Unpack, Layer()).RefusesWith<InvalidDataException>().RefusesWith<IOException>(),
        FuzzTarget.File(
            "BucketJournal",
            "journal",
            x => BucketJournal.Load(x, _ => { }).Dispose(),
            Encoding.UTF8.GetString(Journal())).RefusesWith<JsonException>(),
    ];

    private static string Manifest => $$$"""
        {"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json","artifactType":"a",
         "config":{"mediaType":"application/vnd.oci.image.config.v1+json","digest":"{{{Digest}}}","size":2},
         "layers":[{"mediaType":"a","digest":"{{{Digest}}}","size":5,"urls":[]}],"subject":{"digest":"{{{Digest}}}"},"annotations":{"a":"b"} }
        """;

    private static string Index => $$$"""
        {"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[{"digest":"{{{Digest}}}","size":3,"platform":{"os":"linux"} }]}
        """;

    /// <summary>A distribution of a site.</summary>
    public const string DistributionSeed = """
        <DistributionConfig xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"><CallerReference>a</CallerReference>
        <Aliases><Quantity>1</Quantity><Items><CNAME>shop.example.com</CNAME></Items></Aliases><DefaultRootObject>index.html</DefaultRootObject>
        <Origins><Quantity>1</Quantity><Items><Origin><Id>site</Id><DomainName>shop-site.s3.amazonaws.com</DomainName><OriginPath/>
        <CustomHeaders><Quantity>1</Quantity><Items><OriginCustomHeader><HeaderName>X-A</HeaderName><HeaderValue>b</HeaderValue></OriginCustomHeader></Items>
        </CustomHeaders><S3OriginConfig><OriginAccessIdentity/></S3OriginConfig></Origin></Items></Origins>
        <DefaultCacheBehavior><TargetOriginId>site</TargetOriginId><ViewerProtocolPolicy>allow-all</ViewerProtocolPolicy><MinTTL>0</MinTTL>
        <ForwardedValues><QueryString>false</QueryString><Cookies><Forward>none</Forward></Cookies></ForwardedValues></DefaultCacheBehavior>
        <CustomErrorResponses><Quantity>1</Quantity><Items><CustomErrorResponse><ErrorCode>404</ErrorCode><ResponsePagePath>/404.html</ResponsePagePath>
        <ResponseCode>404</ResponseCode><ErrorCachingMinTTL>10</ErrorCachingMinTTL></CustomErrorResponse></Items></CustomErrorResponses>
        <Comment>c</Comment><Enabled>true</Enabled></DistributionConfig>
        """;

    private static string SignedDistributionSeed => DistributionSeed.Replace(
        "<S3OriginConfig><OriginAccessIdentity/></S3OriginConfig>",
        "<S3OriginConfig><OriginAccessIdentity>a</OriginAccessIdentity></S3OriginConfig><OriginAccessControlId>E1</OriginAccessControlId>");

    private const string PolicySeed = """
        {"Version":"2012-10-17","Statement":[{"Sid":"a","Effect":"Allow","Principal":{"Service":["cloudfront.amazonaws.com"],"AWS":"*"},"Action":["s3:Get*"],
         "Resource":"arn:aws:s3:::site/*","Condition":{"StringEquals":{"aws:SourceArn":"arn:a"},"NumericLessThan":{"s3:TlsVersion":1.2},
         "Null":{"aws:userid":true},"ArnLikeIfExists":{"aws:SourceArn":["arn:*","${aws:username}"]} } },
         {"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}] }
        """;

    private const string PolicySeedOfDenials = """
        {"Statement":{"Effect":"Deny","NotPrincipal":{"Service":"cloudfront.amazonaws.com"},"NotAction":"s3:Put*","NotResource":["arn:aws:s3:::other"],
         "Condition":{"Bool":{"aws:SecureTransport":"false"},"StringNotLike":{"aws:Referer":"a?"} } } }
        """;

    // Nobody is allowed what a statement denies to everybody, whatever the others say.
    private static void Decide(byte[] json)
    {
        var text = Encoding.UTF8.GetString(json);
        var policy = BucketPolicy.Parse(text);
        _ = policy.IsPublic;
        var document = JsonNode.Parse(text)!;
        var statements = document["Statement"] is JsonArray several ? several : new JsonArray(document["Statement"]!.DeepClone());
        statements.Add(JsonNode.Parse("""{"Effect":"Deny","Principal":"*","Action":"*","Resource":"*"}"""));
        var denying = BucketPolicy.Parse(new JsonObject { ["Statement"] = statements.DeepClone() }.ToJsonString());
        foreach (var by in new[] { Requester.Anybody, Requester.CloudFront("arn:a", "000000000000") })
        {
            foreach (var (action, resource) in new[] { ("s3:GetObject", "arn:aws:s3:::site/a"), ("s3:ListBucket", "arn:aws:s3:::site") })
            {
                policy.EffectOn(by, action, resource).ShouldBe(policy.EffectOn(by, action, resource));
                denying.EffectOn(by, action, resource).ShouldBe(PolicyEffect.Denies);
            }
        }
    }

    // Whatever was there, the distribution's statements are in it, once.
    private static void Grant(byte[] json)
    {
        var policy = SitePolicy.With(Encoding.UTF8.GetString(json), "site", "arn:a");
        SitePolicy.With(policy, "site", "arn:a").ShouldBe(policy);
        BucketPolicy.Parse(policy).EffectOn(Requester.CloudFront("arn:a", "0"), "s3:GetObject", "arn:aws:s3:::site/a").ShouldNotBe(PolicyEffect.None);
    }

    // What can be sent lies within the object.
    private static void Range(string header)
    {
        foreach (var size in new[] { 0L, 1, 10, long.MaxValue })
        {
            if (ByteRange.Parse(header, size, out var satisfiable) is { } range && satisfiable)
            {
                range.Start.ShouldBeInRange(0, size);
                range.Length.ShouldBeInRange(1, size - range.Start);
            }
        }
    }

    // As long as a distribution and a request line let them be.
    private static void Match(string patternAndPath)
    {
        var parts = patternAndPath.Split('\n', 2);
        var (pattern, path) = (Head(parts[0], PathPattern.Longest), Head(parts[^1], 8192));
        PathPattern.Matches(pattern, path);
        PathPattern.Matches("*", path).ShouldBeTrue();

        static string Head(string text, int length) => text[..Math.Min(length, text.Length)];
    }

    // What is read is written as what is read the same.
    private static void Distribution(byte[] xml)
    {
        var context = new DefaultHttpContext();
        context.Request.Body = new MemoryStream(xml);
        var root = CloudFrontXml.ReadAsync(context, "DistributionConfig").GetAwaiter().GetResult();
        var config = DistributionXml.Parse(root);
        DistributionXml.Complete(root);
        var written = DistributionXml.Write(config);
        DistributionXml.Write(DistributionXml.Parse(written)).ToString().ShouldBe(written.ToString());
    }

    private static void Unpack(byte[] layer)
    {
        var root = Directory.CreateDirectory(Path.Combine(Folder, "root")).FullName;
        try
        {
            new LayerUnpacker(root).ApplyAsync(new MemoryStream(layer), CancellationToken.None).GetAwaiter().GetResult();
            Directory.GetFileSystemEntries(Folder).ShouldBe([root]);
        }
        finally
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private static byte[] Layer()
    {
        using var stream = new MemoryStream();
        using (var writer = new TarWriter(stream, leaveOpen: true))
        {
            writer.WriteEntry(new PaxTarEntry(TarEntryType.Directory, "app/"));
            writer.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "app/a") { DataStream = new MemoryStream("content"u8.ToArray()) });
            writer.WriteEntry(new PaxTarEntry(TarEntryType.SymbolicLink, "app/b") { LinkName = "a" });
            writer.WriteEntry(new PaxTarEntry(TarEntryType.HardLink, "app/c") { LinkName = "app/a" });
            writer.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, "app/.wh.d"));
        }

        return stream.ToArray();
    }

    private static byte[] Journal()
    {
        using var directory = new TemporaryDirectory("fairlead-fuzz-");
        var path = Path.Combine(directory, "seed.journal");
        BucketJournal.Create(path, new JournalRecord { Configuration = new BucketConfiguration { Created = SomeRelease.Noon, Region = "us-east-1" } });
        return File.ReadAllBytes(path);
    }
}
