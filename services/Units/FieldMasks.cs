using System.Collections.Frozen;
using Fazhi.Hosting;
using Google.Protobuf.WellKnownTypes;

namespace Fazhi.Units;

/// <summary>Update masks (google.aip.dev/134).</summary>
internal static class FieldMasks
{
    /// <summary>The fields to change: those of the mask, or all that can change when it is empty.</summary>
    /// <exception cref="FazhiException">INVALID_ARGUMENT: the mask names a field that cannot be changed.</exception>
    public static FrozenSet<string> Read(FieldMask? mask, IReadOnlyCollection<string> changeable)
    {
        var paths = mask?.Paths ?? [];
        if (paths.FirstOrDefault(path => !changeable.Contains(path)) is { } wrong)
        {
            throw FazhiException.InvalidArgument(
                "update_mask", $"“{(wrong.Length <= 100 ? wrong : wrong[..100] + "…")}”不是可修改的字段；可修改：{string.Join('、', changeable)}", "UPDATE_MASK_INVALID");
        }

        return (paths.Count == 0 ? changeable : paths).ToFrozenSet();
    }
}
