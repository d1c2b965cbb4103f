using Fairlead.Containers.Registry;

namespace Fairlead.IntegrationTests.Containers;

/// <summary>A registry to run the contract of <see cref="RegistryContract"/> on.</summary>
public interface IRegistryFixture
{
    /// <summary>A repository that exists, if the registry wants repositories to be made, and holds nothing: <c>127.0.0.1:5000/name</c>.</summary>
    Task<string> CreateRepositoryAsync();

    /// <summary>Credentials that may push; null when everybody may.</summary>
    RegistryCredentials? Credentials { get; }
}
