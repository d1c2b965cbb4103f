using System.Text.Json.Serialization;

namespace Fairlead.IntegrationTests.Infrastructure;

/// <summary>A signed call that the emulator received.</summary>
/// <param name="Service">The service in the signature's scope: <c>ecs</c>.</param>
/// <param name="Action">The operation: <c>UpdateService</c>; for S3 the HTTP method, for the other REST services method and path.</param>
/// <param name="Resources">The ARNs that a policy would have to allow; <c>*</c> where the service has none.</param>
/// <param name="AccessKey">Whose key signed it.</param>
public sealed record EmulatorCall(string Service, string Action, IReadOnlyList<string> Resources, [property: JsonPropertyName("access_key")] string AccessKey);
