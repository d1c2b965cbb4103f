namespace Fairlead.LocalCloud.Sts;

/// <summary>What a web identity token says of its holder.</summary>
internal sealed record WebIdentityToken(string Subject, string Issuer, string Audience);
