namespace Storefront.Api.Database;

/// <summary>The <c>migrate</c> command: a step of its own in a release, never a part of start-up.</summary>
internal static class MigrateCommand
{
    public static async Task RunAsync(IShopDatabase database, TextWriter output, CancellationToken cancellation)
    {
        var before = await database.ReadSchemaAsync(cancellation);
        var applied = await database.MigrateAsync(cancellation);
        foreach (var migration in applied)
        {
            await output.WriteLineAsync($"Applied {migration}.");
        }

        var schema = await database.ReadSchemaAsync(cancellation);
        await output.WriteLineAsync(applied.Count > 0
            ? $"The {database.Kind} database is at schema {schema}."
            : $"Nothing to do: the {database.Kind} database is at schema {schema} already.");

        // Fairlead reads this line, the last of its kind, and keeps it with the release: it decides whether an earlier release can be gone back to. What a
        // newer release left, this one knows nothing of, so it says nothing.
        if (schema <= database.LatestSchema)
        {
            var found = before == 0 ? "null" : $"\"{before}\"";
            var oldest = Migration.OldestCode(Migration.Load(database.Kind), schema);
            await output.WriteLineAsync($"fairlead-schema: {{\"before\":{found},\"after\":\"{schema}\",\"oldest\":\"{oldest}\"}}");
        }
    }
}
