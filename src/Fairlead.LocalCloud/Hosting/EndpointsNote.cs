namespace Fairlead.LocalCloud.Hosting;

/// <summary>The endpoints of this server, for those inside it who need to name one.</summary>
internal sealed record EndpointsNote(LocalCloudEndpoints Endpoints);
