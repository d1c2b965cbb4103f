namespace Fairlead.Reporting;

/// <summary>Where a runner tells what it does. Sentences, no line breaks, never a secret.</summary>
public interface IReporter
{
    /// <summary>Something that was done or found.</summary>
    void Information(string message);

    /// <summary>Something that the user should look at although the run goes on.</summary>
    void Warning(string message);

    /// <summary>How far a longer piece of work is. Shown at most a few times a second; may be dropped.</summary>
    /// <param name="activity">What is being done: "Uploading assets".</param>
    /// <param name="done">Units done so far.</param>
    /// <param name="total">Units in all; 0 when unknown.</param>
    void Progress(string activity, long done, long total);
}
