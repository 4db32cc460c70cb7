using System.Buffers;

namespace Fazhi.Catalogues.Functions;

/// <summary>What the name of an organisation looks like where the catalogue does not know it.</summary>
internal static class OrganisationWords
{
    private const int LongestName = 40;

    private static readonly string[] _ends =
    [
        "局", "厅", "委员会", "委", "办公室", "办公厅", "办", "中心", "研究院", "法院", "检察院", "学院", "医院", "卫生院", "科学院", "院", "派出所", "研究所", "监管所", "监督所", "管理所", "司法所", "财政所", "看守所", "事务所", "服务所", "所", "管理处", "公证处",
        "办事处", "秘书处", "处", "大队", "支队", "总队", "中队", "执法队", "服务队", "公司", "集团", "学校", "大学", "中学", "小学", "幼儿园", "党校", "协会", "学会", "联合会", "总会", "商会", "总工会", "工会", "红十字会", "研究会", "促进会", "基金会", "妇联", "残联", "文联",
        "银行", "支行", "分行", "信用社", "联社", "图书馆", "博物馆", "档案馆", "文化馆", "纪念馆", "服务站", "管理站", "监测站", "工作站", "电视台", "气象台", "报社", "出版社", "供销社", "合作社", "领导小组", "工作小组", "协调小组", "工作组", "巡察组", "巡视组", "纪检组", "监察组", "专班", "指挥部",
        "武装部", "组织部", "宣传部", "统战部", "工作部", "项目部", "部", "委机关", "局机关", "署机关", "党委", "党组", "党支部", "党总支", "管委会", "居委会", "村委会", "组委会", "法庭", "开发区", "工业园", "产业园", "林场", "农场", "牧场", "水厂", "机场", "监狱", "仲裁院", "戒毒所", "股", "科",
    ];

    private static readonly string[] _startsOfSentences =
    [
        "加快", "推进", "加强", "建立", "完善", "落实", "开展", "健全", "推动", "制定", "配合", "会同", "按照", "根据", "负责", "牵头", "强化", "提升", "提高", "深化", "优化", "坚持", "积极", "认真", "严格", "全面加强", "全面推进", "进一步", "切实", "充分", "做好", "抓好",
        "组织开展", "组织实施", "组织召开", "指导", "督促", "协调", "参照", "依托", "结合", "通过", "围绕", "针对", "对", "在", "把", "将", "向", "以", "为", "与", "和", "及", "等", "并", "被", "从", "第一", "年底", "每年",
    ];

    private static readonly string[] _offices = ["办公室", "办", "部", "局"];

    private static readonly SearchValues<char> _noNames = SearchValues.Create("的了是着吗也就都已不要应须使让并且或该这那,;。:!?、《》“”\"'/\\|=+<>%…~@#$^&_");
    // Against the words below: 督查处 is one, 查处 is none.
    private static readonly string[] _organisations = ["督查处", "稽查处", "检查处", "审查处", "巡查处", "调查处", "协调处", "复议处", "会议处", "建议处"];
    private static readonly string[] _noOrganisations = ["东部", "西部", "南部", "北部", "中部", "上部", "下部", "顶部", "底部", "各部", "干部", "内部", "外部", "全部", "局部", "分局部", "不办", "承办", "主办", "协办", "督办", "交办", "经办", "速办", "催办", "查办", "联办", "通办", "即办", "处所", "场所", "到处", "查处", "惩处", "议处", "调处", "何处", "好处", "各处", "住所", "布局", "格局", "结局", "大局", "全局", "委托", "任委", "常委", "政委", "医学", "法学", "文科", "学科", "百科", "控股", "持股", "参股"];

    /// <summary>True when the words end as the name of an organisation does.</summary>
    public static bool EndsAsOne(ReadOnlySpan<char> words) =>
        (!EndsWithAny(words, _noOrganisations) || EndsWithAny(words, _organisations)) && EndsWithAny(words, _ends);

    private static bool EndsWithAny(ReadOnlySpan<char> words, string[] ends)
    {
        foreach (var end in ends)
        {
            if (words.EndsWith(end, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>True when the words can be the name of an organisation: they end as one and are no sentence.</summary>
    public static bool IsOne(ReadOnlySpan<char> words)
    {
        if (words.Length is < 3 or > LongestName || words.ContainsAny(_noNames) || (char.IsAsciiDigit(words[0]) && words.Contains('年')) || !EndsAsOne(words))
            return false;
        foreach (var start in _startsOfSentences)
        {
            if (words.StartsWith(start, StringComparison.Ordinal))
                return false;
        }

        return true;
    }

    /// <summary>True of an office, a department or a branch: 党政办公室, 组织人事部, 市场监管分局.</summary>
    public static bool IsOffice(ReadOnlySpan<char> words) => EndsWithAny(words, _offices);

    /// <summary>True of a part of an organisation: 交警大队, 法工委, 行政复议股, 望岫分局.</summary>
    public static bool IsPart(ReadOnlySpan<char> words) => words.Length is >= 2 and <= 20 && !words.ContainsAny(_noNames) && words[0] != '各' && EndsAsOne(words);
}
