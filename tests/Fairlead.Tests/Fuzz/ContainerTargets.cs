using System.Net;
using System.Text;
using Fairlead.Containers;
using Fairlead.Containers.Registry;
using Fairlead.Deployments.Steps;
using Fairlead.Testing.Fuzzing;

namespace Fairlead.Tests.Fuzz;

/// <summary>Images on this machine, and what registries answer.</summary>
internal static class ContainerTargets
{
    private static readonly byte[] Layer = "layer"u8.ToArray();

    private static readonly RepositoryReference Repository = new("registry.example.com", "shop");

    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "fuzz", "layout");

    private static readonly byte[] Configuration = Encoding.UTF8.GetBytes("""
        {"architecture":"amd64","os":"linux","config":{"User":"app","ExposedPorts":{"8080/tcp":{}},"Env":["A=b"]},
         "rootfs":{"type":"layers","diff_ids":["sha256:1"]},"history":[{"created":"2026-11-21T12:00:00Z","created_by":"a"}]}
        """);

    private static readonly byte[] Manifest = ManifestOf(Configuration);

    public static IReadOnlyList<FuzzTarget> All
    => [
        FuzzTarget.Bytes("OciLayout's index", x => Open(x, Manifest, Configuration), IndexOf(Manifest)).RefusesWith<FairleadException>(),
        FuzzTarget.Bytes("OciLayout's manifest", x => Open(IndexOf(x), x, Configuration), Manifest).RefusesWith<FairleadException>(),
        FuzzTarget.Bytes("OciLayout's configuration", x => Open(IndexOf(ManifestOf(x)), ManifestOf(x), x), Configuration).RefusesWith<FairleadException>(),
        FuzzTarget.Text("EcrToken", x => EcrToken.Read(x), Convert.ToBase64String("AWS:secret"u8)).RefusesWith<FairleadException>(),
        FuzzTarget.Text(
            "RepositoryReference",
            x =>
            {
                var reference = RepositoryReference.Parse(x);
                RepositoryReference.Parse(reference.ToString()).ShouldBe(reference);
                reference.BaseAddress.IsAbsoluteUri.ShouldBeTrue();
            },
            "123456789012.dkr.ecr.eu-central-1.amazonaws.com/shop",
            "localhost:5000/a/b-c",
            "[::1]:5000/a").RefusesWith<FairleadException>(),
        FuzzTarget.Text("ImagePlatform", x => ImagePlatform.Parse(x).ToString().ShouldBe(x), "linux/amd64").RefusesWith<FairleadException>(),
        FuzzTarget.Utf8(
            "A registry's refusal",
            x => Ask(_ => Response(HttpStatusCode.BadRequest, x)),
            """{"errors":[{"code":"TAG_INVALID","message":"The image tag 'x' already exists","detail":{}}]}""").RefusesWith<FairleadException>() with
        {
            RefusesAll = true,
        },
        FuzzTarget.Text(
            "A registry's challenge",
            x => AskWithChallenge(x, "{\"token\":\"abc\"}"u8.ToArray()),
            "Bearer realm=\"https://auth.example.com/token\",service=\"registry.example.com\",scope=\"repository:shop:pull,push\"",
            "Basic realm=\"https://registry.example.com/\"").RefusesWith<FairleadException>(),
        FuzzTarget.Utf8(
            "A token server's answer",
            x => AskWithChallenge("Bearer realm=\"https://auth.example.com/token\"", x),
            """{"token":"abc","expires_in":300,"issued_at":"2026-11-21T12:00:00Z"}""",
            """{"access_token":"abc"}""").RefusesWith<FairleadException>(),
    ];

    private static byte[] ManifestOf(byte[] configuration) => Encoding.UTF8.GetBytes(
        $$"""
        {"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json",
         "config":{"mediaType":"application/vnd.oci.image.config.v1+json","digest":"{{OciDigest.Of(configuration)}}","size":{{configuration.Length}} },
         "layers":[{"mediaType":"application/vnd.oci.image.layer.v1.tar+gzip","digest":"{{OciDigest.Of(Layer)}}","size":{{Layer.Length}} }]}
        """);

    private static byte[] IndexOf(byte[] manifest) => Encoding.UTF8.GetBytes(
        $$"""
        {"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json",
         "manifests":[{"mediaType":"application/vnd.oci.image.manifest.v1+json","digest":"{{OciDigest.Of(manifest)}}","size":{{manifest.Length}},
         "platform":{"architecture":"amd64","os":"linux"} }]}
        """);

    /// <summary>Opens the only image of a layout with this index and these blobs.</summary>
    private static void Open(byte[] index, params byte[][] blobs)
    {
        Directory.CreateDirectory(Path.Combine(Root, "blobs", "sha256"));
        File.WriteAllText(Path.Combine(Root, "oci-layout"), """{"imageLayoutVersion":"1.0.0"}""");
        File.WriteAllBytes(Path.Combine(Root, "index.json"), index);
        string[] files = [.. blobs.Append(Layer).Select(Write)];
        try
        {
            var image = OciLayout.OpenAsync(Root).GetAwaiter().GetResult();
            image.ContentTag.ShouldStartWith("sha-");
            image.ReadArchitectureAsync(CancellationToken.None).GetAwaiter().GetResult();
        }
        finally
        {
            Array.ForEach(files, File.Delete);
        }
    }

    private static string Write(byte[] blob)
    {
        var path = OciLayout.BlobPath(Root, OciDigest.Of(blob));
        File.WriteAllBytes(path, blob);
        return path;
    }

    // With a token the registry is content.
    private static void AskWithChallenge(string challenge, byte[] answer) => Ask(request =>
    {
        if (request.RequestUri!.Host != Repository.Registry)
        {
            return Response(HttpStatusCode.OK, answer);
        }

        if (request.Headers.Authorization is not null)
        {
            return Response(HttpStatusCode.OK, "{}"u8.ToArray());
        }

        var refusal = Response(HttpStatusCode.Unauthorized, "{}"u8.ToArray());
        refusal.Headers.TryAddWithoutValidation("WWW-Authenticate", challenge);
        return refusal;
    });

    private static void Ask(Func<HttpRequestMessage, HttpResponseMessage> answer)
    {
        using var client = new RegistryClient(
            Repository, new RegistryCredentials("mira", "password"), new AnsweringHandler(answer), retry: new RegistryRetry { Attempts = 1 });
        client.ManifestAsync("latest", CancellationToken.None).GetAwaiter().GetResult();
    }

    private static HttpResponseMessage Response(HttpStatusCode status, byte[] content) => new(status) { Content = new ByteArrayContent(content) };
}
