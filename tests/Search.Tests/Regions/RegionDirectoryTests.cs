using Fazhi.Search.Regions;

namespace Fazhi.Search.Tests.Regions;

public sealed class RegionDirectoryTests
{
    private static readonly RegionDirectory Directory = new(
    [
        new Region("990000", "岚川省", "岚川省", [], ["岚川"], []),
        new Region("990100", "临澜市", "临澜市", ["990000"], ["临澜"], []),
        new Region("990102", "青砚区", "临澜市青砚区", ["990000", "990100"], ["青砚"], ["990103", "砚台县"]),
        new Region("990121", "望岫县", "临澜市望岫县", ["990000", "990100"], ["望岫"], []),
        new Region("990122", "临澜县", "临澜市临澜县", ["990000", "990100"], ["临澜"], []),
        new Region("990200", "澄湖市", "澄湖市", ["990000"], ["澄湖"], []),
        new Region("990202", "青砚区", "澄湖市青砚区", ["990000", "990200"], ["青砚"], []),
    ]);

    [Theory]
    [InlineData("990102", "990102")]
    [InlineData("临澜市", "990100")]
    [InlineData("临澜", "990100")]
    [InlineData("望岫", "990121")]
    [InlineData("临澜市青砚区", "990102")]
    [InlineData("岚川省临澜市青砚区", "990102")]
    [InlineData("澄湖青砚", "990202")]
    [InlineData("青砚区", "990102 990202")]
    [InlineData("砚台县", "990102")]
    [InlineData("澄湖望岫", "")]
    [InlineData("别处", "")]
    public void Text_names_the_regions(string text, string codes) =>
        Assert.Equal(codes, string.Join(' ', Directory.Find(text).Select(region => region.Code)));
}
