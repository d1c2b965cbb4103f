namespace Storefront.Api.Database;

/// <summary>The <c>migrate</c> command: a step of its own in a release, never a part of start-up.</summary>
internal static class MigrateCommand
{
    public static async Task RunAsync(IShopDatabase database, TextWriter output, CancellationToken cancellation)
    {
        var applied = await database.MigrateAsync(cancellation);
        foreach (var migration in applied)
        {
            await output.WriteLineAsync($"Applied {migration}.");
        }

        var schema = await database.ReadSchemaAsync(cancellation);
        await output.WriteLineAsync(applied.Count > 0
            ? $"The {database.Kind} database is at schema {schema}."
            : $"Nothing to do: the {database.Kind} database is at schema {schema} already.");
    }
}
