using Fazhi.Testing;

namespace Fazhi.AppHost.Tests;

public sealed class DataFolderTests
{
    [Fact]
    public void Folder_in_use_is_refused_and_free_again_afterwards()
    {
        using var temp = new TempFolder();
        var path = temp["data"];
        using (DataFolder.Open(path))
        {
            var error = Assert.Throws<AppHostException>(() => DataFolder.Open(path));
            Assert.Contains(path, error.Message, StringComparison.Ordinal);
            Assert.Contains("另一个 AppHost", error.Message, StringComparison.Ordinal);
        }
        using var again = DataFolder.Open(path);
        Assert.Equal(path, again.Root);
    }

    [Fact]
    public void Loaded_samples_are_remembered_across_starts()
    {
        using var temp = new TempFolder();
        using (var first = DataFolder.Open(temp.Path))
        {
            Assert.False(first.SamplesLoaded);
            first.MarkSamplesLoaded();
        }
        using var second = DataFolder.Open(temp.Path);
        Assert.True(second.SamplesLoaded);
    }

    [Fact]
    public void Path_that_is_a_file_is_refused()
    {
        using var temp = new TempFolder();
        File.WriteAllText(temp["file"], "");
        Assert.Contains("无法创建", Assert.Throws<AppHostException>(() => DataFolder.Open(temp["file"])).Message, StringComparison.Ordinal);
    }
}
