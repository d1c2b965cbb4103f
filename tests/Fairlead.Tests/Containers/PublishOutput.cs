using Fairlead.Containers;

namespace Fairlead.Tests.Containers;

/// <summary>A directory that looks like what <c>dotnet publish</c> writes, and room for layouts beside it.</summary>
public sealed class PublishOutput : IDisposable
{
    public PublishOutput()
    {
        Directory = Path.Combine(Root, "publish");
        Write("Shop.Api.dll", "MZ main assembly");
        Write("Shop.Core.dll", "MZ project assembly");
        Write("Npgsql.dll", "MZ package assembly");
        Write("Shop.Api.runtimeconfig.json", "{}");
        Write("appsettings.json", "{}");
        Write("Shop.Api.deps.json", """
            {
              "targets": { "net10.0": { "Shop.Core/1.0.0": { "runtime": { "Shop.Core.dll": {} } }, "Npgsql/10.0.0": { "runtime": { "lib/net10.0/Npgsql.dll": {} } } } },
              "libraries": { "Shop.Core/1.0.0": { "type": "project" }, "Npgsql/10.0.0": { "type": "package" } }
            }
            """);
        Write("runtimes/linux-x64/native/libe_sqlite3.so", "\u007fELF native");
        Write("runtimes/linux-musl-x64/native/libe_sqlite3.so", "\u007fELF native musl");
        Write("runtimes/linux-arm64/native/libe_sqlite3.so", "\u007fELF native arm");
        Write("runtimes/win-x64/native/e_sqlite3.dll", "MZ native");
        Write("run.sh", "#!/bin/sh\n");
    }

    public string Root { get; } = System.IO.Directory.CreateTempSubdirectory("fairlead-image-").FullName;

    public string Directory { get; }

    public ImageOptions Options => new()
    {
        ContentDirectory = Directory,
        Entrypoint = ["dotnet", "Shop.Api.dll"],
        Platform = ImagePlatform.LinuxAmd64,
        Environment = new Dictionary<string, string> { ["ASPNETCORE_URLS"] = "http://+:8080" },
        ExposedPorts = [8080],
        Created = DateTimeOffset.UnixEpoch,
    };

    public string Layout(string name = "layout") => Path.Combine(Root, name);

    public void Write(string path, string content)
    {
        var full = Path.Combine(Directory, path);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, content);
    }

    public void Dispose() => System.IO.Directory.Delete(Root, recursive: true);
}
