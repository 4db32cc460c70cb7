namespace Fazhi.AppHost;

/// <summary>
/// The data folder, held by one AppHost at a time: two sets of services on the same files would each believe to be the only writer.
/// </summary>
internal sealed class DataFolder : IDisposable
{
    private const string LockName = ".lock";
    private const string SamplesMarkerName = ".samples-loaded";
    private readonly FileStream _lock;

    private DataFolder(string path, FileStream @lock)
    {
        Root = path;
        _lock = @lock;
    }

    /// <summary>Absolute path of the folder.</summary>
    public string Root { get; }

    /// <summary>Whether the samples were loaded once; they are not loaded again after a user deleted some.</summary>
    public bool SamplesLoaded => File.Exists(Path.Combine(Root, SamplesMarkerName));

    /// <summary>Creates the folder where it is missing and takes hold of it.</summary>
    /// <exception cref="AppHostException">The folder cannot be written, or another AppHost holds it.</exception>
    public static DataFolder Open(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new AppHostException($"无法创建数据文件夹 {path}：{error.Message}");
        }

        var lockPath = Path.Combine(path, LockName);
        try
        {
            return new DataFolder(path, new FileStream(lockPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException)
        {
            throw new AppHostException($"数据文件夹 {path} 不可写，请检查权限或用 --data 另选一个。");
        }
        catch (IOException error) when (!IsSharingViolation(error))
        {
            throw new AppHostException($"数据文件夹 {path} 不可写：{error.Message}");
        }
        catch (IOException)
        {
            throw new AppHostException($"数据文件夹 {path} 正被另一个 AppHost 使用（锁文件 {LockName}）。请先结束它，或用 --data 另选一个文件夹。");
        }
    }

    // EWOULDBLOCK of Linux and of macOS, ERROR_SHARING_VIOLATION of Windows.
    private static bool IsSharingViolation(IOException error) => error.HResult is 11 or 35 or unchecked((int)0x80070020);

    /// <summary>The folder of one host's files.</summary>
    public string Of(string host) => Path.Combine(Root, host);

    public void MarkSamplesLoaded() =>
        File.WriteAllText(Path.Combine(Root, SamplesMarkerName), $"示例数据已于 {DateTimeOffset.Now:yyyy-MM-dd HH:mm:ss zzz} 导入；删除本文件后，下次启动会再次导入。\n");

    // The lock file stays: deleting it while another process opens it would let two of them in.
    public void Dispose() => _lock.Dispose();
}
