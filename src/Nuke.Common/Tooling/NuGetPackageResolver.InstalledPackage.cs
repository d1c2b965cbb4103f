using NuGet.Versioning;
using Nuke.Common.IO;

namespace Nuke.Common.Tooling;

public static partial class NuGetPackageResolver
{
    /// <summary>A package in the directory where restoring puts them.</summary>
    public class InstalledPackage
    {
        private InstalledPackage(AbsolutePath file, string id, NuGetVersion version)
        {
            File = file;
            Id = id;
            Version = version;
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
                .Select(x => (File: x, Name: Path.GetFileNameWithoutExtension(x)))
                .Where(x => NuGetVersion.TryParse(x.Name[(id.Length + 1)..], out _))
                .Select(x => new InstalledPackage(x.File, x.Name[..id.Length], NuGetVersion.Parse(x.Name[(id.Length + 1)..])));
        }
    }
}
