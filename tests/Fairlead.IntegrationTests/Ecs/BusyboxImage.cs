using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Fairlead.IntegrationTests.Ecs;

/// <summary>
/// An image of one layer that needs nothing from outside: the machine's static busybox and a shell script that it runs. The same script runs
/// as a host process: there the shell is the machine's, and the port is that of <c>PORT</c>.
/// </summary>
public static class BusyboxImage
{
    /// <summary>Serves until SIGTERM what lies in <c>www</c>; says which release it is at <c>/api/release</c>.</summary>
    public const string WebServer = "mkdir -p www/api; echo \"$RELEASE_ID\" > www/api/release; echo serving; /bin/busybox httpd -f -p "
        + "${HOST:-0.0.0.0}:${PORT:-8080} -h www & trap 'kill $!' TERM; wait $!";

    /// <summary>The health check that <see cref="WebServer"/> answers, as the script says.</summary>
    public const string HealthPath = "/cgi-bin/health";

    /// <param name="directory">Where the OCI layout goes; made here.</param>
    /// <param name="script">What the container does.</param>
    /// <param name="health">What the health check's script prints.</param>
    public static string Write(string directory, string script, string health = "Status: 200 OK\\r\\n\\r\\nwell\\n")
    {
        var layer = Layer(script, health);
        var blobs = Directory.CreateDirectory(Path.Combine(directory, "blobs", "sha256")).FullName;
        var config = Json(new JsonObject
        {
            ["architecture"] = System.Runtime.InteropServices.RuntimeInformation.OSArchitecture == System.Runtime.InteropServices.Architecture.Arm64
                ? "arm64"
                : "amd64",
            ["os"] = "linux",
            ["config"] = new JsonObject { ["Entrypoint"] = new JsonArray("/app/run.sh"), ["WorkingDir"] = "/app", ["Env"] = new JsonArray("GREETING=hello") },
            ["rootfs"] = new JsonObject { ["type"] = "layers", ["diff_ids"] = new JsonArray(Digest(layer)) },
        });
        var compressed = Compressed(layer);
        var manifest = Json(new JsonObject
        {
            ["schemaVersion"] = 2,
            ["mediaType"] = "application/vnd.oci.image.manifest.v1+json",
            ["config"] = Descriptor("application/vnd.oci.image.config.v1+json", config),
            ["layers"] = new JsonArray(Descriptor("application/vnd.oci.image.layer.v1.tar+gzip", compressed)),
        });
        foreach (var blob in new[] { config, compressed, manifest })
        {
            File.WriteAllBytes(Path.Combine(blobs, Digest(blob)["sha256:".Length..]), blob);
        }

        File.WriteAllText(Path.Combine(directory, "oci-layout"), """{"imageLayoutVersion":"1.0.0"}""");
        File.WriteAllBytes(Path.Combine(directory, "index.json"), Json(new JsonObject
        {
            ["schemaVersion"] = 2,
            ["mediaType"] = "application/vnd.oci.image.index.v1+json",
            ["manifests"] = new JsonArray(Descriptor("application/vnd.oci.image.manifest.v1+json", manifest)),
        }));
        return directory;
    }

    private static byte[] Layer(string script, string health)
    {
        using var buffer = new MemoryStream();
        using (var tar = new TarWriter(buffer, leaveOpen: true))
        {
            Add(tar, "bin/busybox", File.ReadAllBytes(new[] { "/bin/busybox", "/usr/bin/busybox" }.First(File.Exists)));
            Add(tar, "app/run.sh", Encoding.UTF8.GetBytes($"#!/bin/busybox sh\n{script}\n"));
            Add(tar, "app/www/cgi-bin/health", Encoding.UTF8.GetBytes($"#!/bin/busybox sh\nprintf '{health}'\n"));
        }

        return buffer.ToArray();
    }

    private static void Add(TarWriter tar, string path, byte[] content)
        => tar.WriteEntry(new PaxTarEntry(
            TarEntryType.RegularFile,
            path)
        { DataStream = new MemoryStream(content), Mode = (UnixFileMode)0x1ED, ModificationTime = DateTimeOffset.UnixEpoch });

    private static byte[] Compressed(byte[] content)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Fastest))
        {
            gzip.Write(content);
        }

        return buffer.ToArray();
    }

    private static JsonObject Descriptor(string mediaType, byte[] content)
        => new() { ["mediaType"] = mediaType, ["digest"] = Digest(content), ["size"] = content.Length };

    private static string Digest(byte[] content) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(content))}";

    private static byte[] Json(JsonNode node) => Encoding.UTF8.GetBytes(node.ToJsonString());
}
