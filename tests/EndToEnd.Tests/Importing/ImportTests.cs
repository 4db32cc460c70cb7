using System.Diagnostics;
using System.Text;
using Fazhi.Documents.V1;
using Fazhi.EndToEnd.Tests.Platform;
using Fazhi.Testing;
using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;
using Outcome = Fazhi.Documents.V1.ImportDocumentResponse.Types.Outcome;

namespace Fazhi.EndToEnd.Tests.Importing;

/// <summary>What an import promises: findable at once, once only, and without a trace where it is refused.</summary>
public sealed class ImportTests(EmptyPlatform fixture) : IClassFixture<EmptyPlatform>
{
    private const int LimitBytes = 32 * 1024 * 1024;
    private static readonly TimeSpan Findable = TimeSpan.FromSeconds(1);
    private readonly DocumentGenerator _generator = new(seed: 11);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private FazhiClient Client => fixture.Platform.Client;

    [Fact]
    public async Task New_import_is_findable_within_one_second()
    {
        foreach (var document in Enumerable.Range(100, 6).Select(_generator.Generate))
        {
            var imported = await Client.ImportAsync(document.FileName, document.Bytes, Cancellation);
            var since = Stopwatch.StartNew();
            await Wait.UntilAsync(
                TimeSpan.FromSeconds(20),
                async () => (await Client.FindAsync(Phrase(document), Cancellation)).Count == 0 ? $"{document.Marker} is not found" : null,
                Cancellation);
            TestContext.Current.SendDiagnosticMessage($"{document.FileName}: findable after {since.ElapsedMilliseconds} ms");
            Assert.True(since.Elapsed < Findable, $"{document.FileName} was findable only after {since.ElapsedMilliseconds} ms.");
            Assert.Equal([imported.Document.Name], await Client.FindAsync(Phrase(document), Cancellation));
            await TakeBackAsync(imported, document);
        }
    }

    [Theory]
    [InlineData(200, DocumentType.Plan, "plans/")]
    [InlineData(201, DocumentType.Report, "reports/")]
    public async Task Kind_title_and_year_are_found_by_the_importer(int number, DocumentType type, string prefix)
    {
        var document = _generator.Generate(number);
        var imported = await Client.ImportAsync("无关的文件名.bin", document.Bytes, Cancellation);
        Assert.Equal(Outcome.Created, imported.Outcome);
        Assert.Equal(type, imported.Document.Type);
        Assert.StartsWith(prefix, imported.Document.Name, StringComparison.Ordinal);
        Assert.Equal(document.Title, imported.Document.Title);
        Assert.Equal((document.Year, document.Year), (imported.Document.Period.StartYear, imported.Document.Period.EndYear));
        await TakeBackAsync(imported, document);
    }

    [Theory]
    [InlineData(300)]
    [InlineData(301)]
    public async Task Same_bytes_twice_are_one_document(int number)
    {
        var document = _generator.Generate(number);
        var first = await Client.ImportAsync(document.FileName, document.Bytes, Cancellation);
        var before = await Client.AllNamesAsync(Cancellation);
        var second = await Client.ImportAsync("另一个名字.txt", document.Bytes, Cancellation);
        Assert.Equal((Outcome.Created, Outcome.Unchanged), (first.Outcome, second.Outcome));
        Assert.Equal(first.Document.Name, second.Document.Name);
        Assert.Equal(before, await Client.AllNamesAsync(Cancellation));
        await TakeBackAsync(first, document);
    }

