namespace Fazhi.Documents;

/// <summary>What a contact is.</summary>
public enum ContactKind
{
    /// <summary>通信地址.</summary>
    Address,

    /// <summary>联系人.</summary>
    Person,

    /// <summary>电话.</summary>
    Telephone,

    /// <summary>传真.</summary>
    Fax,

    /// <summary>电子邮箱.</summary>
    Email,

    /// <summary>邮政编码.</summary>
    PostalCode,

    /// <summary>网址.</summary>
    Website,
}
