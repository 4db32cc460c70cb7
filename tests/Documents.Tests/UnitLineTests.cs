using static Fazhi.Documents.Tests.Sample;

namespace Fazhi.Documents.Tests;

public sealed class UnitLineTests
{
    [Theory]
    [InlineData("县民政局、县统计局等部门按职责分工负责,各乡镇(管委会)", "县民政局|县统计局|各乡镇(管委会)")]
    [InlineData("县司法局、县审计局按职责分工负责,县属相关部门参加", "县司法局|县审计局|县属相关部门")]
    [InlineData("县委组织部等县属部门单位按职责分工负责", "县委组织部")]
    [InlineData("县教育局等相关部门", "县教育局")]
    [InlineData("县卫健委、县科技局等3个部门", "县卫健委|县科技局")]
    [InlineData("县文体广电和旅游局及县属各执法部门", "县文体广电和旅游局|县属各执法部门")]
    [InlineData("县人大常委会办公室及县属各执法部门按职责分工负责、各乡镇(管委会)", "县人大常委会办公室|县属各执法部门|各乡镇(管委会)")]
    [InlineData("各乡镇(街道、管委会),县司法局", "各乡镇(街道、管委会)|县司法局")]
    [InlineData("县级各部门,各街道办事处、镇人民政府", "县级各部门|各街道办事处、镇人民政府")]
    [InlineData("各乡镇人民政府、街道办事处,县直各部门、单位", "各乡镇人民政府、街道办事处|县直各部门、单位")]
    [InlineData("各镇、街道、园区,县直有关部门", "各镇、街道、园区|县直有关部门")]
    [InlineData("各乡镇、各部门", "各乡镇|各部门")]
    [InlineData("各乡镇、县司法局", "各乡镇|县司法局")]
    [InlineData("各部门按照职责分工分别负责", "各部门")]
    [InlineData("各责任单位", "各责任单位")]
    [InlineData("县委办、政府办", "县委办|政府办")]
    [InlineData("县住房和城乡建设局、县人力资源和社会保障局", "县住房和城乡建设局|县人力资源和社会保障局")]
    [InlineData("县司法局和县财政局", "县司法局|县财政局")]
    [InlineData("县发展和改革委员会以及各乡镇", "县发展和改革委员会|各乡镇")]
    [InlineData("县司法局 县财政局 各乡镇", "县司法局|县财政局|各乡镇")]
    [InlineData("县 司 法 局、县财政局", "县 司 法 局|县财政局")]
    [InlineData("县司法局；县财政局，县公安局", "县司法局|县财政局|县公安局")]
    [InlineData("县司法局/县财政局", "县司法局|县财政局")]
    [InlineData("由县司法局负责", "县司法局")]
    [InlineData("县司法局(县委依法治县办)、县财政局", "县司法局(县委依法治县办)|县财政局")]
    public void Entries_are_as_printed_without_tails(string printed, string expected)
    {
        var document = ReadPlan($"一、任务\n1.甲事办好。\n责任单位:{printed}");
        var line = Assert.Single(Assert.Single(document.Tasks).UnitLines);

        Assert.Equal((UnitRole.Responsible, printed), (line.Role, line.UnitsText));
        Assert.Equal(expected, string.Join('|', line.MentionedUnits.Select(m => m.Text)));
        Assert.All(line.MentionedUnits, m => Assert.Equal(m.Text, m.Range.In(document.Text)));
    }

    [Theory]
    [InlineData("责任单位:县司法局(牵头)、县财政局", "Lead:县司法局;Responsible:县财政局")]
    [InlineData("责任单位:县司法局牵头,县财政局、县公安局配合", "Lead:县司法局;Cooperating:县财政局|县公安局")]
    [InlineData("责任单位:县司法局、县委编办牵头,县财政局按职责分工负责", "Lead:县司法局|县委编办;Responsible:县财政局")]
    [InlineData("牵头单位:县司法局,责任单位:县财政局", "Lead:县司法局;Responsible:县财政局")]
    [InlineData("责任单位：县司法局 配合单位：县财政局", "Responsible:县司法局;Cooperating:县财政局")]
    [InlineData("牵头单位：县司法局  责任单位：县财政局、县公安局", "Lead:县司法局;Responsible:县财政局|县公安局")]
    [InlineData("(县司法局牵头,县财政局、县公安局配合)", "Lead:县司法局;Cooperating:县财政局|县公安局")]
    [InlineData("(牵头单位:县司法局;配合单位:县财政局)", "Lead:县司法局;Cooperating:县财政局")]
    [InlineData("[牵头:县司法局;配合:县财政局]", "Lead:县司法局;Cooperating:县财政局")]
    [InlineData("牵头领导:张三\n牵头单位:县司法局\n配合单位:县财政局", "LeaderInCharge:张三;Lead:县司法局;Cooperating:县财政局")]
    [InlineData("责任单位及责任人:县司法局", "Responsible:县司法局")]
    [InlineData("牵头责任单位:县司法局;配合责任单位:县财政局", "Lead:县司法局;Cooperating:县财政局")]
    [InlineData("牵头部门(单位):县司法局;责任部门(单位):县财政局", "Lead:县司法局;Responsible:县财政局")]
    [InlineData("主办单位:县司法局;协办单位:县财政局", "Lead:县司法局;Assisting:县财政局")]
    [InlineData("责任单位:县司法局、县财政局、\n县公安局", "Responsible:县司法局|县财政局|县公安局")]
    [InlineData("乙事也办好。责任单位:县司法局、各镇(街道)。配合单位:县财政局。完成时限:全年", "Responsible:县司法局|各镇(街道);Cooperating:县财政局")]
    public void Roles_are_read_in_all_their_forms(string printed, string expected)
    {
        var task = Assert.Single(ReadPlan($"一、任务\n1.甲事办好。\n{printed}").Tasks);

        Assert.Equal(expected, string.Join(';', task.UnitLines.Select(u => $"{u.Role}:{string.Join('|', u.MentionedUnits.Select(m => m.Text))}")));
    }
}
