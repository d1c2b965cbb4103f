using System.Text;
using Fairlead.Secrets;

namespace Fairlead.Releases;

/// <summary>Where a release went.</summary>
/// <param name="Stack">Name of the stack.</param>
/// <param name="Region">AWS region.</param>
/// <param name="Account">AWS account, twelve digits.</param>
/// <param name="PublicUrl">URL of the application, without a slash at the end; null where it has none.</param>
public sealed record ReleasePlace(string Stack, string Region, string Account, string? PublicUrl)
{
    private bool PrintMembers(StringBuilder builder) => RecordText.AppendMembers(builder, this);
}
