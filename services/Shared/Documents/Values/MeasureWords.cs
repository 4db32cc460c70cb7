using Fazhi.Catalogues;

namespace Fazhi.Documents.Values;

/// <summary>The measure words that may follow a number.</summary>
internal static class MeasureWords
{
    private static readonly PhraseSet<string> Words = new(
        """
        % ‰ 个百分点 百分点 成 倍
        个工作日 工作日 个自然日 自然日 个小时 小时 分钟 个月 日 天 周 年 个季度 学时 课时 个学时 个课时
        件次 人次 场次 户次 家次 项次 批次 台次 车次 班次 份次 条次 期次 例次 起次 辆次 趟次 点次 家(次) 件(次) 人(次) 场(次) 户(次) 项(次) 次(件) 次(场) 起(件) 件(起) 场(期) 期(场)
        个 件 次 场 期 项 名 人 位 户 家 起 份 条 支 本 册 部 篇 例 宗 套 台 辆 处 所 座 间 块 幅 张 枚 批 轮 类 种 门 堂 节 课 分 岁 只 组 对 栋 幢 集 讲 则 笔 封 卷 遍 回 趟 面 盒 箱 票 字 页 款 段 路 道 列 班 队 艘 架 口 头 棵 株 车 桩 条(款)
        元 美元 亩 公顷 公里 米 千米 平方米 平方公里 立方米 吨 千克 公斤 千瓦 千瓦时 兆 GB TB 小区 村(社区) 村 镇
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(w => KeyValuePair.Create(w, w)));

    /// <summary>The measure word that begins at <paramref name="at"/>; false when there is none.</summary>
    public static bool TryMatch(ReadOnlySpan<char> text, int at, out string word, out int length)
    {
        if (at < text.Length && Words.TryMatch(text, at, out length, out word))
            return true;
        (word, length) = ("", 0);
        return false;
    }
}
