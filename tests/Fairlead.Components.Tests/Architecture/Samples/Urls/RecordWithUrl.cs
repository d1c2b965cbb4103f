namespace Fairlead.Components.Tests.Architecture.Samples.Urls;

internal sealed record RecordWithUrl(Uri Address);
