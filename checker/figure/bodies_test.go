package figure

import (
	"strings"
	"testing"
)

// TestBodies asks whose the figures of plain sentences are: the name, ~ where it
// was inherited and ? where it was guessed, and what is measured without it.
func TestBodies(t *testing.T) {
	mark := map[Origin]string{Unknown: "?", Guessed: "?", Inherited: "~", Printed: ""}
	for _, c := range []struct{ text, want string }{
		{"滨江理工大学招生5000人，滨江师范大学招生4800人。", "滨江理工大学:招生; 滨江师范大学:招生"},
		{"东湖汽车公司销量12.5万辆，同比增长8.3%。", "东湖汽车公司:销量; ~东湖汽车公司:销量"},
		{"第三人民医院年门诊量62万人次，手术1.2万台。", ":; 第三人民医院:年门诊量; ~第三人民医院:手术"},
		{"云岭电力股份有限公司（以下简称“云岭电力”）发布年报。去年，云岭电力营业收入84.9亿元，净利润32.5亿元。", "云岭电力股份有限公司:营业收入; ~云岭电力股份有限公司:净利润"},
		{"青石村种植茶叶1200亩。该村有农户320户。", "青石村:种植茶叶; 青石村:有农户"},
		{"白鹭机场旅客吞吐量280万人次，天河口岸验放车辆3.2万辆次。", "白鹭机场:旅客吞吐量; 天河口岸:验放车辆"},
		{"广源证券交易所成交8600亿元。", "广源证券交易所:成交"},
		{"滨海市统计局公布，前三季度进出口2412亿元。", ":进出口"},
		{"东湖汽车公司向滨江理工大学捐赠500万元。", "东湖汽车公司:向滨江理工大学捐赠"},
		{"东湖公司、南山公司产值合计36亿元。", ":东湖公司南山公司产值"},
		// No names: what many share.
		{"全国上市公司营业收入72万亿元，三甲医院1800家。", ":上市公司营业收入; :三甲医院"},
		{"全县农村公路总里程2860公里，城镇居民收入3.2万元。", ":农村公路里程; :城镇居民收入"},
		{"大学生就业率为92%，村民收入增长8%。", ":大学生就业率; :村民收入"},
		{"新建水库12座，开好局、起好步，投资3亿元。", ":新建水库; :投资"},
	} {
		p := readWith(t, c.text)
		var got []string
		for i := range p.Figures {
			f := &p.Figures[i]
			origin := ""
			if f.Body > 0 {
				origin = mark[f.BodyOrigin]
			}
			got = append(got, origin+p.BodyName(f)+":"+f.measured())
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s\n\tgot  %s\n\twant %s", c.text, s, c.want)
		}
	}
}

// TestTopic asks what governs figures whose clauses have no subject.
func TestTopic(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"新桥全长1200米，塔高150米。", "新桥全长; 新桥全长"},
		{"一号楼高99米，造价3亿元；二号楼高120米，造价5亿元。", "一号楼; 一号楼; 二号楼; 二号楼"},
		{"据介绍，随着气温升高，今年夏天空调用电占三成，负荷达4200万千瓦。", "夏天空调用电; 夏天空调用电"},
		{"东湖汽车公司成立于2001年，有员工3000人。", "东湖汽车公司"},
	} {
		p := readWith(t, c.text)
		var got []string
		for i := range p.Figures {
			got = append(got, p.Words(p.Topic(&p.Figures[i])))
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s\n\tgot  %s\n\twant %s", c.text, s, c.want)
		}
	}
}

// TestBodiesApart asks that figures of one metric with two bodies are never one
// fact, and that a body under its full and its short name is one.
func TestBodiesApart(t *testing.T) {
	for _, c := range []struct {
		text string
		same bool
	}{
		{"滨江理工大学在校生35280人。昨天，滨江师范大学在校生35820人。", false},
		{"去年，白鹭机场旅客吞吐量2812万人次。去年，青山机场旅客吞吐量2821万人次。", false},
		{"去年，东湖汽车公司实现销售收入86.35亿元。去年，南山汽车公司实现销售收入86.53亿元。", false},
		{"云岭电力股份有限公司（以下简称“云岭电力”）去年营业收入84.95亿元。去年，云岭电力营业收入84.59亿元。", true},
		{"去年，滨江理工大学招生5128人。去年，滨江理工大学招生5218人。", true},
	} {
		p := readWith(t, c.text)
		n := len(p.Figures)
		m := p.Match(&p.Figures[n-2], &p.Figures[n-1])
		if got := m.Verdict >= MaybeSame; got != c.same {
			t.Errorf("%s\n\tone fact: %v by %q, want %v\n\t%s", c.text, got, m.Slot, c.same, bound(p))
		}
	}
}

// A zone whose name is no more than what it is points at no other zone.
func TestZonesAreNames(t *testing.T) {
	p := readEnglishPage(t, "滨江区实际利用外资总量8.2亿美元。高新区实际利用外资总量6.8亿美元。\n")
	a, b := &p.Figures[0], &p.Figures[1]
	if a.Body == 0 || b.Body == 0 || a.Body == b.Body {
		t.Errorf("the bodies are %d, %s, and %d, %s", a.Body, p.Words(a.BodyRange), b.Body, p.Words(b.BodyRange))
	}
}
