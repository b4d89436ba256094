package document

import (
	"strings"
	"testing"
)

// TestStitch says which paragraphs go on behind an inset, and which don't.
func TestStitch(t *testing.T) {
	const (
		opening = "港务集团负责人介绍，航线加密以后，货主的选择更多，企业愿意把货物放到本地的港"
		box     = "出口稳步增长\n\n前11个月，江城市出口总值1200亿元，增长9.3%。\n\n"
		rest    = "口来装船，物流成本下降一成，近洋航线越走越密。"
		after   = "\n\n江城的港口今年开通三条近洋航线。\n"
	)
	for name, c := range map[string]struct {
		text string
		want string // the stitched paragraph, empty for none
	}{
		"a box":                            {opening + "\n\n" + box + rest + after, opening + rest},
		"a box with a credit of a picture": {opening + "\n\n码头夜景。(林一 摄)\n\n" + box + rest + after, opening + rest},
		"a picture":                        {opening + "\n\n码头夜景。(林一 摄)\n\n" + rest + after, opening + rest},
		"two boxes": {opening + "\n\n" + box + "口来装船，货量增长一成，其中出口货物占六成以上，近洋航\n\n进口平稳\n\n进口总值300亿元，持平。\n\n线的航班增加到30班。" + after,
			opening + "口来装船，货量增长一成，其中出口货物占六成以上，近洋航线的航班增加到30班。"},
		"the rest begins with a comma": {opening + "口\n\n" + box + "，物流成本下降一成，近洋航线越走越密。" + after, opening + "口，物流成本下降一成，近洋航线越走越密。"},
		"digits cut from their unit":   {opening + "口，总值达到300\n\n" + box + "亿元，物流成本下降一成，近洋航线越走越密。" + after, opening + "口，总值达到300亿元，物流成本下降一成，近洋航线越走越密。"},
		"English": {"The operator of the port of Easthaven said that more lines give shippers more choice, and that companies\n\nExports grow\n\nExports rose by 9.3 percent to 120 million dollars, the customs office said.\n\nprefer to load their goods at home, which saves them a tenth of the cost of transport by road.\n",
			"The operator of the port of Easthaven said that more lines give shippers more choice, and that companies prefer to load their goods at home, which saves them a tenth of the cost of transport by road."},
		"a full stop is missing":               {opening + "口装船\n\n" + box + "下一步，江城将再开两条远洋航线，通往欧洲各地。" + after, ""},
		"the word is unknown":                  {strings.ReplaceAll(opening+"\n\n"+box+rest, "港", "埠") + "\n", ""},
		"a second heading ends the box":        {opening + "\n\n" + box + "进口平稳\n\n进口总值300亿元，持平。\n\n" + rest + after, ""},
		"items of a list":                      {"- " + opening + "\n- 出口稳步增长\n- " + rest + after, ""},
		"a finished paragraph":                 {opening + "口。\n\n" + box + rest + after, ""},
		"two continuations are equally likely": {opening + "\n\n" + box + rest + "\n\n" + rest + after, ""},
	} {
		t.Run(name, func(t *testing.T) {
			d := read(t, "a.txt", c.text, Options{})
			checkMap(t, d)
			var got []string
			for _, b := range d.Blocks {
				if b.Stitched {
					got = append(got, words(d, b))
				} else if b.Box > 0 && len(got) == 0 {
					t.Errorf("a box stands before the paragraph that it cuts:\n%s", outline(d))
				}
			}
			if strings.Join(got, "\n") != c.want {
				t.Errorf("stitched %q, want %q\n%s", got, c.want, outline(d))
			}
		})
	}
}
