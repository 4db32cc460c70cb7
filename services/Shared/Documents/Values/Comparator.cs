namespace Fazhi.Documents;

/// <summary>How a figure is meant.</summary>
public enum Comparator
{
    /// <summary>The figure itself: 达到100%, 57件.</summary>
    Equal,

    /// <summary>以上, 不少于, 不低于, 至少.</summary>
    AtLeast,

    /// <summary>以下, 以内, 不超过.</summary>
    AtMost,

    /// <summary>余, 多, 超过.</summary>
    MoreThan,

    /// <summary>低于, 不到.</summary>
    LessThan,

    /// <summary>约, 近.</summary>
    About,
}
