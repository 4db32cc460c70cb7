namespace Fazhi.Gateway.Browsing;

/// <summary>Finds what the values of a search are called, from all services that know, at once.</summary>
internal sealed class Naming(Regions regions, ThemeNames themes, FunctionNames functions)
{
    public async Task<SearchNames> OfAsync(SearchAddress address, CancellationToken cancellationToken)
    {
        var placed = regions.PlaceAsync(address.Regions, cancellationToken);
        var functionNames = functions.GetAsync(cancellationToken);
        var catalogues = await themes.CataloguesAsync(cancellationToken);
        return new SearchNames(await placed, catalogues, await themes.GetAsync(cancellationToken), await functionNames);
    }
}
