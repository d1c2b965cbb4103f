using Nuke.Common.IO;

namespace Nuke.Components;

/// <summary>Where reports go.</summary>
public interface IHazReports : IHazArtifacts
{
    AbsolutePath ReportDirectory => ArtifactsDirectory / "reports";
}
