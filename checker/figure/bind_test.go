package figure

import (
	"fmt"
	"strings"
	"testing"
)

// bound lists the figures of a text with what each is bound to: its role and
// metric, then what else is known, marked ~ where it was inherited and ? where
// it was guessed.
func bound(p *Page) string {
	mark := map[Origin]string{Unknown: "?", Guessed: "?", Inherited: "~", Printed: ""}
	var out []string
	for i := range p.Figures {
		f := &p.Figures[i]
		s := fmt.Sprintf("%s=%s:%s%s", p.Words(f.Range), f.Role, mark[f.MetricOrigin], f.Metric)
		if f.Noun != "" {
			s += "+" + f.Noun
		}
		if f.Object != "" {
			s += ">" + f.Object
		}
		if f.Where != "" {
			s += " @" + mark[f.WhereOrigin] + f.Where
		}
		if f.Partner != "" {
			s += " &" + f.Partner
		}
		if f.Subject != "" {
			s += " #" + f.Subject
		}
		if f.Mean {
			s += " mean"
		}
		if !f.Period.IsZero() {
			s += " " + mark[f.PeriodOrigin] + f.Period.String()
		}
		if f.Basis != "" {
			s += " " + f.Basis
		}
		if f.Modality != Asserted {
			s += " " + f.Modality.String()
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

// TestBinding asks what figures of plain sentences are bound to.
func TestBinding(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		// Metric phrases stay whole where a word holds a function word.
		{"全年上市公司总股本达38亿股。", "38亿股=level:上市公司总股本"},
		{"园区在管物业面积约423万平方米。", "423万平方米=level:园区在管物业面积"},
		{"每股回购价为3.15港元，斥资2.6亿港元回购。", "3.15港元=level:每股回购价 mean; 2.6亿港元=level:斥资>回购"},
		{"回购价格为每股3.15至3.20港元。", "3.15至3.20港元=level:回购价格 mean"},
		{"李明质押2000万股，占其所持股份的25.3%，占公司总股本的比例为4.1%。", "2000万股=level:李明质押; 25.3%=share:~李明质押/所持股份; 4.1%=share:~李明质押/公司总股本"},
		{"公司获得1.2亿元投资。", "1.2亿元=level:公司获>投资"},
		{"机构下调了经济增长率预期，从年初的2.4%下调至1.7%。", "2.4%=level:?机构下调经济增长率; 1.7%=level:?机构下调经济增长率"},
		{"当地居民人均预期寿命为78.6岁。", "78.6岁=other:当地居民人均预期寿命"},
		// What is compared with isn't what is measured.
		{"全市经营主体达163万户，相比2012年底的55万户，净增108万户。", "163万户=level:经营主体 @全市; 55万户=level:~经营主体 @~全市 historical; 108万户=change:~经营主体 @~全市"},
		{"开行旅客列车526对，较现图增加21对。", "526对=level:开行旅客列车; 21对=change:~开行旅客列车"},
		{"比亚迪销量增长12.3%。", "12.3%=growth:比亚迪销量"},
		{"2024年全县游客3.5万人次，2019年为3.2万人次。", "3.5万人次=level:游客 @全县 2024; 3.2万人次=level:~游客 @~全县 2019 historical"},
		// Where a noun behind the number ends.
		{"组织检修260家受灾企业的电力线路。", "260家=level:组织检修+受灾企业"},
		{"截至目前，16个受灾地区已发放贷款150.8亿元，占比47.8%。", "16个=level:+受灾地区 2025-12-25; 150.8亿元=level:?受灾地区发放贷款 2025-12-25; 47.8%=share:~受灾地区发放贷款/ 2025-12-25"},
		{"沿线40座大中城市受益。", "40座=level:沿线+大中城市受益"},
		// Whose, and with whom.
		{"湖北省对东盟出口312.5亿元。", "312.5亿元=level:出口 @湖北省 &东盟"},
		{"湖北省经济平稳。全省用电量增长6.3%。", "6.3%=growth:用电量 @湖北省"},
		{"前5个月，湖南进口大豆12万吨，从巴西进口占三成。", "12万吨=level:进口大豆 @湖南省 2025-01/2025-05; 三成=share:进口/ @~湖南省 &巴西 2025-01/2025-05"},
		// 其中, 分别.
		{"完成投资86亿元，其中工业投资41亿元。", "86亿元=level:完成投资; 41亿元=level:工业投资"},
		{"粮食、棉花产量分别为12.5万吨、3.1万吨，分别增长2.1%、4.5%。", "12.5万吨=level:粮食棉花产量 #粮食; 3.1万吨=level:~粮食棉花产量 #棉花; 2.1%=growth:~粮食棉花产量 #粮食; 4.5%=growth:~粮食棉花产量 #棉花"},
		// Roles.
		{"规上工业增加值增长7.2%，拉动经济增长2.1个百分点。", "7.2%=growth:规上工业增加值; 2.1个百分点=contribution:拉动经济"},
		{"失业率为5.1%，比上月下降0.1个百分点。", "5.1%=level:失业率; 0.1个百分点=change:~失业率 环比"},
		{"GDP增速5.4%，高于全国0.4个百分点，居全国第六位。", "5.4%=growth:gdp; 0.4个百分点=other:? &全国; 第六位=rank:~gdp"},
		{"第八届进口博览会签约834.9亿美元。", "第八届=edition:?; 834.9亿美元=level:?进口博览会签约"},
		// Mood.
		{"力争进出口突破8000亿元，利用外资达到30亿美元。", "8000亿元=level:进出口 planned; 30亿美元=level:利用外资 planned"},
		{"到2030年，城镇化率达到70%。", "70%=level:城镇化率 2030 planned"},
		{"网传景区接待游客50万人次，实际为5万人次。", "50万人次=level:景区接待游客 quoted; 5万人次=level:实际"},
		{"全年开工小区271个，比计划多21个，共完成投资13亿元。", "271个=level:开工小区; 21个=change:~开工小区; 13亿元=total:完成投资"},
		{"《人才培养行动计划（2023—2027年）》印发，培训学员300名。", "300名=level:培训学员"},
		{"到2030年，产值达到80亿元。园区有员工1200名。", "80亿元=level:产值 2030 planned; 1200名=level:园区有员工"},
		{"资金重点支持湖北、湖南、江西等省，下达补助5.1亿元。", "5.1亿元=level:下达补助"},
		{"我国对中东欧国家出口86亿元。", "86亿元=level:对中东欧国家出口 @全国"},
		{"江西经济向好。支持南昌打造枢纽，旅客吞吐量1200万人次。旅游收入86亿元。", "1200万人次=level:旅客吞吐量 @?江西省; 86亿元=level:旅游收入 @?江西省"},
		{"“新十二月市集”接待游客12万人次。", "12万人次=level:新市集接待游客"},
		{"实施人才支持计划，开发岗位35万个。", "35万个=level:开发岗位"},
		{"预计全年增长5%，前三季度已增长5.2%。", "5%=growth:? forecast; 5.2%=growth:? 2025-01/2025-09"},
	} {
		if got := bound(readWith(t, c.text)); got != c.want {
			t.Errorf("%s\n\tgot  %s\n\twant %s", c.text, got, c.want)
		}
	}
}
