// The stacks mostly wait for the provider's own waits; a third lane keeps two cores busy meanwhile.
[assembly: CollectionBehavior(MaxParallelThreads = 3)]
[assembly: TestCollectionOrderer("Fairlead.IntegrationTests.LongestFirst", "Fairlead.IntegrationTests")]
