using System.Reflection;
using Xunit.Sdk;

namespace Storefront.Api.Tests;

/// <summary>Runs a theory on a SQLite file of its own.</summary>
public sealed class OnSqliteAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [["sqlite"]];
}
