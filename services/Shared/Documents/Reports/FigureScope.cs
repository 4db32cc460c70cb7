using Fazhi.Documents.Values;

namespace Fazhi.Documents.Reports;

/// <summary>A figure and the words of its sentence that speak of it.</summary>
/// <param name="Quantity">The figure.</param>
/// <param name="Own">Its part of the clause: up to a comma, or between 、 where each part has its figure.</param>
/// <param name="Near">The same without what stands beyond other figures.</param>
/// <param name="Clause">Its clause.</param>
/// <param name="Before">The part of the sentence before its own, whose subject it may share; empty where there is none.</param>
/// <param name="IsBare">True when its own words say nothing: 共6次.</param>
/// <param name="FollowsFigure">True when the part before has a figure of its own.</param>
/// <param name="IsListed">True when the part before has a figure with the same measure word, and so a subject that is not shared: 维持60件、驳回20件.</param>
internal readonly record struct FigureScope(Quantity Quantity, TextRange Own, TextRange Near, TextRange Clause, TextRange Before, bool IsBare, bool FollowsFigure, bool IsListed);
