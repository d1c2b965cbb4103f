using NuGet.Versioning;
using Nuke.Common.IO;

namespace Nuke.Common.Tooling;

public static partial class NuGetPackageResolver
{
    /// <summary>A package in the directory where restoring puts them.</summary>
    public class InstalledPackage
    {
        /// <param name="file">A nupkg; its name says id and version.</param>
        public InstalledPackage(AbsolutePath file)
        {
            File = file;
            (Id, Version) = Parse(file.NameWithoutExtension);
        }

        /// <summary>The nupkg.</summary>
        public AbsolutePath File { get; }

        public AbsolutePath Directory => File.Parent;
        public string Id { get; }
        public NuGetVersion Version { get; }

        public override string ToString() => $"{Id}.{Version.ToFullString()}";

        // packages/serilog/3.1.1/serilog.3.1.1.nupkg; in the directory of a packages.config packages/Serilog.3.1.1/Serilog.3.1.1.nupkg
        internal static IEnumerable<InstalledPackage> In(AbsolutePath directory, string id)
        {
            var options = new EnumerationOptions { MatchCasing = MatchCasing.CaseInsensitive };
            var nested = System.IO.Directory.GetDirectories(directory, id, options).SelectMany(x => System.IO.Directory.GetDirectories(x));
            return System.IO.Directory.GetDirectories(directory, $"{id}.*", options).Concat(nested)
                .SelectMany(x => System.IO.Directory.GetFiles(x, $"{id}.*.nupkg", options))
                .Where(x => NuGetVersion.TryParse(Path.GetFileNameWithoutExtension(x)[(id.Length + 1)..], out _))
                .Select(x => new InstalledPackage(x));
        }

        // Microsoft.Extensions.Http.10.0.1-rc.2: the version begins at the first part that makes the rest one.
        private static (string Id, NuGetVersion Version) Parse(string name)
        {
            for (var dot = name.IndexOf('.'); dot > 0; dot = name.IndexOf('.', dot + 1))
            {
                if (NuGetVersion.TryParse(name[(dot + 1)..], out var version))
                {
                    return (name[..dot], version);
                }
            }

            throw new ArgumentException($"'{name}' does not end with a version, as the name of a package does.");
        }
    }
}
