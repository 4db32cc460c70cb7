using Google.Protobuf.WellKnownTypes;

namespace Fazhi.Hosting;

/// <summary>Which fields a request sets by hand and which it gives back.</summary>
public static class CorrectionMasks
{
    /// <summary>Reads <c>update_mask</c> and <c>reset_mask</c>.</summary>
    /// <exception cref="FazhiException">INVALID_ARGUMENT with reason <c>UPDATE_MASK_INVALID</c>: both are empty, a field is in both, or one cannot be corrected.</exception>
    public static (IReadOnlyList<string> Set, IReadOnlyList<string> Reset) Read(FieldMask? update, FieldMask? reset, params string[] correctable)
    {
        var (set, back) = (Read("update_mask", update, correctable), Read("reset_mask", reset, correctable));
        if (set.Count + back.Count == 0)
            throw FazhiException.InvalidArgument("update_mask", $"请给出要修正的字段；可修正：{string.Join('、', correctable)}", "UPDATE_MASK_INVALID");
        if (set.Intersect(back).FirstOrDefault() is { } both)
            throw FazhiException.InvalidArgument("reset_mask", $"{both} 同时出现在 update_mask 中", "UPDATE_MASK_INVALID");
        return (set, back);
    }

    private static IReadOnlyList<string> Read(string field, FieldMask? mask, string[] correctable)
    {
        var paths = mask?.Paths.Distinct(StringComparer.Ordinal).ToList() ?? [];
        return paths.Find(path => !correctable.Contains(path)) is { } wrong
            ? throw FazhiException.InvalidArgument(
                field, $"“{(wrong.Length <= 100 ? wrong : wrong[..100] + "…")}”不是可修正的字段；可修正：{string.Join('、', correctable)}", "UPDATE_MASK_INVALID")
            : paths;
    }
}
