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
		if f.Region != "" {
			s += " @" + mark[f.RegionOrigin] + f.Region
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
	} {
		if got := bound(readWith(t, c.text)); got != c.want {
			t.Errorf("%s\n\tgot  %s\n\twant %s", c.text, got, c.want)
		}
	}
}
