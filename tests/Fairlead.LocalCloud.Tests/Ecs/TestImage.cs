using System.Formats.Tar;
using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Ecr;

namespace Fairlead.LocalCloud.Tests.Ecs;

/// <summary>A one-layer image made in the test, and how it gets into the registry.</summary>
internal sealed class TestImage
{
    private TestImage(byte[] layer, byte[] config, byte[] manifest) => (Layer, Config, Manifest) = (layer, config, manifest);

    public byte[] Layer { get; }

    public byte[] Config { get; }

    public byte[] Manifest { get; }

    public static TestImage Create(string[] entrypoint, params (string Path, string Content)[] files)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Fastest, leaveOpen: true))
        using (var tar = new TarWriter(gzip))
        {
            foreach (var (path, content) in files)
            {
                tar.WriteEntry(new PaxTarEntry(
                    TarEntryType.RegularFile,
                    path)
                { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(content)), Mode = (UnixFileMode)0x1ED });
            }
        }

        var layer = buffer.ToArray();
        var config = Bytes(new JsonObject
        {
            ["architecture"] = "amd64",
            ["os"] = "linux",
            ["config"] = new JsonObject
            {
                ["Entrypoint"] = new JsonArray([.. entrypoint.Select(x => (JsonNode)x)]),
                ["WorkingDir"] = "/app",
                ["Env"] = new JsonArray("GREETING=hello")
            },
            ["rootfs"] = new JsonObject { ["type"] = "layers", ["diff_ids"] = new JsonArray(Digest.Of(layer)) },
        });
        var manifest = Bytes(new JsonObject
        {
            ["schemaVersion"] = 2,
            ["mediaType"] = "application/vnd.oci.image.manifest.v1+json",
            ["config"] = Descriptor("application/vnd.oci.image.config.v1+json", config),
            ["layers"] = new JsonArray(Descriptor("application/vnd.oci.image.layer.v1.tar+gzip", layer)),
        });
        return new TestImage(layer, config, manifest);
    }

    public async Task<string> PushAsync(HttpClient registry, string repository, string tag)
    {
        foreach (var blob in new[] { Layer, Config })
        {
            (await registry.PostAsync($"/v2/{repository}/blobs/uploads/?digest={Digest.Of(blob)}", new ByteArrayContent(blob))).EnsureSuccessStatusCode();
        }

        (await registry.PutAsync($"/v2/{repository}/manifests/{tag}", ManifestContent())).EnsureSuccessStatusCode();
        return Digest.Of(Manifest);
    }

    public ByteArrayContent ManifestContent()
        => new(Manifest) { Headers = { ContentType = new MediaTypeHeaderValue("application/vnd.oci.image.manifest.v1+json") } };

    private static JsonObject Descriptor(string mediaType, byte[] content)
        => new() { ["mediaType"] = mediaType, ["digest"] = Digest.Of(content), ["size"] = content.Length };

    private static byte[] Bytes(JsonNode node) => Encoding.UTF8.GetBytes(node.ToJsonString());
}
