using System.Globalization;

namespace Storefront.Api.Database;

/// <summary>One step forward of the schema. A migration that was released is never edited; there is no way back.</summary>
internal sealed record Migration(int Number, string Name, string Sql)
{
    // -- oldest: 3
    private const string OldestMark = "-- oldest: ";

    /// <summary>The oldest schema whose code still works on a schema: 1, because migrations only add, unless one of those before it says that the code from
    /// then on is needed, in a line of its own such as <c>-- oldest: 3</c>.</summary>
    public static int OldestCode(IEnumerable<Migration> migrations, int schema)
        => migrations.Where(x => x.Number <= schema)
            .SelectMany(x => x.Sql.Split('\n'))
            .Where(x => x.StartsWith(OldestMark, StringComparison.Ordinal))
            .Select(x => int.Parse(x[OldestMark.Length..].Trim(), CultureInfo.InvariantCulture))
            .DefaultIfEmpty(1)
            .Max();

    /// <summary>The embedded <c>migrations/KIND/NNNN_name.sql</c> in order. Their numbers run from 1 without a gap.</summary>
    public static IReadOnlyList<Migration> Load(string kind)
    {
        var assembly = typeof(Migration).Assembly;
        var prefix = $"migrations/{kind}/";
        var migrations = assembly.GetManifestResourceNames()
            .Where(x => x.StartsWith(prefix, StringComparison.Ordinal))
            .Select(x => Read(x, Path.GetFileNameWithoutExtension(x[prefix.Length..])))
            .OrderBy(x => x.Number)
            .ToArray();
        return migrations.Length > 0 && migrations.Select((x, i) => x.Number == i + 1).All(x => x)
            ? migrations
            : throw new InvalidOperationException($"The migrations for {kind} are not numbered from 1 without a gap.");

        Migration Read(string resource, string file)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            var (number, name) = (file.Split('_', 2)[0], file.Split('_', 2)[1]);
            return new Migration(int.Parse(number, CultureInfo.InvariantCulture), name.Replace('_', ' '), reader.ReadToEnd());
        }
    }

    public override string ToString() => $"{Number:0000} {Name}";
}
