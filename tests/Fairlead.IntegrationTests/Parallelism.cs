// The stacks mostly wait for the provider's own waits, and the services for their checks; five lanes keep two cores busy meanwhile.
[assembly: CollectionBehavior(MaxParallelThreads = 5)]
[assembly: TestCollectionOrderer("Fairlead.IntegrationTests.LongestFirst", "Fairlead.IntegrationTests")]
