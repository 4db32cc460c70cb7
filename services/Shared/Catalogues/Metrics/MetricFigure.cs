namespace Fazhi.Catalogues.Metrics;

/// <summary>A figure in a sentence, with the words that are its own. All places are in UTF-16 units from the begin of the sentence.</summary>
/// <param name="Start">Where the figure begins.</param>
/// <param name="End">Where it ends, after its measure word.</param>
/// <param name="Unit">Its measure word, folded.</param>
/// <param name="OwnStart">Where the words begin that speak of it: its clause, or its part of a list.</param>
/// <param name="OwnEnd">Where they end.</param>
/// <param name="NearStart">What stands before this in its own words belongs rather to another figure; <paramref name="OwnStart"/> where there is none.</param>
/// <param name="NearEnd">What stands behind this in its own words belongs rather to another figure; <paramref name="OwnEnd"/> where there is none.</param>
public readonly record struct MetricFigure(int Start, int End, string Unit, int OwnStart, int OwnEnd, int NearStart, int NearEnd);
