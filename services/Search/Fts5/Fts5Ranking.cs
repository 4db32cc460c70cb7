namespace Fazhi.Search.Fts5;

/// <summary>BM25 of a passage. The same numbers for the same content, in whatever order it came.</summary>
internal static class Fts5Ranking
{
    /// <summary>How much more often a word counts as said for each time that it stands in the title, region, headings and text.</summary>
    public const double TitleWeight = 4, RegionWeight = 1, HeadingWeight = 2.5, BodyWeight = 1;

    // How soon saying a word again adds nothing, and how much a long passage is held against it.
    private const float Saturation = 1.2f;
    private const float LengthShare = 0.75f;

    /// <summary>How telling it is that a passage has a phrase: always above 0.</summary>
    /// <param name="passages">How many passages there are.</param>
    /// <param name="having">How many of them have it.</param>
    public static double Telling(long passages, long having) => Math.Log(1 + ((passages - having + 0.5) / (having + 0.5)));

    /// <summary>What a phrase adds to the score of a passage.</summary>
    /// <param name="telling">See <see cref="Telling"/>.</param>
    /// <param name="weight">How often it is said, by the weights.</param>
    /// <param name="length">The passage's length as a share of the mean length.</param>
    public static float Score(float telling, float weight, float length) =>
        telling * weight * (Saturation + 1) / (weight + (Saturation * (1 - LengthShare + (LengthShare * length))));
}
