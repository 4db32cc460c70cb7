using System.Security.Cryptography;
using System.Text;
using Fazhi.Catalogues.Themes;
using Fazhi.Hosting;
using Fazhi.Search.Query;

namespace Fazhi.Search.Themes;

/// <summary>The themes that can be searched by: those of the platform and those loaded in the plan service. Safe to share between threads.</summary>
internal sealed class SearchThemes
{
    private readonly ThemeDirectory directory = new();
    private volatile ThemeLookup lookup = ThemeLookup.BuiltIn;
    private volatile string version = "";
    private volatile bool complete;

    /// <summary>The catalogues that the themes are of.</summary>
    public ThemeDirectory Directory => directory;

    /// <summary>The themes by what people call them.</summary>
    public ThemeLookup Lookup => lookup;

    /// <summary>Changes whenever a theme or a name of one may have.</summary>
    public string Version => version;

    /// <summary>Puts loaded catalogues in force, as JSON; those loaded before and not among them are gone.</summary>
    public void Load(IReadOnlyList<string> loaded)
    {
        directory.Load(loaded.Select(json => ThemeCatalogue.Parse(json).Value).OfType<ThemeCatalogue>());
        lookup = new ThemeLookup(directory.Catalogues);
        version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', loaded))));
        complete = true;
    }

    /// <summary>Refuses what is no theme.</summary>
    /// <exception cref="FazhiException">INVALID_ARGUMENT: there is no such theme. UNAVAILABLE: it is not known yet whether there is.</exception>
    public void Check(string id, string field)
    {
        if (directory.Knows(id))
            return;
        throw complete
            ? FazhiException.InvalidArgument(field, $"没有主题“{id}”", "THEME_UNKNOWN")
            : FazhiException.Unavailable(TimeSpan.FromSeconds(1), "主题目录尚未就绪，请稍后再试");
    }

    /// <summary>What people call a theme; its id where it is not known.</summary>
    public string NameOf(string id) => lookup.NameOf(id);
}
