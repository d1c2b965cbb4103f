using Fairlead.Releases;

namespace Fairlead.Site;

/// <summary>What a step of publishing did. Everything counted was read back.</summary>
/// <param name="Uploaded">Assets written.</param>
/// <param name="Switched">Entry points written.</param>
/// <param name="Unchanged">Objects that were there already.</param>
/// <param name="Bytes">Bytes written.</param>
public sealed record SiteSyncResult(int Uploaded, int Switched, int Unchanged, long Bytes)
{
    public Outcome Outcome => Uploaded + Switched == 0
        ? Outcome.Unchanged($"{Unchanged} objects are as they should be.")
        : Outcome.Succeeded($"{Uploaded} assets uploaded, {Switched} entry points switched, {Unchanged} unchanged, {Bytes} bytes.");

    public static SiteSyncResult operator +(SiteSyncResult left, SiteSyncResult right)
        => new(left.Uploaded + right.Uploaded, left.Switched + right.Switched, Math.Max(left.Unchanged, right.Unchanged), left.Bytes + right.Bytes);
}
