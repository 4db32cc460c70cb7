namespace Fazhi.Testing;

/// <summary>The words of <see cref="SearchCorpus"/>, the most frequent ones first in each list.</summary>
internal static class SearchCorpusWords
{
    public static readonly string[] Parts =
        ["依法全面履行政府职能", "健全依法行政制度体系", "完善行政决策制度", "严格规范公正文明执法", "强化突发事件应对", "有效化解社会矛盾纠纷", "加强行政权力监督制约", "落实法治建设保障"];

    public static readonly string[] Verbs =
        ["推进", "加强", "完善", "规范", "落实", "健全", "深化", "强化", "开展", "推动", "优化", "严格", "组织", "建立", "统筹", "细化", "梳理", "公布", "抓好", "提升", "拓展", "压实", "整合", "试行", "复核", "归并"];

    public static readonly string[] Subjects =
    [
        "行政执法", "法治政府建设", "行政复议", "政务服务", "依法行政", "执法监督", "规范性文件管理", "重大行政决策", "矛盾纠纷化解", "政务公开", "法治宣传教育", "营商环境",
        "人民调解", "行政裁量权基准", "双随机抽查", "合法性审查", "行政应诉", "公共法律服务", "权责清单", "包容审慎监管", "法律顾问", "案卷评查", "信用监管", "突发事件应急预案",
        "证明事项告知承诺", "领导干部学法", "综合行政执法改革", "府院联动", "执法人员资格管理", "行政许可事项清单", "涉企检查", "行政规范性文件备案", "公平竞争审查", "数字政府建设",
        "社会稳定风险评估", "行政调解", "基层立法联系点", "重点领域执法", "食品安全监管", "生态环境保护", "安全生产检查", "农民工工资支付", "知识产权保护", "未成年人保护", "根治欠薪",
        "消费维权", "物业纠纷调处", "历史遗留问题处置", "村规民约审核", "罚缴分离", "电子证照应用", "跨省通办", "一件事一次办", "行政裁决示范", "仲裁服务", "公证便民", "司法鉴定管理",
        "社区矫正", "安置帮教", "法律援助", "普法责任制", "宪法宣誓", "以案释法", "政府合同审查", "招标投标监督", "政府采购内控", "国有资产处置", "行政备案规范", "行政补偿公示",
        "环保督察整改", "校园食品抽检", "殡葬服务收费", "停车管理", "户外广告设置", "古树名木保护", "河湖长制", "林长制", "耕地保护", "违法建设治理", "渣土运输", "非遗保护", "网约车准入",
        "养老机构备案", "托育机构登记", "疫苗流通追溯", "医保基金监管", "民宿登记", "船舶检验", "渔业执法", "无人机管控", "气象灾害预警", "地震应急避难", "燃气入户安检", "电梯维保", "危化品运输",
    ];

    public static readonly string[] Aspects =
        ["工作机制", "制度建设", "流程", "标准", "责任", "质量", "力度", "能力", "台账", "协作", "信息化平台", "培训", "考核", "通报", "试点", "清单", "评估", "档案", "窗口", "热线", "回访", "示范点"];

    public static readonly string[] Results =
    [
        "切实提高规范化水平", "不断增强人民群众获得感", "做到有章可循", "确保各项任务落到实处", "形成齐抓共管的局面", "结果及时向社会公布", "逐项建立台账并销号管理", "做到件件有回音",
        "让企业和群众少跑一趟", "形成可以复制的办法", "办理时限压缩到五个工作日以内", "纳入年度绩效考核", "按季度通报进展", "接受社会监督", "推动关口前移", "从源头上减少争议", "防止一罚了之",
        "打通最后一公里", "实现数据共享", "避免多头重复检查", "做到应收尽收", "一次性告知全部材料", "全过程留痕", "由专人跟踪督办", "把调解挺在前面", "编印操作手册", "落后的当场说明", "选取三个站所先行",
    ];

    public static readonly string[] Problems =
        ["力度还不够", "发展不够平衡", "人手偏紧", "业务培训次数偏少", "信息化程度不高", "个别单位重视不足", "台账不全", "协作不够顺畅", "宣传形式单一", "专业人员缺乏"];

    /// <summary>Characters that names of places and firms are composed of: most of their pairs are rare.</summary>
    public static readonly string NameCharacters =
        "东西南北中上下大小新老金银玉珠山水河江海湖泉井桥塔寺田园林木松竹梅兰菊荷桃李杏桂杨槐龙凤虎鹤鹿马牛羊鱼雁明光辉华荣昌盛隆兴旺福禄寿喜春夏秋冬晨曦晚霞星月天云雨雪风雷红黄蓝白紫碧翠丹墨朱仁义礼智信忠孝廉勤俭和平安宁康泰祥瑞嘉顺达通远宏博广厚德正方圆同心立志成功业宝鼎钟鼓琴瑟书画笔砚锦绣绮罗纱缎麦稻粟豆瓜果茶酒盐糖铁铜石瓷陶窑坊铺店市集镇乡村屯庄寨营堡关渡口岸滩洲岛岭峰谷坡坪坝沟渠塘堰湾";

    public static readonly string[] NameKinds = ["村", "社区", "工业园", "市场", "有限公司", "合作社", "小区", "景区", "学校", "卫生院", "水库", "大桥", "码头", "农场"];

    public static readonly (string Name, string Function)[] Units =
    [
        ("司法局", "judicial-administration"), ("人民政府办公室", "government-office"), ("市场监督管理局", "market-regulation"), ("政务服务管理局", "government-services"),
        ("综合行政执法局", "comprehensive-enforcement"), ("应急管理局", "emergency-management"), ("发展和改革委员会", "development-reform"), ("财政局", "finance"), ("公安局", "public-security"),
        ("生态环境局", "ecology-environment"), ("自然资源局", "natural-resources"), ("人力资源和社会保障局", "human-resources-social-security"), ("住房和城乡建设局", "housing-construction"),
        ("农业农村局", "agriculture-rural"), ("教育局", "education"), ("卫生健康委员会", "health"), ("信访局", "petition"), ("民政局", "civil-affairs"), ("审计局", "audit"), ("商务局", "commerce"),
        ("文化和旅游局", "culture-tourism"), ("数据局", "data-administration"), ("医疗保障局", "medical-security"), ("行政审批局", "administrative-approval"), ("林业和草原局", "forestry"), ("气象局", "meteorology"),
    ];

    /// <summary>Ids of themes.</summary>
    public static readonly string[] Themes =
        [.. new[] { 16, 4, 23, 28, 9, 17, 11, 24 }.Concat(Enumerable.Range(4, 32)).Distinct().Select(number => $"outline-2021/{number}")];

    public static readonly string[] Ordinals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五", "十六", "十七", "十八", "十九", "二十"];

    public static readonly (string Metric, string Name, string Text, string Unit)[] Figures =
    [
        ("reconsideration-closed", "行政复议审结件数", "审结行政复议案件", "件"), ("", "", "开展执法检查", "次"), ("", "", "化解矛盾纠纷", "起"), ("", "", "办理政务服务事项", "件"),
        ("", "", "培训执法人员", "人次"), ("", "", "发放宣传资料", "份"), ("", "", "清理规范性文件", "件"), ("", "", "答复信息公开申请", "件"),
    ];
}
