using Google.Protobuf;

namespace Fazhi.Hosting;

/// <summary>What a document may not exceed once it is read.</summary>
public static class ImportLimits
{
    // Left for what surrounds the resource in a message: names, resume token.
    private const int Margin = 1024 * 1024;

    /// <summary>Refuses a document that could be kept, but in full neither be answered with nor go through the change feed.</summary>
    /// <param name="parts">The parts of the resource in its full view.</param>
    /// <exception cref="FazhiException">INVALID_ARGUMENT with reason <c>DOCUMENT_TOO_LARGE</c>.</exception>
    public static void CheckFits(params IEnumerable<IMessage> parts) => CheckFits(FazhiHost.MaxMessageSize - Margin, parts);

    internal static void CheckFits(int limit, IEnumerable<IMessage> parts)
    {
        var size = parts.Sum(part => (long)part.CalculateSize());
        if (size > limit)
            throw FazhiException.InvalidArgument("chunk", $"文件的文字太多：读出的正文和任务共 {size} 字节，上限 {limit} 字节；请拆成几份", "DOCUMENT_TOO_LARGE");
    }
}
