namespace Fairlead.LocalCloud.Protocol;

/// <summary>Knows names, besides those of loopback, under which sites are served here.</summary>
internal interface IHostNames
{
    bool Serves(string host);
}
