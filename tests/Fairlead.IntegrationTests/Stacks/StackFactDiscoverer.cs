using Xunit.Abstractions;
using Xunit.Sdk;

namespace Fairlead.IntegrationTests.Stacks;

/// <summary>Finds a test in a <see cref="StackFactAttribute" /> whose stack's cycle is due, and none in the others.</summary>
public sealed class StackFactDiscoverer(IMessageSink diagnosticMessageSink) : FactDiscoverer(diagnosticMessageSink)
{
    public override IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute)
        => StackRecord.OfThisRepository.IsDue(factAttribute.GetNamedArgument<string>(nameof(StackFactAttribute.Stack)))
            ? base.Discover(discoveryOptions, testMethod, factAttribute)
            : [];
}
