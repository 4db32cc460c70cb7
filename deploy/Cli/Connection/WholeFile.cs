namespace Fazhi.Cli.Connection;

/// <summary>Files that are either complete or not there.</summary>
internal static class WholeFile
{
    /// <summary>Writes beside the file, and puts it in place in one step when all of it is there.</summary>
    /// <returns>What <paramref name="write"/> returns.</returns>
    /// <exception cref="CliException">It cannot be written.</exception>
    public static async Task<T> WriteAsync<T>(string path, Func<Stream, Task<T>> write)
    {
        var part = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            T result;
            await using (var file = new FileStream(part, FileMode.CreateNew, FileAccess.Write))
                result = await write(file);
            File.Move(part, path, overwrite: true);
            return result;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CliException($"无法写入 {path}：{error.Message}");
        }
        finally
        {
            if (File.Exists(part))
                File.Delete(part);
        }
    }
}
