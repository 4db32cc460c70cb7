using Fazhi.Search.Elasticsearch;
using Fazhi.Testing;
using Microsoft.Extensions.Configuration;

namespace Fazhi.Search.Tests.Elasticsearch;

public sealed class ElasticsearchOptionsTests
{
    [Fact]
    public void Options_are_read_from_the_configuration()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["key"], "abc=\n");

        var options = Read("Nodes:0=https://es-1:9200", "Nodes:1=https://es-2:9200", $"ApiKeyFile={folder["key"]}", "Shards=3", "Replicas=2", "RequestTimeout=00:00:05", "IndexPrefix=fazhi-test");

        Assert.Equal(["https://es-1:9200", "https://es-2:9200"], options.Nodes);
        Assert.Equal("abc=", options.ReadApiKey());
        Assert.Equal((3, 2, TimeSpan.FromSeconds(5), "fazhi-test"), (options.Shards, options.Replicas, options.RequestTimeout, options.IndexPrefix));
    }

    [Theory]
    [InlineData("", "Nodes 至少要有一个节点地址")]
    [InlineData("Nodes:0=es-1", "不是 http(s)://主机:端口 形式的地址")]
    [InlineData("Nodes:0=https://user:secret@es-1:9200", "不能带用户名和口令")]
    [InlineData("Nodes:0=http://es-1:9200 Fingerprint=00", "不是 https 地址")]
    [InlineData("Nodes:0=https://es-1:9200 Fingerprint=00", "64 个十六进制数字")]
    [InlineData("Nodes:0=https://es-1:9200 CaFile=/no/such/file", "找不到文件 /no/such/file")]
    [InlineData("Nodes:0=http://es-1:9200 User=admin", "User 与 PasswordFile 须同时给出")]
    [InlineData("Nodes:0=http://es-1:9200 ApiKey=secret User=admin PasswordFile=/etc/hostname", "只能给出一个")]
    [InlineData("Nodes:0=http://es-1:9200 IndexPrefix=Fazhi_*", "IndexPrefix 应以小写字母开头")]
    [InlineData("Nodes:0=http://es-1:9200 Shards=0", "Shards 应在 1 至 1024 之间，现为 0")]
    [InlineData("Nodes:0=http://es-1:9200 Shards=many", "不能读取")]
    public void What_does_not_fit_is_said_and_no_secret_with_it(string settings, string message)
    {
        var error = Assert.Throws<InvalidOperationException>(() => Read(settings.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_print_no_secret() =>
        Assert.DoesNotContain("secret", Read("Nodes:0=http://es-1:9200", "ApiKey=secret").ToString(), StringComparison.Ordinal);

    private static ElasticsearchOptions Read(params string[] settings) => ElasticsearchOptions.From(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => setting.Split('=', 2)).Select(parts => KeyValuePair.Create($"{ElasticsearchOptions.Section}:{parts[0]}", (string?)parts[1])))
        .Build());
}
