namespace Fairlead.Infrastructure.Terraform.Processes;

/// <param name="Interrupt">From the cancel to the second interrupt.</param>
/// <param name="Kill">From the second interrupt to the kill.</param>
/// <param name="Clock">Measures them.</param>
/// <param name="SecondCancel">Cuts the first wait short.</param>
internal sealed record StopLimits(TimeSpan Interrupt, TimeSpan Kill, TimeProvider Clock, CancellationToken SecondCancel);