    [Fact]
    public async Task Same_bytes_at_the_same_time_are_one_document()
    {
        var document = _generator.Generate(310);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Client.ImportAsync(document.FileName, document.Bytes, Cancellation)));
        Assert.Single(answers, answer => answer.Outcome == Outcome.Created);
        Assert.Single(answers.Select(answer => answer.Document.Name).Distinct());
        await TakeBackAsync(answers[0], document);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    public async Task Deleted_document_disappears_from_lists_search_and_download(int number)
    {
        var document = _generator.Generate(number);
        var imported = await Client.ImportAsync(document.FileName, document.Bytes, Cancellation);
        await WaitUntilFoundAsync(document);
        await TakeBackAsync(imported, document);
        Assert.DoesNotContain(imported.Document.Name, await Client.AllNamesAsync(Cancellation));
        var error = await Assert.ThrowsAsync<RpcException>(() => Client.DownloadAsync(imported.Document.Name, Cancellation));
        Assert.Equal(StatusCode.NotFound, error.StatusCode);
    }

    public static TheoryData<string> Encodings => ["utf-8", "utf-8 with mark", "gb18030", "utf-16le", "utf-16be", "html"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Original_is_kept_byte_for_byte_in_every_encoding(string encoding)
    {
        var document = _generator.Generate(500);
        var bytes = Encode(document, encoding);
        var imported = await Client.ImportAsync(document.FileName, bytes, Cancellation);
        var (source, original) = await Client.DownloadAsync(imported.Document.Name, Cancellation);
        Assert.Equal(bytes, original);
        Assert.Equal((FazhiClient.Sha256(bytes), bytes.LongLength, document.FileName), (source.Sha256, source.SizeBytes, source.FileName));
        Assert.Equal(document.Title, imported.Document.Title);
        await WaitUntilFoundAsync(document);
        await TakeBackAsync(imported, document);
    }

    public static TheoryData<string, StatusCode> Refused => new()
    {
        { "empty", StatusCode.InvalidArgument },
        { "white space", StatusCode.InvalidArgument },
        { "zeros", StatusCode.InvalidArgument },
        { "noise", StatusCode.InvalidArgument },
        { "cut utf-16", StatusCode.InvalidArgument },
        { "oversized", StatusCode.ResourceExhausted },
        { "oversized noise", StatusCode.ResourceExhausted },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Bad_input_is_refused_in_words_and_changes_nothing(string kind, StatusCode code)
    {
        var kept = _generator.Generate(600);
        var imported = await Client.ImportAsync(kept.FileName, kept.Bytes, Cancellation);
        await WaitUntilFoundAsync(kept);
        var before = await StateAsync();

        var error = await Assert.ThrowsAsync<RpcException>(() => Client.ImportAsync($"{kind}.txt", Bad(kind), Cancellation));

        Assert.Equal(code, error.StatusCode);
        Assert.Contains(error.Status.Detail, character => character is >= '\u4e00' and <= '\u9fff');
        var info = error.GetRpcStatus()?.GetDetail<ErrorInfo>();
        Assert.Equal("fazhi", info?.Domain);
        Assert.Matches("^[A-Z][A-Z0-9_]+$", info?.Reason);
        Assert.Equal(before, await StateAsync());
        await TakeBackAsync(imported, kept);
    }

    [Fact]
    public async Task Hash_that_does_not_fit_the_bytes_is_refused()
    {
        var document = _generator.Generate(610);
        var before = await StateAsync();
        using var call = Client.Plans.ImportDocument(cancellationToken: Cancellation);
        await call.RequestStream.WriteAsync(
            new ImportDocumentRequest { Metadata = new ImportMetadata { FileName = document.FileName, Sha256 = new string('0', 64) } }, Cancellation);
        await call.RequestStream.WriteAsync(new ImportDocumentRequest { Chunk = ByteString.CopyFrom(document.Bytes) }, Cancellation);
        await call.RequestStream.CompleteAsync();
        var error = await Assert.ThrowsAsync<RpcException>(async () => await call.ResponseAsync);
        Assert.Equal(StatusCode.InvalidArgument, error.StatusCode);
        Assert.Equal(before, await StateAsync());
    }

    [Fact]
    public async Task Import_that_its_caller_gives_up_leaves_nothing()
    {
        var document = _generator.Generate(620);
        var before = await StateAsync();
        using (var call = Client.Plans.ImportDocument(cancellationToken: Cancellation))
        {
            await call.RequestStream.WriteAsync(
                new ImportDocumentRequest { Metadata = new ImportMetadata { FileName = document.FileName } }, Cancellation);
            await call.RequestStream.WriteAsync(new ImportDocumentRequest { Chunk = ByteString.CopyFrom(document.Bytes) }, Cancellation);
        }
        var next = _generator.Generate(622);
        var imported = await Client.ImportAsync(next.FileName, next.Bytes, Cancellation);
        await WaitUntilFoundAsync(next);
        await TakeBackAsync(imported, next);
        Assert.Equal(before, await StateAsync());
    }

    [Fact]
    public async Task Largest_document_allowed_is_taken()
    {
        var document = _generator.Generate(700);
        var chrome = $"<html><head><title>{document.Title}</title></head><body><pre>{document.Text}</pre><!--";
        var head = Encoding.UTF8.GetBytes(chrome);
        var bytes = new byte[LimitBytes];
        bytes.AsSpan().Fill((byte)' ');
        head.CopyTo(bytes, 0);
        "--></body></html>"u8.CopyTo(bytes.AsSpan(LimitBytes - 17));
        var imported = await Client.ImportAsync("largest.html", bytes, Cancellation);
        Assert.Equal(Outcome.Created, imported.Outcome);
        await WaitUntilFoundAsync(document);
        await TakeBackAsync(imported, document);
    }

    [Fact]
    public async Task Command_line_imports_what_it_can_and_names_what_failed()
    {
        using var folder = new TempFolder();
        GeneratedDocument[] documents = [_generator.Generate(800), _generator.Generate(801)];
        foreach (var document in documents)
            await File.WriteAllBytesAsync(folder[document.FileName], document.Bytes, Cancellation);
        await File.WriteAllBytesAsync(folder["damaged.txt"], Bad("noise"), Cancellation);
        var before = await Client.AllNamesAsync(Cancellation);

        var run = await FazhiCli.RunAsync(fixture.Platform.Host.Address, Cancellation, "import", folder.Path, "--json");

        Assert.True(run.ExitCode == 1, run.ToString());
        Assert.All(documents.Select(document => document.FileName).Append("damaged.txt"), name => Assert.Contains(name, run.Output, StringComparison.Ordinal));
        foreach (var document in documents)
            await WaitUntilFoundAsync(document);
        var added = (await Client.AllNamesAsync(Cancellation)).Except(before).ToList();
        Assert.Equal(documents.Length, added.Count);
        foreach (var name in added)
            await Client.DeleteAsync(name, Cancellation);
        foreach (var document in documents)
            await WaitUntilGoneAsync(document);
    }

    private static string Phrase(GeneratedDocument document) => $"\"{document.Marker}\"";

    private Task WaitUntilFoundAsync(GeneratedDocument document) => Wait.UntilAsync(
        TimeSpan.FromSeconds(20),
        async () => (await Client.FindAsync(Phrase(document), Cancellation)).Count == 1 ? null : $"{document.Marker} is not found",
        Cancellation);

    private async Task TakeBackAsync(ImportDocumentResponse imported, GeneratedDocument document)
    {
        await Client.DeleteAsync(imported.Document.Name, Cancellation);
        await WaitUntilGoneAsync(document);
    }

    private Task WaitUntilGoneAsync(GeneratedDocument document) => Wait.UntilAsync(
        TimeSpan.FromSeconds(20),
        async () => (await Client.FindAsync(Phrase(document), Cancellation)).Count == 0 ? null : $"{document.Marker} is still found",
        Cancellation);

    /// <summary>Everything that an import could have changed.</summary>
    private async Task<string> StateAsync()
    {
        var names = await Client.AllNamesAsync(Cancellation);
        var index = await Client.Search.GetIndexStatusAsync(new(), cancellationToken: Cancellation);
        return $"{string.Join(' ', names)} | {index.DocumentCount} documents, {index.PassageCount} passages";
    }

    private static byte[] Encode(GeneratedDocument document, string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return encoding switch
        {
            "utf-8" => document.Bytes,
            "utf-8 with mark" => [.. Encoding.UTF8.Preamble, .. document.Bytes],
            "gb18030" => Encoding.GetEncoding("gb18030").GetBytes(document.Text),
            "utf-16le" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(document.Text)],
            "utf-16be" => [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(document.Text)],
            _ => Encoding.UTF8.GetBytes(
                $"<!doctype html><html lang=\"zh\"><head><meta charset=\"utf-8\"><title>{document.Title}</title></head><body>"
                + string.Concat(document.Text.Split('\n').Select(line => $"<p>{line}</p>")) + "</body></html>"),
        };
    }

    private static byte[] Bad(string kind)
    {
        switch (kind)
        {
            case "empty":
                return [];
            case "white space":
                return Encoding.UTF8.GetBytes(" \n\t\u3000\r\n");
            case "zeros":
                return new byte[4096];
            case "cut utf-16":
                return [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("法治政府建设\ud800"), 0x41];
            case "oversized":
                return Enumerable.Repeat((byte)'a', LimitBytes + 1).ToArray();
            default:
                var noise = new byte[kind == "noise" ? 4096 : LimitBytes + 1];
                new Random(7).NextBytes(noise);
                return noise;
        }
    }
}
