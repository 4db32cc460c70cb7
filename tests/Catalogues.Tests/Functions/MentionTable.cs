namespace Fazhi.Catalogues.Tests.Functions;

/// <summary>
/// Mentions and what they are: context | printed | text without tails | single, collective or unresolved | function | full name, or which collective. All regions are fictional.
/// </summary>
internal static class MentionTable
{
    public const string Rows =
        """
        县 | 县司法局 | 县司法局 | single | judicial-administration | 望岫县司法局
        县 | 县委编办 | 县委编办 | single | staffing | 中共望岫县委机构编制委员会办公室
        县 | 县委依法治县办 | 县委依法治县办 | single | rule-of-law-office | 中共望岫县委全面依法治县委员会办公室
        区 | 区委依法治区办 | 区委依法治区办 | single | rule-of-law-office | 中共青砚区委全面依法治区委员会办公室
        市 | 市委全面依法治市委员会办公室 | 市委全面依法治市委员会办公室 | single | rule-of-law-office | 中共临澜市委全面依法治市委员会办公室
        县 | 县发改委 | 县发改委 | single | development-reform | 望岫县发展和改革委员会
        县 | 县人社局 | 县人社局 | single | human-resources-social-security | 望岫县人力资源和社会保障局
        县 | 县卫健委 | 县卫健委 | single | health | 望岫县卫生健康委员会
        县 | 县卫生健康委 | 县卫生健康委 | single | health | 望岫县卫生健康委员会
        县 | 县城市管理行政执法局 | 县城市管理行政执法局 | single | urban-management | 望岫县城市管理行政执法局
        县 | 县建设局 | 县建设局 | single | housing-construction | 望岫县建设局
        县 | 县文体广电和旅游局 | 县文体广电和旅游局 | single | culture-tourism | 望岫县文体广电和旅游局
        县 | 县生态环境分局 | 县生态环境分局 | single | ecology-environment | 临澜市生态环境局望岫分局
        县 | 市生态环境局望岫分局 | 市生态环境局望岫分局 | single | ecology-environment | 临澜市生态环境局望岫分局
        县 | 生态环境局 | 生态环境局 | single | ecology-environment | 望岫县生态环境局
        县 | 县人民法院 | 县人民法院 | single | court | 望岫县人民法院
        县 | 县法院 | 县法院 | single | court | 望岫县人民法院
        市 | 市法院 | 市法院 | single | court | 临澜市中级人民法院
        市 | 市中级人民法院 | 市中级人民法院 | single | court | 临澜市中级人民法院
        省 | 省高院 | 省高院 | single | court | 岚川省高级人民法院
        县 | 县人民检察院 | 县人民检察院 | single | procuratorate | 望岫县人民检察院
        县 | 县公安局交警大队 | 县公安局交警大队 | single | public-security | 望岫县公安局交警大队
        县 | 交警大队 | 交警大队 | single | public-security | 望岫县交警大队
        县 | 派出所 | 派出所 | collective | public-security | OneFunction
        镇 | 派出所 | 派出所 | single | public-security | 石渡镇派出所
        镇 | 司法所 | 司法所 | single | judicial-administration | 石渡镇司法所
        县 | 司法所 | 司法所 | collective | judicial-administration | OneFunction
        县 | 石渡镇人民政府 | 石渡镇人民政府 | single | township-government | 石渡镇人民政府
        县 | 石渡镇 | 石渡镇 | single | township-government | 石渡镇人民政府
        县 | 雁北街道办事处 | 雁北街道办事处 | single | township-government | 雁北街道办事处
        县 | 雁北街道办 | 雁北街道办 | single | township-government | 雁北街道办事处
        县 | 雁北街道 | 雁北街道 | single | township-government | 雁北街道办事处
        镇 | 镇人民政府 | 镇人民政府 | single | township-government | 石渡镇人民政府
        镇 | 镇党政办 | 镇党政办 | single | government-office | 石渡镇党政综合办公室
        镇 | 镇综治中心 | 镇综治中心 | single | comprehensive-governance | 石渡镇综治中心
        镇 | 镇综合行政执法队 | 镇综合行政执法队 | single | comprehensive-enforcement | 石渡镇综合行政执法队
        县 | 镇人民政府 | 镇人民政府 | collective | township-government | Townships
        区 | 各街道办事处 | 各街道办事处 | collective | township-government | Townships
        区 | 各街道办事处、镇人民政府 | 各街道办事处、镇人民政府 | collective | township-government | Townships
        县 | 各乡镇(管委会) | 各乡镇(管委会) | collective | township-government | Townships
        县 | 各乡镇（街道）人民政府 | 各乡镇（街道）人民政府 | collective | township-government | Townships
        县 | 县属各行政执法部门按职责分工负责 | 县属各行政执法部门 | collective |  | EnforcementDepartments
        县 | 县属相关部门 | 县属相关部门 | collective |  | RelatedDepartments
        区 | 区级有关部门 | 区级有关部门 | collective |  | RelatedDepartments
        区 | 区级各部门 | 区级各部门 | collective |  | Departments
        县 | 各部门各单位 | 各部门各单位 | collective |  | Departments
        县 | 各相关部门(单位) | 各相关部门(单位) | collective |  | RelatedDepartments
        县 | 县属各部门 | 县属各部门 | collective |  | Departments
        县 | 各级各部门 | 各级各部门 | collective |  | Everyone
        县 | 各行政执法机关 | 各行政执法机关 | collective |  | EnforcementDepartments
        县 | 行政执法部门 | 行政执法部门 | collective |  | EnforcementDepartments
        县 | 县直各单位 | 县直各单位 | collective |  | Departments
        县 | 市直有关部门 | 市直有关部门 | collective |  | RelatedDepartments
        市 | 各县（市、区） | 各县（市、区） | collective |  | RegionsBelow
        市 | 各县(市、区)人民政府 | 各县(市、区)人民政府 | collective |  | RegionsBelow
        市 | 各县区司法局 | 各县区司法局 | collective | judicial-administration | OneFunction
        县 | 各司法所 | 各司法所 | collective | judicial-administration | OneFunction
        市 | 党建工作办公室 | 党建工作办公室 | single | government-office | 临澜市党建工作办公室
        市 | 市场监管分局 | 市场监管分局 | single | market-regulation | 临澜市市场监管分局
        市 | 经济贸易部 | 经济贸易部 | single |  | 临澜市经济贸易部
        县 | 县政协机关 | 县政协机关 | single | cppcc | 望岫县政协机关
        市 | 市委编委机关 | 市委编委机关 | single |  | 临澜市委编委机关
        省 | 招标投标稽查处 | 招标投标稽查处 | single |  | 岚川省招标投标稽查处
        县 | 全体干部 | 全体干部 | unresolved |  |
        县 | 依法查处 | 依法查处 | unresolved |  |
        县 | 各股室 | 各股室 | collective |  | Sections
        县 | 局机关各科室 | 局机关各科室 | collective |  | Sections
        县 | 县委依法治县委员会各成员单位 | 县委依法治县委员会各成员单位 | collective |  | Members
        县 | 各村（社区） | 各村（社区） | collective |  | Villages
        县 | 各国有企业 | 各国有企业 | collective |  | Others
        县 | 各学校 | 各学校 | collective |  | Others
        县 | 县委办 | 县委办 | single | party-office | 中共望岫县委办公室
        县 | 县政府办 | 县政府办 | single | government-office | 望岫县人民政府办公室
        县 | 县政府办公室 | 县政府办公室 | single | government-office | 望岫县人民政府办公室
        县 | 县委办公室 | 县委办公室 | single | party-office | 中共望岫县委办公室
        县 | 县委组织部 | 县委组织部 | single | organisation | 中共望岫县委组织部
        县 | 县委宣传部 | 县委宣传部 | single | publicity | 中共望岫县委宣传部
        县 | 县委政法委 | 县委政法委 | single | politics-law | 中共望岫县委政法委员会
        县 | 县委巡察组 | 县委巡察组 | single | inspection | 中共望岫县委巡察组
        县 | 县委巡察办 | 县委巡察办 | single | inspection | 中共望岫县委巡察工作领导小组办公室
        县 | 县委网信办 | 县委网信办 | single | cyberspace | 中共望岫县委网络安全和信息化委员会办公室
        县 | 县纪委监委 | 县纪委监委 | single | discipline-supervision | 望岫县纪律检查委员会监察委员会
        县 | 县纪委 | 县纪委 | single | discipline-supervision | 望岫县纪律检查委员会
        县 | 县人大常委会办公室 | 县人大常委会办公室 | single | peoples-congress | 望岫县人民代表大会常务委员会办公室
        县 | 县人大常委会法工委 | 县人大常委会法工委 | single | peoples-congress | 望岫县人民代表大会常务委员会法制工作委员会
        县 | 县人大法工委 | 县人大法工委 | single | peoples-congress | 望岫县人民代表大会常务委员会法制工作委员会
        县 | 县人大 | 县人大 | single | peoples-congress | 望岫县人民代表大会常务委员会
        区 | 区人大常委会 | 区人大常委会 | single | peoples-congress | 青砚区人民代表大会常务委员会
        县 | 县政协 | 县政协 | single | cppcc | 政协望岫县委员会
        县 | 县政协办公室 | 县政协办公室 | single | cppcc | 政协望岫县委员会办公室
        县 | 县金融服务中心 | 县金融服务中心 | single | local-finance | 望岫县金融服务中心
        县 | 县国资办 | 县国资办 | single | state-assets | 望岫县国有资产监督管理办公室
        县 | 县红十字会 | 县红十字会 | single | red-cross | 望岫县红十字会
        县 | 县融媒体中心 | 县融媒体中心 | single | media-centre | 望岫县融媒体中心
        县 | 县供销社 | 县供销社 | single | supply-marketing | 望岫县供销合作社联合社
        县 | 县气象局 | 县气象局 | single | meteorology | 望岫县气象局
        县 | 县税务局 | 县税务局 | single | tax | 国家税务总局望岫县税务局
        县 | 国家税务总局望岫县税务局 | 国家税务总局望岫县税务局 | single | tax | 国家税务总局望岫县税务局
        县 | 团县委 | 团县委 | single | youth-league | 共青团望岫县委员会
        县 | 共青团望岫县委 | 共青团望岫县委 | single | youth-league | 共青团望岫县委员会
        县 | 共青团望岫县委员会 | 共青团望岫县委员会 | single | youth-league | 共青团望岫县委员会
        县 | 县妇联 | 县妇联 | single | womens-federation | 望岫县妇女联合会
        县 | 县总工会 | 县总工会 | single | trade-union | 望岫县总工会
        县 | 县残联 | 县残联 | single | disabled-federation | 望岫县残疾人联合会
        县 | 县工商联 | 县工商联 | single | industry-commerce-federation | 望岫县工商业联合会
        县 | 县文联 | 县文联 | single | literary-federation | 望岫县文学艺术界联合会
        县 | 县科协 | 县科协 | single | science-association | 望岫县科学技术协会
        县 | 政协望岫县委员会 | 政协望岫县委员会 | single | cppcc | 政协望岫县委员会
        县 | 中共望岫县委组织部 | 中共望岫县委组织部 | single | organisation | 中共望岫县委组织部
        县 | 中国共产党望岫县委员会组织部 | 中国共产党望岫县委员会组织部 | single | organisation | 中共望岫县委组织部
        县 | 县委 | 县委 | single | party-committee | 中共望岫县委员会
        县 | 县政府 | 县政府 | single | peoples-government | 望岫县人民政府
        县 | 县人民政府 | 县人民政府 | single | peoples-government | 望岫县人民政府
        县 | 望岫县人民政府 | 望岫县人民政府 | single | peoples-government | 望岫县人民政府
        县 | 望岫县司法局 | 望岫县司法局 | single | judicial-administration | 望岫县司法局
        县 | 临澜市望岫县司法局 | 临澜市望岫县司法局 | single | judicial-administration | 望岫县司法局
        县 | 临澜市司法局 | 临澜市司法局 | single | judicial-administration | 临澜市司法局
        县 | 市司法局 | 市司法局 | single | judicial-administration | 临澜市司法局
        县 | 省司法厅 | 省司法厅 | single | judicial-administration | 岚川省司法厅
        县 | 司法厅 | 司法厅 | single | judicial-administration | 岚川省司法厅
        县 | 司法局 | 司法局 | single | judicial-administration | 望岫县司法局
        市 | 云汀县司法局 | 云汀县司法局 | single | judicial-administration | 云汀县司法局
        县 | 县政府服务管理局 | 县政府服务管理局 | single |  | 望岫县政府服务管理局
        县 | 县政务服务局 | 县政务服务局 | single | government-services | 望岫县政务服务局
        县 | 县行政审批局 | 县行政审批局 | single | administrative-approval | 望岫县行政审批局
        县 | 县市监局 | 县市监局 | single | market-regulation | 望岫县市场监督管理局
        县 | 县市场监管局 | 县市场监管局 | single | market-regulation | 望岫县市场监督管理局
        县 | 县城管局 | 县城管局 | single | urban-management | 望岫县城市管理局
        县 | 县住建局 | 县住建局 | single | housing-construction | 望岫县住房和城乡建设局
        县 | 县文旅局 | 县文旅局 | single | culture-tourism | 望岫县文化和旅游局
        县 | 县政数局 | 县政数局 | single | government-services | 望岫县政务服务数据管理局
        县 | 县大数据局 | 县大数据局 | single | data-administration | 望岫县大数据局
        县 | 县自然资源和规划局 | 县自然资源和规划局 | single | natural-resources | 望岫县自然资源和规划局
        县 | 县农业农村和水利局 | 县农业农村和水利局 | single | agriculture-rural | 望岫县农业农村和水利局
        县 | 县教育体育局 | 县教育体育局 | single | education | 望岫县教育体育局
        县 | 县教体局 | 县教体局 | single | education | 望岫县教育体育局
        县 | 县科技和工业信息化局 | 县科技和工业信息化局 | single | science-technology | 望岫县科技和工业信息化局
        县 | 县工信和科技局 | 县工信和科技局 | single | industry-informatisation | 望岫县工业和信息化科技局
        县 | 县林草局 | 县林草局 | single | forestry | 望岫县林业和草原局
        县 | 县医保局 | 县医保局 | single | medical-security | 望岫县医疗保障局
        县 | 县退役军人局 | 县退役军人局 | single | veterans-affairs | 望岫县退役军人事务局
        县 | 县应急局 | 县应急局 | single | emergency-management | 望岫县应急管理局
        县 | 县审计局 | 县审计局 | single | audit | 望岫县审计局
        县 | 县统计局 | 县统计局 | single | statistics | 望岫县统计局
        县 | 县信访局 | 县信访局 | single | petition | 望岫县信访局
        县 | 县民宗局 | 县民宗局 | single | ethnic-religious-affairs | 望岫县民族宗教事务局
        县 | 县外办 | 县外办 | single | foreign-affairs | 望岫县外事办公室
        县 | 县台办 | 县台办 | single | taiwan-affairs | 中共望岫县委台湾工作办公室
        县 | 县编办 | 县编办 | single | staffing | 中共望岫县委机构编制委员会办公室
        区 | 区编办 | 区编办 | single | staffing | 中共青砚区委机构编制委员会办公室
        县 | 县农办 | 县农办 | single | rural-work | 中共望岫县委农村工作领导小组办公室
        县 | 县社会工作部 | 县社会工作部 | single | party-social-work | 中共望岫县委社会工作部
        县 | 县委社会工作部 | 县委社会工作部 | single | party-social-work | 中共望岫县委社会工作部
        县 | 县委金融办 | 县委金融办 | single | party-finance | 中共望岫县委金融委员会办公室
        县 | 县数据局 | 县数据局 | single | data-administration | 望岫县数据局
        县 | 县法制办 | 县法制办 | single | judicial-administration | 望岫县政府法制办公室
        县 | 县政府法制办 | 县政府法制办 | single | judicial-administration | 望岫县政府法制办公室
        县 | 县政府法制办公室 | 县政府法制办公室 | single | judicial-administration | 望岫县政府法制办公室
        县 | 县工商局 | 县工商局 | single | market-regulation | 望岫县工商行政管理局
        县 | 县质监局 | 县质监局 | single | market-regulation | 望岫县质量技术监督局
        县 | 县食药监局 | 县食药监局 | single | market-regulation | 望岫县食品药品监督管理局
        县 | 县卫计委 | 县卫计委 | single | health | 望岫县卫生和计划生育委员会
        县 | 县国土局 | 县国土局 | single | natural-resources | 望岫县国土资源局
        县 | 县安监局 | 县安监局 | single | emergency-management | 望岫县安全生产监督管理局
        县 | 县环保局 | 县环保局 | single | ecology-environment | 望岫县环境保护局
        县 | 县扶贫办 | 县扶贫办 | single | rural-revitalisation | 望岫县扶贫开发办公室
        县 | 经济开发区管委会 | 经济开发区管委会 | single | development-zone | 望岫经济开发区管理委员会
        县 | 望岫经济开发区管委会 | 望岫经济开发区管委会 | single | development-zone | 望岫经济开发区管理委员会
        县 | 县工业园区管委会 | 县工业园区管委会 | single | development-zone | 望岫工业园区管理委员会
        县 | 管委会 | 管委会 | collective | township-government | Townships
        县 | 县委党校 | 县委党校 | single | party-school | 中共望岫县委党校
        县 | 县档案馆 | 县档案馆 | single | archives | 望岫县档案馆
        县 | 县蚕业发展中心 | 县蚕业发展中心 | single |  | 望岫县蚕业发展中心
        县 | 望岫县供电公司 | 望岫县供电公司 | single | power-supply | 望岫县供电公司
        县 | 县疾控中心 | 县疾控中心 | single | disease-control | 望岫县疾病预防控制中心
        县 | 县人民医院 | 县人民医院 | single | health | 望岫县人民医院
        县 | 县司法局行政复议股 | 县司法局行政复议股 | single | judicial-administration | 望岫县司法局行政复议股
        县 | 县消防救援大队 | 县消防救援大队 | single | fire-rescue | 望岫县消防救援大队
        市 | 市消防救援支队 | 市消防救援支队 | single | fire-rescue | 临澜市消防救援支队
        县 | 县武装部 | 县武装部 | single | military-department | 望岫县人民武装部
        县 | 县公共资源交易中心 | 县公共资源交易中心 | single | public-resources-trading | 望岫县公共资源交易中心
        县 | 县公积金中心 | 县公积金中心 | single | housing-fund | 望岫县住房公积金管理中心
        县 | 市场监管部门 | 市场监管部门 | single | market-regulation | 望岫县市场监督管理局
        县 | 公安机关 | 公安机关 | single | public-security | 望岫县公安局
        县 | 县级司法行政部门 | 县级司法行政部门 | single | judicial-administration | 望岫县司法局
        县 | 张三 | 张三 | unresolved |  |
        县 | 李局长 | 李局长 | unresolved |  |
        县 | 加强对执法工作的监督 | 加强对执法工作的监督 | unresolved |  |
        县 | 加快推进政务服务中心 | 加快推进政务服务中心 | unresolved |  |
        县 | 领导干部 | 领导干部 | unresolved |  |
        县 | 长期坚持 | 长期坚持 | unresolved |  |
        县 | 2024年年底前 | 2024年年底前 | unresolved |  |
        县 | 县人民法院等部门按职责分工负责 | 县人民法院 | single | court | 望岫县人民法院
        县 | 县委组织部等县属部门单位按职责分工负责 | 县委组织部 | single | organisation | 中共望岫县委组织部
        县 | 牵头单位：县司法局 | 县司法局 | single | judicial-administration | 望岫县司法局
        县 | 由县司法局牵头 | 县司法局 | single | judicial-administration | 望岫县司法局
        区 | 区综合执法局 | 区综合执法局 | single | comprehensive-enforcement | 青砚区综合执法局
        区 | 区法院 | 区法院 | single | court | 青砚区人民法院
        区 | 区检察院 | 区检察院 | single | procuratorate | 青砚区人民检察院
        无 | 区司法局 | 区司法局 | single | judicial-administration | 区司法局
        无 | xx市xx区司法局 | xx市xx区司法局 | single | judicial-administration | xx市xx区司法局
        无 | xx市司法局 | xx市司法局 | single | judicial-administration | xx市司法局
        县 | 自治区司法厅 | 自治区司法厅 | single | judicial-administration | 自治区司法厅
        县 | 国务院办公厅 | 国务院办公厅 | single | government-office | 国务院办公厅
        县 | 司法部 | 司法部 | single | judicial-administration | 司法部
        县 | 县直机关工委 | 县直机关工委 | single | organs-work-committee | 中共望岫县委直属机关工作委员会
        县 | 县考核办 | 县考核办 | single | performance-supervision | 中共望岫县委督查考核办公室
        县 | 县营商局 | 县营商局 | single | business-environment | 望岫县营商环境建设局
        县 | 县委改革办 | 县委改革办 | single | deepening-reform | 中共望岫县委全面深化改革委员会办公室
        县 | 县委全面深化改革委员会办公室 | 县委全面深化改革委员会办公室 | single | deepening-reform | 中共望岫县委全面深化改革委员会办公室
        县 | 县精神文明办 | 县精神文明办 | single | spiritual-civilisation | 中共望岫县委精神文明建设指导委员会办公室
        县 | 县文明办 | 县文明办 | single | spiritual-civilisation | 中共望岫县委精神文明建设指导委员会办公室
        县 | 县平安办 | 县平安办 | single | politics-law | 中共望岫县委平安建设领导小组办公室
        县 | 县公证处 | 县公证处 | single | notary | 望岫县公证处
        县 | 县律师协会 | 县律师协会 | single | lawyers-association | 望岫县律师协会
        县 | 县消委会 | 县消委会 | single | consumer-council | 望岫县消费者委员会
        县 | 县法学会 | 县法学会 | single | law-society | 望岫县法学会
        县 | 县委老干部局 | 县委老干部局 | single | veteran-cadres | 中共望岫县委老干部局
        县 | 县委保密办 | 县委保密办 | single | secrecy | 中共望岫县委保密委员会办公室
        县 | 县机关事务服务中心 | 县机关事务服务中心 | single | government-offices-administration | 望岫县机关事务服务中心
        县 | 县司法局、 | 县司法局 | single | judicial-administration | 望岫县司法局
        县 | 县 司 法 局 | 县 司 法 局 | single | judicial-administration | 望岫县司法局
        县 | “县司法局” | “县司法局” | single | judicial-administration | 望岫县司法局
        县 | 县司法局（县委依法治县办） | 县司法局（县委依法治县办） | single | judicial-administration | 望岫县司法局
        旗 | 旗司法局 | 旗司法局 | single | judicial-administration | 青石旗司法局
        旗 | 盟司法局 | 盟司法局 | single | judicial-administration | 苍原盟司法局
        旗 | 自治区司法厅 | 自治区司法厅 | single | judicial-administration | 云漠自治区司法厅
        旗 | 旗委政法委 | 旗委政法委 | single | politics-law | 中共青石旗委政法委员会
        旗 | 各苏木镇 | 各苏木镇 | collective | township-government | Townships
        旗 | 各苏木乡镇 | 各苏木乡镇 | collective | township-government | Townships
        旗 | 旗直各部门 | 旗直各部门 | collective |  | Departments
        旗 | 旗人民法院 | 旗人民法院 | single | court | 青石旗人民法院
        旗 | 旗委依法治旗办 | 旗委依法治旗办 | single | rule-of-law-office | 中共青石旗委全面依法治旗委员会办公室
        州 | 州司法局 | 州司法局 | single | judicial-administration | 溪南自治州司法局
        州 | 州中级人民法院 | 州中级人民法院 | single | court | 溪南自治州中级人民法院
        州 | 州委依法治州办 | 州委依法治州办 | single | rule-of-law-office | 中共溪南自治州委全面依法治州委员会办公室
        州 | 各县市 | 各县市 | collective |  | RegionsBelow
        州 | 州直各部门 | 州直各部门 | collective |  | Departments
        自县 | 县司法局 | 县司法局 | single | judicial-administration | 柳坪自治县司法局
        自县 | 自治县人民政府 | 自治县人民政府 | single | peoples-government | 柳坪自治县人民政府
        自县 | 州发改委 | 州发改委 | single | development-reform | 溪南自治州发展和改革委员会
        县市 | 市司法局 | 市司法局 | single | judicial-administration | 松港市司法局
        县市 | 市人民法院 | 市人民法院 | single | court | 松港市人民法院
        县市 | 市中级人民法院 | 市中级人民法院 | single | court | 临澜市中级人民法院
        县市 | 临澜市司法局 | 临澜市司法局 | single | judicial-administration | 临澜市司法局
        县市 | 各镇（街道） | 各镇（街道） | collective | township-government | Townships
        街 | 街道办事处 | 街道办事处 | single | township-government | 雁北街道办事处
        街 | 街道党工委 | 街道党工委 | single | party-committee | 中共雁北街道工作委员会
        街 | 街道综合执法队 | 街道综合执法队 | single | comprehensive-enforcement | 雁北街道综合执法队
        街 | 司法所 | 司法所 | single | judicial-administration | 雁北街道司法所
        街 | 区司法局 | 区司法局 | single | judicial-administration | 青砚区司法局
        街 | 各社区 | 各社区 | collective |  | Villages
        街 | 党政办 | 党政办 | single | government-office | 雁北街道党政综合办公室
        街 | 平安办 | 平安办 | single | politics-law | 雁北街道平安建设办公室
        街 | 各科室 | 各科室 | collective |  | Sections
        自区 | 区党委组织部 | 区党委组织部 | single | organisation | 中共云漠自治区党委组织部
        自区 | 自治区党委编办 | 自治区党委编办 | single | staffing | 中共云漠自治区党委机构编制委员会办公室
        自区 | 自治区人民政府办公厅 | 自治区人民政府办公厅 | single | government-office | 云漠自治区人民政府办公厅
        自区 | 司法厅 | 司法厅 | single | judicial-administration | 云漠自治区司法厅
        自区 | 各盟市 | 各盟市 | collective |  | RegionsBelow
        地 | 地委组织部 | 地委组织部 | single | organisation | 中共沙洲地委组织部
        地 | 行署办公室 | 行署办公室 | single | government-office | 沙洲地区行政公署办公室
        地 | 地区司法局 | 地区司法局 | single | judicial-administration | 沙洲地区司法局
        市 | 市委办公厅 | 市委办公厅 | single | party-office | 中共临澜市委办公厅
        市 | 市政府各部门 | 市政府各部门 | collective |  | Departments
        市 | 市教育委员会 | 市教育委员会 | single | education | 临澜市教育委员会
        市 | 市规划和自然资源局 | 市规划和自然资源局 | single | natural-resources | 临澜市规划和自然资源局
        市 | 市城市管理综合行政执法局 | 市城市管理综合行政执法局 | single | urban-management | 临澜市城市管理综合行政执法局
        市 | 市地方金融管理局 | 市地方金融管理局 | single | local-finance | 临澜市地方金融管理局
        市 | 市委金融办 | 市委金融办 | single | party-finance | 中共临澜市委金融委员会办公室
        市 | 市国资委 | 市国资委 | single | state-assets | 临澜市国有资产监督管理委员会
        市 | 各区人民政府 | 各区人民政府 | collective |  | RegionsBelow
        市 | 各市、县（区）人民政府 | 各市、县（区）人民政府 | collective |  | RegionsBelow
        市 | 各县（市、区）党委、政府 | 各县（市、区）党委、政府 | collective |  | RegionsBelow
        市 | 市级各行政执法部门 | 市级各行政执法部门 | collective |  | EnforcementDepartments
        市 | 高新区管委会 | 高新区管委会 | single | development-zone | 临澜高新区管理委员会
        市 | 临澜高新技术产业开发区管委会 | 临澜高新技术产业开发区管委会 | single | development-zone | 临澜高新技术产业开发区管理委员会
        市 | 各开发区管委会 | 各开发区管委会 | collective | township-government | Townships
        市 | 市仲裁委 | 市仲裁委 | single | arbitration | 临澜市仲裁委员会
        市 | 市海关 | 市海关 | single | customs | 临澜海关
        市 | 市人民银行 | 市人民银行 | single | central-bank | 中国人民银行临澜市分行
        市 | 人民银行临澜市分行 | 人民银行临澜市分行 | single | central-bank | 中国人民银行临澜市分行
        市 | 中国人民银行临澜市分行 | 中国人民银行临澜市分行 | single | central-bank | 中国人民银行临澜市分行
        市 | 国家统计局临澜调查队 | 国家统计局临澜调查队 | single | statistics-survey | 国家统计局临澜调查队
        市 | 市邮政管理局 | 市邮政管理局 | single | postal | 临澜市邮政管理局
        市 | 市烟草专卖局 | 市烟草专卖局 | single | tobacco | 临澜市烟草专卖局
        市 | 国家金融监督管理总局临澜监管分局 | 国家金融监督管理总局临澜监管分局 | single | financial-supervision | 国家金融监督管理总局临澜监管分局
        省 | 省政府办公厅 | 省政府办公厅 | single | government-office | 岚川省人民政府办公厅
        省 | 省委依法治省办 | 省委依法治省办 | single | rule-of-law-office | 中共岚川省委全面依法治省委员会办公室
        省 | 省政务服务和数据管理局 | 省政务服务和数据管理局 | single | government-services | 岚川省政务服务和数据管理局
        省 | 省大数据发展管理局 | 省大数据发展管理局 | single | data-administration | 岚川省大数据发展管理局
        省 | 各市州人民政府 | 各市州人民政府 | collective |  | RegionsBelow
        省 | 省级各部门 | 省级各部门 | collective |  | Departments
        省 | 省检察院 | 省检察院 | single | procuratorate | 岚川省人民检察院
        省 | 省总工会 | 省总工会 | single | trade-union | 岚川省总工会
        省 | 省药监局 | 省药监局 | single | drug-administration | 岚川省药品监督管理局
        省 | 省广电局 | 省广电局 | single | radio-television | 岚川省广播电视局
        省 | 省国防动员办 | 省国防动员办 | single | civil-air-defence | 岚川省国防动员办公室
        省 | 省公安厅交通管理局 | 省公安厅交通管理局 | single | public-security | 岚川省公安厅交通管理局
        区 | 区人民政府办公室 | 区人民政府办公室 | single | government-office | 青砚区人民政府办公室
        区 | 区城市管理和综合执法局 | 区城市管理和综合执法局 | single | urban-management | 青砚区城市管理和综合执法局
        区 | 区住房建设和水利局 | 区住房建设和水利局 | single | housing-construction | 青砚区住房建设和水利局
        区 | 区公安分局 | 区公安分局 | single | public-security | 临澜市公安局青砚分局
        区 | 市公安局青砚分局 | 市公安局青砚分局 | single | public-security | 临澜市公安局青砚分局
        区 | 青砚公安分局 | 青砚公安分局 | single | public-security | 临澜市公安局青砚分局
        区 | 市自然资源和规划局青砚分局 | 市自然资源和规划局青砚分局 | single | natural-resources | 临澜市自然资源和规划局青砚分局
        区 | 区市场监督管理局 | 区市场监督管理局 | single | market-regulation | 青砚区市场监督管理局
        区 | 区行政服务中心 | 区行政服务中心 | single | government-services | 青砚区行政服务中心
        区 | 区委政法委员会 | 区委政法委员会 | single | politics-law | 中共青砚区委政法委员会
        区 | 区社治委 | 区社治委 | single | party-social-work | 中共青砚区委城乡社区发展治理委员会
        区 | 区委社会治理委 | 区委社会治理委 | single | party-social-work | 中共青砚区委社会治理委员会
        区 | 区工商联合会 | 区工商联合会 | single | industry-commerce-federation | 青砚区工商联合会
        区 | 区档案局 | 区档案局 | single | archives | 青砚区档案局
        区 | 各镇街 | 各镇街 | collective | township-government | Townships
        区 | 镇街 | 镇街 | collective | township-government | Townships
        区 | 各街镇 | 各街镇 | collective | township-government | Townships
        区 | 各街道 | 各街道 | collective | township-government | Townships
        区 | 相关部门 | 相关部门 | collective |  | RelatedDepartments
        区 | 各有关单位 | 各有关单位 | collective |  | RelatedDepartments
        区 | 各责任单位 | 各责任单位 | collective |  | RelatedDepartments
        区 | 区直各单位、 | 区直各单位 | collective |  | Departments
        区 | 区直部门 | 区直部门 | collective |  | Departments
        区 | 区政府各工作部门 | 区政府各工作部门 | collective |  | Departments
        区 | 各行政机关 | 各行政机关 | collective |  | Departments
        区 | 行政机关 | 行政机关 | collective |  | Departments
        区 | 区政府组成部门 | 区政府组成部门 | collective |  | Departments
        区 | 各执法单位 | 各执法单位 | collective |  | EnforcementDepartments
        区 | 行政复议机构 | 行政复议机构 | single | judicial-administration | 青砚区行政复议机构
        区 | 仲裁机构 | 仲裁机构 | single | arbitration | 青砚区仲裁委员会
        区 | 驻区单位 | 驻区单位 | collective |  | Departments
        区 | 全区各级各部门 | 全区各级各部门 | collective |  | Everyone
        区 | 全区各单位 | 全区各单位 | collective |  | Departments
        区 | 各镇人民政府（街道办事处） | 各镇人民政府（街道办事处） | collective | township-government | Townships
        区 | 各乡镇人民政府、街道办事处 | 各乡镇人民政府、街道办事处 | collective | township-government | Townships
        区 | 乡镇（街道） | 乡镇（街道） | collective | township-government | Townships
        区 | 各人民团体 | 各人民团体 | collective |  | Others
        区 | 各群团组织 | 各群团组织 | collective |  | Others
        区 | 各中小学校 | 各中小学校 | collective |  | Others
        区 | 各牵头部门 | 各牵头部门 | collective |  | RelatedDepartments
        区 | 其他有关部门 | 其他有关部门 | collective |  | RelatedDepartments
        区 | 区法治政府建设领导小组成员单位 | 区法治政府建设领导小组成员单位 | collective |  | Members
        区 | 区委全面依法治区委员会办公室 | 区委全面依法治区委员会办公室 | single | rule-of-law-office | 中共青砚区委全面依法治区委员会办公室
        区 | 区委全面依法治区委员会 | 区委全面依法治区委员会 | single | rule-of-law-office | 中共青砚区委全面依法治区委员会
        区 | 区委全面依法治区委员会守法普法协调小组 | 区委全面依法治区委员会守法普法协调小组 | single | rule-of-law-office | 中共青砚区委全面依法治区委员会守法普法协调小组
        区 | 区法治办 | 区法治办 | single | rule-of-law-office | 中共青砚区委全面依法治区委员会办公室
        区 | 区普法办 | 区普法办 | single | judicial-administration | 青砚区普法依法治理领导小组办公室
        区 | 区司法局（区政府行政复议办公室） | 区司法局（区政府行政复议办公室） | single | judicial-administration | 青砚区司法局
        区 | 区纪委区监委 | 区纪委区监委 | single | discipline-supervision | 青砚区纪律检查委员会监察委员会
        区 | 区纪委、监委 | 区纪委、监委 | unresolved |  |
        区 | 区监委 | 区监委 | single | discipline-supervision | 青砚区监察委员会
        区 | 区委区政府 | 区委区政府 | single | party-committee | 中共青砚区委员会、青砚区人民政府
        区 | 区委、区政府办公室 | 区委、区政府办公室 | unresolved |  |
        区 | 区委办公室、区政府办公室 | 区委办公室、区政府办公室 | unresolved |  |
        区 | 王某某 | 王某某 | unresolved |  |
        区 | 王某某（区司法局局长） | 王某某（区司法局局长） | unresolved |  |
        区 | 分管副区长 | 分管副区长 | unresolved |  |
        区 | 区长 | 区长 | unresolved |  |
        区 | 法律顾问 | 法律顾问 | unresolved |  |
        区 | 社会力量 | 社会力量 | unresolved |  |
        区 | 无 | 无 | unresolved |  |
        区 | - | - | unresolved |  |
        区 | / | / | unresolved |  |
        区 | 县（区）司法局 | 县（区）司法局 | single | judicial-administration | 青砚区司法局
        区 | 司法行政部门 | 司法行政部门 | single | judicial-administration | 青砚区司法局
        区 | 行政审批部门 | 行政审批部门 | single | administrative-approval | 青砚区行政审批局
        区 | 信访部门 | 信访部门 | single | petition | 青砚区信访局
        区 | 审计机关 | 审计机关 | single | audit | 青砚区审计局
        区 | 司法机关 | 司法机关 | collective |  | Others
        区 | 检察机关 | 检察机关 | single | procuratorate | 青砚区人民检察院
        区 | 监察机关 | 监察机关 | unresolved |  |
        区 | 人民法院 | 人民法院 | single | court | 青砚区人民法院
        区 | 人民检察院 | 人民检察院 | single | procuratorate | 青砚区人民检察院
        区 | 法院 | 法院 | single | court | 青砚区人民法院
        区 | 检察院 | 检察院 | single | procuratorate | 青砚区人民检察院
        区 | 政府办公室 | 政府办公室 | single | government-office | 青砚区人民政府办公室
        区 | 政府办 | 政府办 | single | government-office | 青砚区人民政府办公室
        区 | 党委办公室 | 党委办公室 | single | party-office | 中共青砚区委办公室
        区 | 宣传部 | 宣传部 | single | publicity | 中共青砚区委宣传部
        区 | 组织部 | 组织部 | single | organisation | 中共青砚区委组织部
        区 | 编办 | 编办 | single | staffing | 中共青砚区委机构编制委员会办公室
        区 | 依法治区办 | 依法治区办 | single | rule-of-law-office | 中共青砚区委全面依法治区委员会办公室
        区 | 网信办 | 网信办 | single | cyberspace | 中共青砚区委网络安全和信息化委员会办公室
        区 | 融媒体中心 | 融媒体中心 | single | media-centre | 青砚区融媒体中心
        区 | 区政务服务中心 | 区政务服务中心 | single | government-services | 青砚区政务服务中心
        区 | 区疫情防控指挥部 | 区疫情防控指挥部 | single |  | 青砚区疫情防控指挥部
        区 | 区安委会办公室 | 区安委会办公室 | single | emergency-management | 青砚区安全生产委员会办公室
        区 | 区食安委办 | 区食安委办 | single | market-regulation | 青砚区食品安全委员会办公室
        区 | 区河长办 | 区河长办 | single | water | 青砚区河长制办公室
        区 | 区双拥办 | 区双拥办 | single | military-department | 青砚区双拥工作领导小组办公室
        区 | 区国安办 | 区国安办 | single | national-security-office | 中共青砚区委国家安全委员会办公室
        """;
}
