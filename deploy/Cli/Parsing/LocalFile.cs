using Fazhi.Cli.Import;
using Fazhi.Documents;

namespace Fazhi.Cli.Parsing;

/// <summary>Reads a file of this machine.</summary>
internal static class LocalFile
{
    /// <summary>The document in the file, or why there is none.</summary>
    public static ReadResult Read(FoundFile file, CancellationToken cancellation)
    {
        try
        {
            var size = new FileInfo(file.Path).Length;
            return size > ReadLimits.Default.MaxBytes
                ? new DocumentError(DocumentErrorCode.TooLarge, $"文件有 {size} 字节，超过上限 {ReadLimits.Default.MaxBytes} 字节。")
                : DocumentReader.Read(File.ReadAllBytes(file.Path), cancellationToken: cancellation);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CliException($"无法读取 {file.Label}：{error.Message}");
        }
    }
}
