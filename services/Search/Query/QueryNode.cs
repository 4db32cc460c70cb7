namespace Fazhi.Search.Query;

/// <summary>What a passage must have. A tree without cycles; nodes are equal when they ask for the same.</summary>
internal abstract record QueryNode
{
    private QueryNode()
    {
    }

    /// <summary>Every leaf that a match may be marked by: those that are wanted, not those that are excluded.</summary>
    public abstract IEnumerable<SearchTerm> WantedTerms { get; }

    /// <summary>The words of the term stand together in the passage.</summary>
    internal sealed record Phrase(SearchTerm Term) : QueryNode
    {
        public override IEnumerable<SearchTerm> WantedTerms => [Term];
    }

    /// <summary>The passage bears a tag (see <see cref="Indexing.PassageTags"/>). Never counts for the score.</summary>
    internal sealed record Tag(string Value) : QueryNode
    {
        /// <summary>The word by which a theme was asked for; null where it was asked for by its id.</summary>
        public SearchTerm? Typed { get; init; }

        public bool Equals(Tag? other) => other is not null && Value == other.Value;

        public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

        public override IEnumerable<SearchTerm> WantedTerms => [];
    }

    /// <summary>All of them hold.</summary>
    internal sealed record All(IReadOnlyList<QueryNode> Nodes) : QueryNode
    {
        public override IEnumerable<SearchTerm> WantedTerms => Nodes.SelectMany(node => node.WantedTerms);

        public bool Equals(All? other) => other is not null && Nodes.SequenceEqual(other.Nodes);

        public override int GetHashCode() => Nodes.Aggregate(1, (hash, node) => HashCode.Combine(hash, node));
    }

    /// <summary>At least one of them holds.</summary>
    internal sealed record Any(IReadOnlyList<QueryNode> Nodes) : QueryNode
    {
        public override IEnumerable<SearchTerm> WantedTerms => Nodes.SelectMany(node => node.WantedTerms);

        public bool Equals(Any? other) => other is not null && Nodes.SequenceEqual(other.Nodes);

        public override int GetHashCode() => Nodes.Aggregate(2, (hash, node) => HashCode.Combine(hash, node));
    }

    /// <summary>The first holds, and the second does not.</summary>
    internal sealed record Except(QueryNode Wanted, QueryNode Unwanted) : QueryNode
    {
        public override IEnumerable<SearchTerm> WantedTerms => Wanted.WantedTerms;
    }
}
