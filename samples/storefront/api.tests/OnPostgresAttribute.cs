using System.Reflection;
using Xunit.Sdk;

namespace Storefront.Api.Tests;

/// <summary>Runs a theory on a PostgreSQL database of its own, where a server is there to make one; else says what is missing.</summary>
public sealed class OnPostgresAttribute : DataAttribute
{
    public OnPostgresAttribute()
    {
        if (TestDatabase.PostgresServer is null)
        {
            Skip = $"Needs PostgreSQL: set {TestDatabase.Variable} to the URL of a server where databases may be created.";
        }
    }

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [["postgresql"]];
}
