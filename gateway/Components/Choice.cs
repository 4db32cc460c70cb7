namespace Fazhi.Gateway.Components;

/// <summary>One of several things to choose from.</summary>
public sealed record Choice(string Word, string Label, bool IsChosen);
