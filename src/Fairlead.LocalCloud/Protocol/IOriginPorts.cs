namespace Fairlead.LocalCloud.Protocol;

/// <summary>Remembers ports of this machine, on which load balancers answer.</summary>
internal interface IOriginPorts
{
    /// <summary>Load balancers that answer on other ports from now on: former port → present port. All at once, as one may have got the port of another.</summary>
    void Moved(IReadOnlyDictionary<int, int> ports);
}
