namespace Fazhi.Hosting;

/// <summary>Page sizes (google.aip.dev/158).</summary>
public static class PageSize
{
    /// <summary>The size to use: the default when the caller gave none (0), the largest when it asked for more.</summary>
    /// <exception cref="FazhiException">INVALID_ARGUMENT: it is negative.</exception>
    public static int Of(int requested, int defaultSize = 50, int maxSize = 500) => requested switch
    {
        < 0 => throw FazhiException.InvalidArgument("page_size", "不能是负数"),
        0 => defaultSize,
        _ => Math.Min(requested, maxSize),
    };
}
