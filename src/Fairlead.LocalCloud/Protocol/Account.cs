namespace Fairlead.LocalCloud.Protocol;

/// <summary>The account that everything here belongs to.</summary>
/// <param name="Id">Twelve digits, in every ARN.</param>
/// <param name="Region">The one region that there is.</param>
internal sealed record Account(string Id = "000000000000", string Region = "us-east-1");
