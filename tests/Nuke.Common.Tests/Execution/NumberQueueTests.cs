using Nuke.Common.Execution;

namespace Nuke.Common.Tests.Execution;

public sealed class NumberQueueTests
{
    [Fact]
    public void An_empty_queue_hands_out_nothing() => new NumberQueue().TryDequeue(out _).ShouldBeFalse();

    [Fact]
    public void The_smallest_number_comes_first_whatever_goes_in_and_out_in_between()
    {
        var random = new Random(7);
        var queue = new NumberQueue();
        var model = new List<long>();
        for (var step = 0; step < 2000; step++)
        {
            if (random.Next(5) < 3)
            {
                var number = random.NextInt64(-50, 50) << 32;
                queue.Enqueue(number);
                model.Add(number);
            }
            else if (model.Count > 0)
            {
                queue.TryDequeue(out var number).ShouldBeTrue();
                number.ShouldBe(model.Min());
                model.Remove(number);
            }

            queue.Count.ShouldBe(model.Count);
        }

        queue.Numbers.Order().ShouldBe(model.Order());
    }
}
