namespace Fazhi.Documents.Values;

/// <summary>A figure with what it counts: 不少于60学时, 2.9万余件, 三分之二, 百分之九十以上.</summary>
/// <param name="Value">The value, multiplied out: 2.9万 is 29000; 百分之九十 and 90% are 90 with the unit %; 三分之一 is a third without unit.</param>
/// <param name="Comparator">How it is meant; <see cref="Fazhi.Documents.Comparator.Equal"/> where nothing else is said.</param>
/// <param name="Compared">True when words say how it is meant, 达到 included.</param>
/// <param name="Unit">The measure word, folded: 件, 人次, 个工作日, %; empty where there is none.</param>
/// <param name="InHan">True when it is written in Chinese numerals, where names (三项制度) are more common than figures.</param>
/// <param name="Number">The digits or numerals alone, multipliers included.</param>
/// <param name="Range">The whole expression, from the comparing words before it to those after it.</param>
internal readonly record struct Quantity(
    decimal Value, Comparator Comparator, bool Compared, string Unit, bool InHan, TextRange Number, TextRange Range);
