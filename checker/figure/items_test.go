package figure

import (
	"fmt"
	"strings"
	"testing"
)

// TestRespectively asks which rows of values are dealt out over which subjects.
func TestRespectively(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"小麦、玉米、大豆产量分别增长3.1%、2.2%、1.4%。", "小麦|玉米|大豆 3-3: 3.1% 2.2% 1.4%"},
		{"𠮷😀该省对东盟、欧盟分别出口86.2亿元、74.5亿元，同比分别增长6.1%。", "东盟|欧盟 2-2: 86.2亿元 74.5亿元; 东盟|欧盟 2-2: 6.1%"},
		{"食品、衣着和居住价格分别上涨1.1%、0.9%。", "食品|衣着|居住 2-3: 1.1% 0.9%"},
		{"电力、热力、燃气及水生产和供应业、采矿业利润分别增长4.2%、1.9%。", "电力、热力、燃气及水生产和供应业|采矿业利润 2-2: 4.2% 1.9%"},
		{"客运量、货运量比一周前分别增长3.7%、2.1%。", "客运量|货运量 2-2: 3.7% 2.1%"},
		{"茶叶、油茶价格分别上涨2.1%和持平。", ""},
		{"甲、乙两市占比分别由5.1%、4.8%提高到6.2%、5.9%。", ""},
		{"两支队伍分别从东、西两侧进入隧道，掘进了320米。", ""},
		{"Sales in Germany, France and Italy rose 4 percent, 6 percent and 3 percent, respectively.", "Germany|France|Italy 3-3: 4 percent 6 percent 3 percent"},
	} {
		p := readWith(t, c.text)
		var rows []string
		for _, r := range p.Respectively {
			var subjects, values []string
			for _, s := range r.Subjects {
				subjects = append(subjects, p.Words(s))
			}
			for _, v := range r.Values {
				values = append(values, p.Words(p.Figures[v].Range))
			}
			rows = append(rows, fmt.Sprintf("%s %d-%d: %s", strings.Join(subjects, "|"), r.Few, r.Many, strings.Join(values, " ")))
		}
		if got := strings.Join(rows, "; "); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

// TestAnnounced asks which counts have a list beside them, and how long it is.
func TestAnnounced(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"推出四项举措：延长时间、增开窗口、一站结算。", "四项 3-3"},
		{"𠮷提出三点建议：一是修路，二是架桥，三是通网。", "三点 3-3"},
		{"走访了杭州、嘉兴、湖州、绍兴等三地。", "三地 4-4 open"},
		{"三个部门：公安局、住房和城乡建设局、市场监督管理局。", "三个 3-3"},
		{"两项任务：改造供水、供电管网；新建公园、绿道。", ""},
		{"有3家企业入选，分别是甲厂、乙厂、丙厂、丁厂。", "3家 4-4"},
		{"两名新兵——18岁的甲、19岁的乙和20岁的丙入营。", "两名 3-3"},
		{"停水的3个乡镇（海口镇、沙河镇、石桥镇、龙山乡）已恢复供水。", "3个 4-4"},
		{"全国31个省（自治区、直辖市）参加。", ""},
		{"前两部为《春分》《河流》和《远山》。", "两部 3-3"},
		{"前5次分别出现在2005年、2009年、2014年和2018年。", "5次 4-4"},
		{"五个部门分别是甲局、乙局、教育和体育局、住房和城乡建设局。", "五个 4-5"},
		{"“五个坚持”：坚持创新，坚持绿色，坚持开放，坚持共享。", "五个 4-4"},
		{"获得劳动奖章、“最美职工”、劳动模范等两项荣誉。", "两项 3-3 open"},
		{"馆内分为A、B、C、D三个展厅。", "三个 4-4"},
		{"签约项目12个：影视类4个、文旅类5个、数字类2个。", ""},
		{"九大基地之一——甲基地、乙基地和丙基地开建。", ""},
		{"这两批物资包括帐篷、棉被、食品。", ""},
		{"提出三点要求。\n\n一、守时。\n\n二、守信。", "三点 2-2"},
		{"对拉美、非洲、中亚五国等市场出口增长。", ""},
		{"形成铁路、公路、水运三大通道、六大口岸。", "三大 3-3"},
		{"甘肃、青海、陕西三省一市参加。", ""},
		{"会议三点开始，一是点名，二是发言。", ""},
		{"Headline 3: The deficit narrowed to 5.5, 4.2 and 3.1.", ""},
		{"It named four priorities: housing, transport and clean air.", "four 3-3"},
	} {
		p := readWith(t, c.text)
		var out []string
		for _, a := range p.Announced {
			s := fmt.Sprintf("%s %d-%d", p.Words(a.Count), a.Few, a.Many)
			if a.Open {
				s += " open"
			}
			out = append(out, s)
		}
		if got := strings.Join(out, "; "); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

// TestHedgeAfar asks which approximators govern a number from some words away.
func TestHedgeAfar(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"修复大约需要300天左右。", "大约"},
		{"约占全国的20%左右。", "约"},
		{"双方签约需要300天左右。", ""},
		{"大约在春天，又过了30天左右。", ""},
		{"至少有8000个以上。", "至少"},
	} {
		p := readWith(t, c.text)
		f := &p.Figures[len(p.Figures)-1]
		got := ""
		if r, ok := p.HedgeAfar(f.Sentence, f.Token); ok {
			got = p.Words(r)
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.text, got, c.want)
		}
	}
}
