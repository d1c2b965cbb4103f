namespace Fairlead.IntegrationTests;

/// <summary>A test that needs a PostgreSQL server, and programs on PATH. Skipped with what is missing otherwise.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresFactAttribute : FactAttribute
{
    /// <summary>The URL of a server where databases may be created.</summary>
    public const string Variable = "STOREFRONT_TEST_POSTGRES";

    public PostgresFactAttribute(params string[] tools)
        => Skip = new ToolFactAttribute([.. tools, "psql"]).Skip ?? (Server is null ? $"{Variable} has no URL of a PostgreSQL server" : null);

    public static Uri? Server => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } url ? new Uri(url) : null;
}
