using Fazhi.Catalogues.Functions;
using Fazhi.Catalogues.Regions;
using Fazhi.Hosting;
using Fazhi.Units.Registry;
using Fazhi.Units.Storage;

namespace Fazhi.Units.Mentions;

/// <summary>Resolves the mentions of a document against the registered units, and remembers those that are not registered.</summary>
internal sealed class MentionService(RegionStore regions, UnitStore units, ProposalStore proposals, MentionReader reader, FunctionCatalog functions)
{
    private const int MostMembers = 200_000;

    /// <summary>Resolves mentions in order.</summary>
    /// <param name="region">The region of the document; null when it is not known.</param>
    /// <param name="mentions">The mentions as printed.</param>
    /// <param name="document">The document to remember proposals for; empty for none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="FazhiException">INVALID_ARGUMENT: the region is not registered. RESOURCE_EXHAUSTED: too many members.</exception>
    public async Task<IReadOnlyList<ResolvedMention>> ResolveAsync(RegionCode? region, IReadOnlyList<string> mentions, string document, CancellationToken cancellationToken)
    {
        var catalog = await regions.CatalogAsync(cancellationToken);
        var own = region is { } code
            ? catalog.Find(code) ?? throw FazhiException.InvalidArgument("region_code", $"区划 {code} 尚未登记", "REGION_NOT_REGISTERED")
            : null;
        var context = own is null ? MentionContext.None : MentionContext.Of(catalog, own);
        var near = own is null ? [] : await units.NearAsync(own.Code, [.. catalog.AncestorsOf(own).Select(above => above.Code)], cancellationToken);
        var resolver = new MentionResolver(reader, catalog, context, new UnitDirectory(catalog, functions, near));
        var resolved = Resolve(resolver, mentions, cancellationToken);
        if (document.Length > 0)
            await proposals.RememberAsync(document, [.. resolved.Select(Propose).OfType<(Proposal, string)>()], cancellationToken);
        return resolved;
    }

    /// <summary>The unit with function and kind filled in where it has none and its name leaves no doubt.</summary>
    public async Task<Unit> CompleteAsync(Unit unit, CancellationToken cancellationToken)
    {
        if (unit.Function.Length == 0)
        {
            var catalog = await regions.CatalogAsync(cancellationToken);
            var reading = catalog.Find(unit.Region) is { } region ? reader.Read(unit.Name, MentionContext.Of(catalog, region)) : null;
            if (reading is { Kind: UnitMentionKind.Single, Part: "" } && reading.Region?.Code == unit.Region)
                unit = unit with { Function = reading.Function };
        }

        return unit.Kind is UnitKind.Unspecified && functions.Find(unit.Function) is { } function ? unit with { Kind = function.Kind } : unit;
    }

    private static List<ResolvedMention> Resolve(MentionResolver resolver, IReadOnlyList<string> mentions, CancellationToken cancellationToken)
    {
        // A plan names the same units again and again.
        var known = new Dictionary<string, ResolvedMention>(StringComparer.Ordinal);
        var resolved = new List<ResolvedMention>(mentions.Count);
        var members = 0;
        foreach (var mention in mentions)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!known.TryGetValue(mention, out var answer))
                known[mention] = answer = resolver.Resolve(mention);
            members += answer.Members.Count;
            if (members > MostMembers)
                throw FazhiException.ResourceExhausted("TOO_MANY_MEMBERS", $"集合类单位展开后超过 {MostMembers} 项，请分批提交");
            resolved.Add(answer);
        }

        return resolved;
    }

    private (Proposal Proposal, string Text)? Propose(ResolvedMention resolved) =>
        resolved is { Reading: { Kind: UnitMentionKind.Single, Part: "" } reading, Unit: null, Region: { } region } && !resolved.Suggestions.Any(suggestion => suggestion.Unit is not null)
            ? (new Proposal(region, reading.Unit, reading.Function, functions.Find(reading.Function)?.Kind ?? UnitKind.Unspecified), reading.Text)
            : null;
}
