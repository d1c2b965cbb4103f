namespace Nuke.Common.Planning;

/// <summary>
/// Routes the lines between two layers of a drawing so that each can be followed: down from a target, along one row, down to the targets
/// that wait for it.
/// </summary>
internal static class LineRouter
{
    /// <returns>The tracks with their rows; null when no order of rows keeps the lines apart.</returns>
    public static IReadOnlyList<LineTrack>? Route(IReadOnlyList<LayoutItem> upper)
    {
        var tracks = Tracks(upper);
        return AssignRows(tracks) ? tracks : null;
    }

    /// <summary>
    /// One track for all sources that lead to the same targets. A target that several such groups lead to stays with one of them and is
    /// split off from the others, so that a line which joins another one leads to nothing but the target that both lead to.
    /// </summary>
    private static List<LineTrack> Tracks(IReadOnlyList<LayoutItem> upper)
    {
        var groups = upper.Where(x => x.Below.Count > 0)
            .GroupBy(x => string.Join(' ', x.Below.Select(y => y.Place).Order()))
            .Select(x => (Sources: x.ToList(), Targets: x.First().Below))
            .OrderByDescending(x => x.Targets.Count)
            .ToList();

        // A line that comes straight down cannot be joined above the target by one that turns off elsewhere: it is the one to be joined.
        var owners = groups.SelectMany(x => x.Targets).Distinct().ToDictionary(
            target => target,
            target => groups.Where(x => x.Targets.Contains(target)).OrderByDescending(x => x.Sources.Any(y => y.Column == target.Column)).First().Sources);
        var tracks = new List<LineTrack>();
        foreach (var (sources, targets) in groups)
        {
            if (targets.Where(x => owners[x] == sources).ToList() is { Count: > 0 } own)
            {
                tracks.Add(new LineTrack(sources, own));
            }

            tracks.AddRange(targets.Where(x => owners[x] != sources).Select(x => new LineTrack(sources, [x]) { Joins = true }));
        }

        foreach (var track in tracks.Where(x => x.Joins))
        {
            track.Below.Add(tracks.First(x => x.Sources == owners[track.Targets[0]] && x.Targets.Contains(track.Targets[0])));
        }

        foreach (var track in tracks)
        {
            // In one column, the lines that leave a source come before those that lead to another one's target.
            foreach (var other in tracks.Where(x => x.Sources != track.Sources))
            {
                if (track.Targets.Any(x => !other.Targets.Contains(x) && other.Sources.Any(y => y.Column == x.Column)))
                {
                    track.Below.Add(other);
                }
            }
        }

        return tracks;
    }

    private static bool AssignRows(List<LineTrack> tracks)
    {
        var open = new List<LineTrack>(tracks.OrderBy(x => x.Right - x.Left));
        var placed = new List<LineTrack>();
        while (open.Count > 0)
        {
            if (open.Find(x => x.Below.TrueForAll(placed.Contains)) is not { } next)
            {
                return false;
            }

            open.Remove(next);
            if (next.IsStraight)
            {
                next.Row = -1;
            }
            else
            {
                next.Row = next.Below.Select(x => x.Row + 1).DefaultIfEmpty(0).Max();
                while (placed.Exists(x => x.Row == next.Row && x.Left <= next.Right && next.Left <= x.Right))
                {
                    next.Row++;
                }
            }

            placed.Add(next);
        }

        return true;
    }
}
