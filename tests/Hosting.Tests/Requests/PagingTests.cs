using Fazhi.Hosting.Tests.V1;
using FsCheck;
using FsCheck.Fluent;
using Grpc.Core;

namespace Fazhi.Hosting.Tests.Requests;

public sealed class PagingTests
{
    [Theory]
    [InlineData(0, 50)]
    [InlineData(1, 1)]
    [InlineData(500, 500)]
    [InlineData(501, 500)]
    [InlineData(int.MaxValue, 500)]
    public void Page_size_has_a_default_and_a_limit(int requested, int used) => Assert.Equal(used, PageSize.Of(requested));

    [Fact]
    public void Negative_page_size_is_refused() =>
        Assert.Equal("page_size", Assert.Single(Assert.Throws<FazhiException>(() => PageSize.Of(-1)).FieldViolations).Field);

    [Fact]
    public void First_page_has_no_key() => Assert.Null(PageToken.Read(new EchoRequest { Text = "filter" }, 1));

    [Fact]
    public void Any_key_comes_back() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonNull<string>>(),
        ArbMap.Default.ArbFor<NonNull<string>>(),
        (first, second) =>
        {
            // A lone surrogate is no text: keys are names, dates and numbers.
            var key = new[] { first.Get, second.Get }.Select(part => string.Concat(part.Where(character => !char.IsSurrogate(character)))).ToArray();
            var request = new EchoRequest { Text = "filter" };
            request.PageToken = PageToken.Create(request, key);
            return PageToken.Read(request, 2)!.SequenceEqual(key);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Page_size_may_change_between_pages()
    {
        var token = PageToken.Create(new EchoRequest { Text = "filter", PageSize = 10 }, "k");
        Assert.Equal(["k"], PageToken.Read(new EchoRequest { Text = "filter", PageSize = 20, PageToken = token }, 1));
    }

    [Fact]
    public void Token_of_another_filter_is_refused()
    {
        var token = PageToken.Create(new EchoRequest { Text = "filter" }, "k");
        AssertRefused(new EchoRequest { Text = "other", PageToken = token });
    }

    [Fact]
    public void Token_with_any_character_changed_is_refused()
    {
        var token = PageToken.Create(new EchoRequest { Text = "filter" }, "key", "2024");
        for (var index = 0; index < token.Length; index++)
        {
            var changed = token.ToCharArray();
            changed[index] = changed[index] == 'A' ? 'B' : 'A';
            AssertRefused(new EchoRequest { Text = "filter", PageToken = new string(changed) });
        }
    }

    [Theory]
    [InlineData("x")]
    [InlineData("不是标记")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("null")]
    public void Text_that_is_no_token_is_refused(string token) => AssertRefused(new EchoRequest { Text = "filter", PageToken = token });

    [Fact]
    public void Token_without_end_is_refused() => AssertRefused(new EchoRequest { PageToken = new string('A', 1_000_000) });

    [Fact]
    public void Token_with_another_number_of_parts_is_refused()
    {
        var request = new EchoRequest { Text = "filter" };
        request.PageToken = PageToken.Create(request, "one");
        AssertRefused(request, keyLength: 2);
    }

    [Fact]
    public void Page_leaves_out_the_row_too_many_and_points_behind_its_last()
    {
        var request = new EchoRequest { Text = "filter" };
        var page = Page.Of(request, 2, [1, 2, 3], row => [$"{row}"]);
        Assert.Equal([1, 2], page.Items);
        request.PageToken = page.NextPageToken;
        Assert.Equal(["2"], PageToken.Read(request, 1));
        Assert.Equal("", Page.Of(request, 2, [3], row => [$"{row}"]).NextPageToken);
        Assert.Equal("", Page.Of(request, 2, [3, 4], row => [$"{row}"]).NextPageToken);
    }

    private static void AssertRefused(EchoRequest request, int keyLength = 1)
    {
        var error = Assert.Throws<FazhiException>(() => PageToken.Read(request, keyLength));
        Assert.Equal((StatusCode.InvalidArgument, "PAGE_TOKEN_INVALID"), (error.Code, error.Reason));
    }
}
