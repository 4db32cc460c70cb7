using Fazhi.Cli.Import;
using Fazhi.Testing;

namespace Fazhi.Cli.Tests;

public sealed class FileCollectorTests
{
    [Fact]
    public void Folder_gives_all_files_below_in_order_without_hidden_ones()
    {
        using var temp = Tree("b.txt", "a.html", ".hidden", "sub/c.txt", ".git/d.txt", "sub/.e");
        Assert.Equal(["a.html", "b.txt", "sub/c.txt"], FileCollector.Collect([temp.Path]).Select(file => file.Label));
    }

    [Fact]
    public void Named_file_is_taken_even_if_it_is_hidden()
    {
        using var temp = Tree(".hidden");
        Assert.Equal([temp[".hidden"]], FileCollector.Collect([temp[".hidden"]]).Select(file => file.Label));
    }

    [Fact]
    public void File_that_is_meant_twice_is_taken_once()
    {
        using var temp = Tree("a.txt");
        Assert.Single(FileCollector.Collect([temp["a.txt"], temp.Path, temp["a.txt"]]));
    }

    [Fact]
    public void Link_that_leads_back_does_not_go_round()
    {
        using var temp = Tree("sub/a.txt");
        Directory.CreateSymbolicLink(temp["sub", "up"], temp.Path);
        Assert.Equal(["sub/a.txt"], FileCollector.Collect([temp.Path]).Select(file => file.Label));
        File.Delete(temp["sub", "up"]);
    }

    [Fact]
    public void Path_that_does_not_exist_is_named()
    {
        var error = Assert.Throws<CliException>(() => FileCollector.Collect(["/nonexistent/计划"]));
        Assert.Contains("/nonexistent/计划", error.Message, StringComparison.Ordinal);
    }

    private static TempFolder Tree(params ReadOnlySpan<string> files)
    {
        var temp = new TempFolder();
        foreach (var file in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(temp[file])!);
            File.WriteAllText(temp[file], "");
        }
        return temp;
    }
}
