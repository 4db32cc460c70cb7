using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Fazhi.Catalogues.Themes;

/// <summary>Reads and checks the JSON form of a <see cref="ThemeCatalogue"/>.</summary>
internal static partial class CatalogueReader
{
    public static ThemeParseResult<ThemeCatalogue> Read(string json) => JsonFields.Read(json, Read);

    /// <summary>Reads the id of a catalogue or crosswalk.</summary>
    public static string Id(JsonFields fields, JsonElement owner, string path, string name)
    {
        var id = fields.Text(owner, path, name, ThemeLimits.Name);
        if (id.Length > 0 && !IdForm().IsMatch(id))
            fields.Error(ThemeErrorCode.BadForm, $"{path}.{name}", $"“{JsonFields.Shown(id)}”不是标识：只用小写字母、数字和连字符，字母开头，不超过 64 个字符。");
        return id;
    }

    /// <summary>Reads the field <c>version</c>.</summary>
    public static Version Version(JsonFields fields, JsonElement owner, string path)
    {
        var text = fields.Text(owner, path, "version", ThemeLimits.Name);
        if (VersionForm().IsMatch(text))
            return System.Version.Parse(text);
        if (text.Length > 0)
            fields.Error(ThemeErrorCode.BadForm, $"{path}.version", $"“{JsonFields.Shown(text)}”不是版本号，应写作 1.0.0。");
        return new(0, 0, 0);
    }

    private static ThemeCatalogue? Read(JsonFields fields, JsonElement root)
    {
        if (!fields.Object(root, "$", "id", "name", "version", "startYear", "endYear", "groups", "themes"))
            return null;
        var id = Id(fields, root, "$", "id");
        var start = fields.Number(root, "$", "startYear", 1949, 2100);
        var end = fields.Number(root, "$", "endYear", 1949, 2100);
        if (end < start)
            fields.Error(ThemeErrorCode.OutOfRange, "$.endYear", $"结束年份 {end} 早于起始年份 {start}。");
        var groups = Groups(fields, root);
        return new()
        {
            Id = id,
            Name = fields.Text(root, "$", "name", ThemeLimits.Name),
            Version = Version(fields, root, "$"),
            StartYear = start,
            EndYear = end,
            Groups = groups,
            Themes = Themes(fields, root, id, groups),
        };
    }

    private static ImmutableArray<ThemeGroup> Groups(JsonFields fields, JsonElement root)
    {
        var groups = ImmutableArray.CreateBuilder<ThemeGroup>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (item, path) in fields.List(root, "$", "groups", ThemeLimits.Groups))
        {
            if (!fields.Object(item, path, "id", "name"))
                continue;
            var group = new ThemeGroup(fields.Text(item, path, "id", ThemeLimits.Name), fields.Text(item, path, "name", ThemeLimits.Name));
            if (!ids.Add(group.Id))
                fields.Error(ThemeErrorCode.Duplicate, $"{path}.id", $"分组“{JsonFields.Shown(group.Id)}”已经出现过。");
            groups.Add(group);
        }

        return groups.ToImmutable();
    }

    private static ImmutableArray<Theme> Themes(JsonFields fields, JsonElement root, string catalogue, ImmutableArray<ThemeGroup> groups)
    {
        var themes = ImmutableArray.CreateBuilder<Theme>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var known = groups.Select(g => g.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (item, path) in fields.List(root, "$", "themes", ThemeLimits.Themes))
        {
            if (!fields.Object(item, path, "id", "number", "group", "name", "description", "keywords"))
                continue;
            var theme = Read(fields, item, path);
            if (!ids.Add(theme.Id))
                fields.Error(ThemeErrorCode.Duplicate, $"{path}.id", $"主题“{JsonFields.Shown(theme.Id)}”已经出现过。");
            else if (theme.Id != $"{catalogue}/{theme.Number}")
                fields.Error(ThemeErrorCode.BadForm, $"{path}.id", $"“{JsonFields.Shown(theme.Id)}”应由目录标识、斜杠和序号组成：{JsonFields.Shown(catalogue)}/{theme.Number}。");
            if (!known.Contains(theme.Group))
                fields.Error(ThemeErrorCode.UnknownReference, $"{path}.group", $"没有分组“{JsonFields.Shown(theme.Group)}”。");
            themes.Add(theme);
        }

        return themes.ToImmutable();
    }

    private static Theme Read(JsonFields fields, JsonElement item, string path) => new(
        fields.Text(item, path, "id", ThemeLimits.Name),
        fields.Number(item, path, "number", 1, 10_000),
        fields.Text(item, path, "group", ThemeLimits.Name),
        fields.Text(item, path, "name", ThemeLimits.Name),
        fields.Text(item, path, "description", ThemeLimits.Description),
        Keywords(fields, item, path));

    private static ImmutableArray<ThemeKeyword> Keywords(JsonFields fields, JsonElement item, string path)
    {
        if (!fields.Field(item, path, "keywords", JsonValueKind.Object, "应是一个对象，写作 { \"词\": 权重 }", out var keywords))
            return [];
        var words = new HashSet<string>(StringComparer.Ordinal);
        var read = ImmutableArray.CreateBuilder<ThemeKeyword>();
        foreach (var property in keywords.EnumerateObject())
        {
            var at = $"{path}.keywords[\"{JsonFields.Shown(property.Name)}\"]";
            var word = ThemeText.Normalise(property.Name);
            if (word.Length is < 2 or > ThemeLimits.Word)
                fields.Error(ThemeErrorCode.BadForm, at, $"词除去引号和空格后应有 2 到 {ThemeLimits.Word} 个字符。");
            else if (!words.Add(word))
                fields.Error(ThemeErrorCode.Duplicate, at, "这个词在同一主题中已经出现过（全半角、引号和空格不计）。");
            var weight = fields.Number(property.Value, at, -ThemeLimits.Weight, ThemeLimits.Weight);
            if (weight == 0)
                fields.Error(ThemeErrorCode.OutOfRange, at, "权重不能为 0。");
            read.Add(new(word, weight));
        }

        if (read.Count > ThemeLimits.Keywords)
            fields.Error(ThemeErrorCode.TooLarge, $"{path}.keywords", $"有 {read.Count} 个词，超过上限 {ThemeLimits.Keywords} 个。");
        if (!read.Any(k => k.Weight > 0))
            fields.Error(ThemeErrorCode.Missing, $"{path}.keywords", "至少要有一个权重大于 0 的词。");
        return read.ToImmutable();
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{0,63}\\z")]
    private static partial Regex IdForm();

    [GeneratedRegex("^[0-9]{1,4}\\.[0-9]{1,4}\\.[0-9]{1,4}\\z")]
    private static partial Regex VersionForm();
}
