namespace Fairlead.Components.Tests.Architecture;

/// <summary>Which folder of a project may use which, as data.</summary>
/// <param name="Project">The project's folder in the repository: <c>src/Fairlead</c>.</param>
/// <param name="MayUse">
/// A row for each folder: what its types may use besides their own folder; <see cref="All"/> for everything. A folder without a row belongs to the
/// row of the folder around it; the empty name is the project's own folder and has no folders below it.
/// </param>
internal sealed record FolderRules(string Project, IReadOnlyDictionary<string, string[]> MayUse)
{
    /// <summary>Everything that the project has.</summary>
    public const string All = "*";

    /// <summary>Arrows that are there and should not be: from, to. One that is no longer there is an offence too, so that it leaves the list.</summary>
    public IReadOnlyList<(string From, string To)> Exceptions { get; init; } = [];

    /// <summary>Whether a namespace that a file imports is a use of that namespace's folder, which it is where namespaces are folders.</summary>
    public bool ReadsImports { get; init; } = true;

    /// <summary>What breaks the rules: a sentence for each type and what it uses.</summary>
    public IReadOnlyList<string> OffencesIn(CompiledAssembly assembly)
    {
        var rooms = assembly.Types.ToDictionary(x => x.Type, x => x.FoldersIn(Project).Select(RoomOf).Distinct().ToArray());
        var offences = new List<string>();
        var seen = new HashSet<(string, string)>();
        foreach (var type in assembly.Types)
        {
            foreach (var from in rooms[type.Type])
            {
                if (from is null)
                {
                    offences.Add($"{type} is in {string.Join(" and ", type.FoldersIn(Project))}; {Project} has no rule for it");
                    continue;
                }

                foreach (var used in type.Uses.Where(rooms.ContainsKey))
                {
                    Look(type, from, used.FullName, rooms[used], "uses");
                }

                foreach (var import in ReadsImports ? type.Imports : [])
                {
                    Look(type, from, import, [ImportedRoom(assembly.Name, import)], "imports");
                }
            }
        }

        offences.AddRange(Exceptions.Where(x => !seen.Contains(x)).Select(x => $"{x.From} no longer uses {x.To}: remove it from the exceptions"));
        return [.. offences.Distinct().Order(StringComparer.Ordinal)];

        void Look(CompiledType type, string from, string used, string?[] rooms, string verb)
        {
            foreach (var to in rooms.OfType<string>().Where(x => x != from))
            {
                seen.Add((from, to));
                if (!MayUse[from].Contains(All) && !MayUse[from].Contains(to) && !Exceptions.Contains((from, to)))
                {
                    offences.Add($"{type} {verb} {used}: {Name(from)} may not use {Name(to)}");
                }
            }
        }
    }

    private string? RoomOf(string folder)
    {
        for (var room = folder; room.Length > 0; room = room.LastIndexOf('/') is > 0 and var slash ? room[..slash] : "")
        {
            if (MayUse.ContainsKey(room))
            {
                return room;
            }
        }

        return folder.Length == 0 && MayUse.ContainsKey("") ? "" : null;
    }

    private string? ImportedRoom(string root, string import)
        => import.StartsWith($"{root}.", StringComparison.Ordinal) ? RoomOf(import[(root.Length + 1)..].Replace('.', '/')) : null;

    private static string Name(string room) => room.Length == 0 ? "the project's own folder" : room;
}
