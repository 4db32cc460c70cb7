using System.Text.Json;

namespace Fazhi.Catalogues.Themes;

/// <summary>Reads the fields of JSON objects one by one and writes down what is wrong and where.</summary>
internal sealed class JsonFields
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 8 };
    private readonly List<ThemeError> _errors = [];

    public bool AnyErrors => _errors.Count > 0;

    public static ThemeParseResult<T> Read<T>(string json, Func<JsonFields, JsonElement, T?> read)
        where T : class
    {
        var fields = new JsonFields();
        T? value = null;
        try
        {
            if (json.Length > ThemeLimits.Json)
            {
                fields.Error(ThemeErrorCode.TooLarge, "$", $"内容有 {json.Length} 个字符，超过上限 {ThemeLimits.Json} 个。");
            }
            else
            {
                using var document = JsonDocument.Parse(json, Options);
                value = read(fields, document.RootElement);
            }
        }
        catch (JsonException e)
        {
            fields._errors.Add(new(ThemeErrorCode.NotJson, $"第 {e.LineNumber + 1} 行第 {e.BytePositionInLine + 1} 字节", "不是有效的 JSON，请检查括号、引号、逗号和嵌套层数。"));
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // What System.Text.Json throws for half a surrogate pair, in the text or escaped.
            fields._errors.Add(new(ThemeErrorCode.NotJson, "$", "含有不成对的代理字符（半个字），请改正编码。"));
        }
        catch (TooManyErrorsException)
        {
            // The errors so far are the result.
        }

        return fields.AnyErrors ? new(null, [.. fields._errors]) : new(value, []);
    }

    public void Error(ThemeErrorCode code, string path, string message)
    {
        _errors.Add(new(code, path, message));
        if (_errors.Count >= ThemeLimits.Errors)
            throw new TooManyErrorsException();
    }

    /// <summary>Checks that it is an object with these fields, each at most once; false where it is no object at all.</summary>
    public bool Object(JsonElement element, string path, params ReadOnlySpan<string> names)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            Error(ThemeErrorCode.WrongType, path, "应是一个对象 { … }。");
            return false;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            if (!names.Contains(property.Name))
                Error(ThemeErrorCode.UnknownField, path, $"没有名为“{Shown(property.Name)}”的字段，可用的字段是：{string.Join("、", names)}。");
            else if (!seen.Add(property.Name))
                Error(ThemeErrorCode.Duplicate, $"{path}.{property.Name}", "同一字段出现了两次。");
        }

        return true;
    }

    public string Text(JsonElement owner, string path, string name, int limit)
    {
        if (!Field(owner, path, name, JsonValueKind.String, "应是一段文字", out var field))
            return "";
        var text = field.GetString()!;
        if (string.IsNullOrWhiteSpace(text))
            Error(ThemeErrorCode.BadForm, $"{path}.{name}", "不能为空。");
        else if (text.Length > limit)
            Error(ThemeErrorCode.TooLarge, $"{path}.{name}", $"有 {text.Length} 个字符，超过上限 {limit} 个。");
        return text;
    }

    public int Number(JsonElement owner, string path, string name, int min, int max) =>
        Field(owner, path, name, JsonValueKind.Number, "应是一个整数", out var field) ? Number(field, $"{path}.{name}", min, max) : min;

    public int Number(JsonElement element, string path, int min, int max)
    {
        if (element.ValueKind != JsonValueKind.Number || !element.TryGetInt32(out var number))
            Error(ThemeErrorCode.WrongType, path, "应是一个整数。");
        else if (number < min || number > max)
            Error(ThemeErrorCode.OutOfRange, path, $"是 {number}，应在 {min} 到 {max} 之间。");
        else
            return number;
        return min;
    }

    /// <summary>The items of a list with their paths, at most <paramref name="limit"/>.</summary>
    public IEnumerable<(JsonElement Item, string Path)> List(JsonElement owner, string path, string name, int limit)
    {
        if (!Field(owner, path, name, JsonValueKind.Array, "应是一个列表 [ … ]", out var list))
            return [];
        var count = list.GetArrayLength();
        if (count == 0)
            Error(ThemeErrorCode.Missing, $"{path}.{name}", "至少要有一项。");
        if (count > limit)
            Error(ThemeErrorCode.TooLarge, $"{path}.{name}", $"有 {count} 项，超过上限 {limit} 项。");
        return list.EnumerateArray().Take(limit).Select((item, i) => (item, $"{path}.{name}[{i}]"));
    }

    public bool Field(JsonElement owner, string path, string name, JsonValueKind kind, string wanted, out JsonElement field)
    {
        if (!owner.TryGetProperty(name, out field))
            Error(ThemeErrorCode.Missing, $"{path}.{name}", "缺少这个字段。");
        else if (field.ValueKind != kind)
            Error(ThemeErrorCode.WrongType, $"{path}.{name}", wanted + "。");
        else
            return true;
        return false;
    }

    /// <summary>Words of the input for a message: no longer than can be read.</summary>
    public static string Shown(string text) => text.Length <= 40 ? text : text[..40] + "…";

    private sealed class TooManyErrorsException : Exception;
}
