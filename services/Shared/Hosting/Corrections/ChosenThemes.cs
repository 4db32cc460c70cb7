using Fazhi.Plans.V1;

namespace Fazhi.Hosting;

/// <summary>Themes that a person chose.</summary>
public static class ChosenThemes
{
    private const int MostThemes = 10;
    private const int LongestReason = 200;

    /// <summary>The themes as they are kept: confirmed, with full score.</summary>
    /// <param name="field">Name of the field, for the error.</param>
    /// <param name="themes">What the request says.</param>
    /// <param name="directory">The catalogues.</param>
    /// <exception cref="FazhiException">INVALID_ARGUMENT: a theme that no catalogue has, one twice, or too many.</exception>
    public static IEnumerable<ThemeScore> Check(string field, IReadOnlyList<ThemeScore> themes, ThemeDirectory directory)
    {
        if (themes.Count > MostThemes)
            throw FazhiException.InvalidArgument(field, $"最多 {MostThemes} 个主题，给出了 {themes.Count} 个");
        for (var index = 0; index < themes.Count; index++)
        {
            var theme = themes[index];
            if (!directory.Knows(theme.Theme))
                throw FazhiException.InvalidArgument($"{field}[{index}].theme", $"没有主题“{(theme.Theme.Length <= 100 ? theme.Theme : theme.Theme[..100] + "…")}”；主题见 ThemeService.ListThemeCatalogues");
            if (themes.Take(index).Any(earlier => earlier.Theme == theme.Theme))
                throw FazhiException.InvalidArgument($"{field}[{index}].theme", $"主题 {theme.Theme} 重复");
            if (theme.Reason.Length > LongestReason)
                throw FazhiException.InvalidArgument($"{field}[{index}].reason", $"最多 {LongestReason} 个字符，给出了 {theme.Reason.Length} 个");
        }

        return themes.Select(theme => new ThemeScore { Theme = theme.Theme, Score = 1, Reason = theme.Reason, Confirmed = true });
    }
}
