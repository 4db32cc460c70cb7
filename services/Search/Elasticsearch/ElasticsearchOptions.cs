using System.Text.RegularExpressions;

namespace Fazhi.Search.Elasticsearch;

/// <summary>How the cluster is reached and how the index is laid out: section <c>Fazhi:Search:Elasticsearch</c>.</summary>
internal sealed partial record ElasticsearchOptions
{
    /// <summary>The section.</summary>
    public const string Section = "Fazhi:Search:Elasticsearch";

    /// <summary>Addresses of the nodes, at least one: <c>https://es-1:9200</c>.</summary>
    public IReadOnlyList<string> Nodes { get; init; } = [];

    /// <summary>The API key in its encoded form (Base64 of <c>id:key</c>); better in a file.</summary>
    public string ApiKey { get; init; } = "";

    /// <summary>File that holds the API key.</summary>
    public string ApiKeyFile { get; init; } = "";

    /// <summary>User of basic authentication.</summary>
    public string User { get; init; } = "";

    /// <summary>File that holds the password of <see cref="User"/>.</summary>
    public string PasswordFile { get; init; } = "";

    /// <summary>PEM file of the authorities that may have signed the nodes' certificates, in place of those of the machine.</summary>
    public string CaFile { get; init; } = "";

    /// <summary>SHA-256 of a certificate that the nodes show or chain up to, in hexadecimal, with or without colons.</summary>
    public string Fingerprint { get; init; } = "";

    /// <summary>What the names of all indices, aliases and templates begin with.</summary>
    public string IndexPrefix { get; init; } = "fazhi";

    /// <summary>Primary shards of a new index of documents.</summary>
    public int Shards { get; init; } = 1;

    /// <summary>Replicas of each shard; one as soon as there is a second node if not given.</summary>
    public int? Replicas { get; init; }

    /// <summary>How long one node may take for an answer; <see cref="BulkTimeout"/> for writing.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long writing one batch may take, waiting for a busy cluster included.</summary>
    public TimeSpan BulkTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How many other nodes are tried.</summary>
    public int MaxRetries { get; init; } = 2;

    /// <summary>Requests and answers are gzip: worth it where the network is slower than the processor.</summary>
    public bool Compress { get; init; }

    /// <summary>Bytes of one bulk request, about.</summary>
    public int BulkBytes { get; init; } = 5 * 1024 * 1024;

    /// <summary>Documents of one bulk request at most.</summary>
    public int BulkItems { get; init; } = 500;

    /// <summary>Bulk requests on their way at the same time.</summary>
    public int BulkConcurrency { get; init; } = 2;

    /// <summary>Words are scored by smartcn besides, where the server has that plugin when an index is made. Never changes what is found.</summary>
    public bool SmartChinese { get; init; } = true;

    /// <summary>The options of a configuration.</summary>
    /// <exception cref="InvalidOperationException">Something is missing or does not fit: the message says what, never a secret.</exception>
    public static ElasticsearchOptions From(IConfiguration configuration)
    {
        ElasticsearchOptions options;
        try
        {
            options = configuration.GetSection(Section).Get<ElasticsearchOptions>() ?? new ElasticsearchOptions();
        }
        catch (InvalidOperationException error)
        {
            throw new InvalidOperationException($"{Section} 的取值不能读取：{error.Message}", error);
        }
        return options.Problems().FirstOrDefault() is { } problem ? throw new InvalidOperationException($"{Section}：{problem}") : options;
    }

    /// <summary>The API key, wherever it is given; null without one.</summary>
    public string? ReadApiKey() => ApiKey.Length > 0 ? ApiKey : ReadSecret(ApiKeyFile);

    /// <summary>The password; null without one.</summary>
    public string? ReadPassword() => ReadSecret(PasswordFile);

    private static string? ReadSecret(string file) => file.Length == 0 ? null : File.ReadAllText(file).Trim();

    private IEnumerable<string> Problems()
    {
        if (Nodes.Count == 0)
            yield return "Nodes 至少要有一个节点地址，例如 Nodes__0=http://127.0.0.1:9200。";
        foreach (var node in Nodes)
        {
            if (!Uri.TryCreate(node, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
                yield return $"Nodes 中的“{node}”不是 http(s)://主机:端口 形式的地址。";
            else if (address.UserInfo.Length > 0)
                yield return "Nodes 的地址中不能带用户名和口令：请用 User 与 PasswordFile，或 ApiKeyFile。";
            else if (address.Scheme == "http" && (CaFile.Length > 0 || Fingerprint.Length > 0))
                yield return $"给出了 CaFile 或 Fingerprint，但节点 {node} 不是 https 地址。";
        }
        if (ApiKey.Length > 0 && ApiKeyFile.Length > 0)
            yield return "ApiKey 与 ApiKeyFile 只能给出一个。";
        if ((ApiKey.Length > 0 || ApiKeyFile.Length > 0) && User.Length > 0)
            yield return "API 密钥与 User 只能给出一个。";
        if (User.Length > 0 != PasswordFile.Length > 0)
            yield return "User 与 PasswordFile 须同时给出。";
        foreach (var file in ((string[])[ApiKeyFile, PasswordFile, CaFile]).Where(file => file.Length > 0 && !File.Exists(file)))
            yield return $"找不到文件 {file}。";
        if (CaFile.Length > 0 && Fingerprint.Length > 0)
            yield return "CaFile 与 Fingerprint 只能给出一个。";
        if (Fingerprint.Length > 0 && !FingerprintForm().IsMatch(Fingerprint))
            yield return "Fingerprint 应为证书的 SHA-256：64 个十六进制数字，可用冒号分隔。";
        if (!PrefixForm().IsMatch(IndexPrefix))
            yield return "IndexPrefix 应以小写字母开头，由小写字母、数字和连字符组成，最多 64 个字符。";
        foreach (var (name, value, low, high) in Numbers().Where(number => number.Value < number.Low || number.Value > number.High))
            yield return $"{name} 应在 {low} 至 {high} 之间，现为 {value}。";
        if (RequestTimeout <= TimeSpan.Zero || BulkTimeout <= TimeSpan.Zero)
            yield return "RequestTimeout 与 BulkTimeout 应大于零。";
    }

    private IEnumerable<(string Name, int Value, int Low, int High)> Numbers() =>
    [
        (nameof(Shards), Shards, 1, 1024),
        (nameof(Replicas), Replicas ?? 0, 0, 16),
        (nameof(MaxRetries), MaxRetries, 0, 32),
        (nameof(BulkBytes), BulkBytes, 64 * 1024, 64 * 1024 * 1024),
        (nameof(BulkItems), BulkItems, 1, 10_000),
        (nameof(BulkConcurrency), BulkConcurrency, 1, 32),
    ];

    // As a record prints itself the key would be in logs.
    private bool PrintMembers(System.Text.StringBuilder builder)
    {
        builder.AppendJoin(", ", Nodes);
        return true;
    }

    [GeneratedRegex("^(?:[0-9A-Fa-f]{2}:?){31}[0-9A-Fa-f]{2}$")]
    private static partial Regex FingerprintForm();

    [GeneratedRegex("^[a-z][a-z0-9-]{0,63}$")]
    private static partial Regex PrefixForm();
}
