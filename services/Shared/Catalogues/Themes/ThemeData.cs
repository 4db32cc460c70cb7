namespace Fazhi.Catalogues.Themes;

/// <summary>The catalogues and crosswalks that are built in.</summary>
internal static class ThemeData
{
    public static ThemeCatalogue Catalogue(string id) => Checked(ThemeCatalogue.Parse(Json(id)), id);

    public static Crosswalk Crosswalk(string id, ThemeCatalogue from, ThemeCatalogue to) => Checked(Themes.Crosswalk.Parse(Json(id), from, to), id);

    private static T Checked<T>(ThemeParseResult<T> result, string id)
        where T : class =>
        result.Value ?? throw new InvalidDataException($"{id}: {result.Errors[0].Path}: {result.Errors[0].Message}");

    private static string Json(string id)
    {
        using var stream = typeof(ThemeData).Assembly.GetManifestResourceStream($"Themes.{id}.json")
            ?? throw new InvalidDataException($"Themes.{id}.json is not in the assembly");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
