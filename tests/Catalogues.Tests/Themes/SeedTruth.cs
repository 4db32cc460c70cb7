namespace Fazhi.Catalogues.Tests.Themes;

/// <summary>What the group headings of two real plans say about the themes of the tasks below them: facts, no words of the documents.</summary>
internal static class SeedTruth
{
    /// <summary>
    /// The 31 groups (一) to (三十一) of the county plan of 2023 → numbers of outline-2021. The first is what the group's heading names. Two groups
    /// hold a task of a second theme that the outline has apart and the county put in: (八) the awareness of lawful decisions (10), (十三) supervision
    /// by the internet (31).
    /// </summary>
    public static readonly int[][] County =
    [
        [4], [4], [5], [5], [5], [6], [9], [11, 10], [12], [13], [14], [15], [16, 31], [16], [17], [18], [19], [20], [21], [22], [23],
        [24], [25], [26], [27], [28], [29], [30], [32], [33], [34],
    ];

    /// <summary>
    /// The measures of the city plan of 2016 by part → numbers of outline-2015. The order is that of the outline but for the first two
    /// measures of part (二), which the city turned round.
    /// </summary>
    public static readonly int[][] City =
    [
        [1, 2, 3, 4, 5, 6, 7], [9, 8, 10, 11, 12], [13, 14, 15, 16, 17, 18], [19, 20, 21, 22, 23, 24],
        [25, 26, 27, 28, 29, 30], [31, 32, 33, 34, 35], [36, 37, 38, 39],
    ];
}
