using System.Text.Json;

namespace Fairlead.IntegrationTests.Stacks;

/// <summary>Something that a stack's description says, looked up in the state that the real provider wrote.</summary>
/// <param name="Sentence">What is expected, as a sentence: <c>The database keeps seven days of backups.</c></param>
/// <param name="ResourceType">Type of the managed resources that are looked at: <c>aws_db_instance</c>. At least one must be there.</param>
/// <param name="Holds">Whether it holds for the attributes of one such resource; it is enough when one holds.</param>
public sealed record StateExpectation(string Sentence, string ResourceType, Func<JsonElement, bool> Holds);
