using Fairlead.Infrastructure;
using Fairlead.Site;

namespace Fairlead.Deployments;

/// <summary>What a release consists of. Each part is optional, and there may be several of each; a release of nothing is none.</summary>
/// <param name="Services">The services.</param>
/// <param name="Sites">The sites.</param>
public sealed record ReleaseParts(IReadOnlyList<ServicePart> Services, IReadOnlyList<SitePart> Sites)
{
    /// <summary>Everything that the stack has, for work that brings nothing of a build with it: a look, a way back.</summary>
    public static ReleaseParts Of(StackOutputs outputs)
        => new([.. outputs.Services.Select(x => new ServicePart(x.Name))], [.. outputs.Sites.Select(x => new SitePart(x.Name, ""))]);

    /// <summary>Reads the sites as the build left them, so that a bad one is found before anything is changed. Needs no place.</summary>
    /// <exception cref="FairleadException">A site cannot be published; the message says what is wrong with it.</exception>
    public async Task CheckSitesAsync(CancellationToken cancellationToken)
    {
        foreach (var site in Sites)
        {
            await SiteScanner.ScanAsync(site.OptionsFor(""), cancellationToken);
        }
    }

    /// <summary>The parts with what the stack has for each.</summary>
    /// <exception cref="FairleadException">The stack has no place for a part, or there is no part at all; the message names all.</exception>
    public (IReadOnlyList<(ServicePart Part, StackService Place)> Services, IReadOnlyList<(SitePart Part, StackSite Place)> Sites) In(StackOutputs outputs)
    {
        var problems = new List<string>();
        if (Services.Count + Sites.Count == 0)
        {
            problems.Add("The build names neither a service nor a site.");
        }

        problems.AddRange(Services.Select(x => x.Name).Concat(Sites.Select(x => x.Name)).GroupBy(x => x).Where(x => x.Count() > 1)
            .Select(x => $"Two parts of the build are called '{x.Key}'."));
        var services = Join("service", Services, outputs.Services, x => x.Name, x => x.Name, problems);
        var sites = Join("site", Sites, outputs.Sites, x => x.Name, x => x.Name, problems);
        return problems.Count == 0
            ? (services, sites)
            : throw new FairleadException(
                $"The release does not fit stack {outputs.Stack}; nothing of it was changed.",
                string.Join(' ', problems),
                "Let the build's Services and Sites and the stack's outputs services and sites have the same names.");
    }

    private static List<(TPart Part, TPlace Place)> Join<TPart, TPlace>(
        string kind,
        IReadOnlyList<TPart> parts,
        IReadOnlyList<TPlace> places,
        Func<TPart, string> nameOfPart,
        Func<TPlace, string> nameOfPlace,
        List<string> problems)
        where TPlace : class
    {
        var joined = new List<(TPart, TPlace)>();
        foreach (var part in parts)
        {
            var place = parts.Count == 1 && places.Count == 1 ? places[0] : places.FirstOrDefault(x => nameOfPlace(x) == nameOfPart(part));
            if (place is null)
            {
                problems.Add(places.Count == 0
                    ? $"The build has the {kind} '{nameOfPart(part)}', and the stack has no {kind}."
                    : $"The build has the {kind} '{nameOfPart(part)}', and the stack has {string.Join(", ", places.Select(nameOfPlace))}.");
            }
            else
            {
                joined.Add((part, place));
            }
        }

        return joined;
    }
}
