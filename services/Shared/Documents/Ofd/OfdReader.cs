using Fazhi.Documents.Archives;
using Fazhi.Documents.Layout;

namespace Fazhi.Documents.Ofd;

internal static class OfdReader
{
    public static RawContent Read(ZipPackage package, ReadBudget budget) =>
        throw new UnreadableException(DocumentErrorCode.UnknownFormat, "这是 OFD 版式文件（.ofd）。请把文字另存为纯文本（.txt）或网页（.html）后再导入。");
}
