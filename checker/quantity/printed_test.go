package quantity

import (
	"math/rand"
	"strings"
	"testing"
)

// printedStyles are quantities in the styles that copy prints, and that Render
// follows.
var printedStyles = []string{
	"80.6亿美元", "7502.3亿元", "599家", "1,582家", "５９９家", "２．４％", "１，５８２．５万元", "2.40%", "-2.1%", "+2.1%", "负2.1%",
	"三百万元", "二十五家", "三点五亿元", "一千二百三十四人", "百分之三十", "百分之十二点五", "百分之20.5", "千分之三", "￥300", "US$20", "HK$3.5亿",
	"人民币5亿元", "3.5公里", "387万亩", "6米", "500千瓦时", "-8℃", "12.1个百分点", "25个基点", "3‰", "1.4倍", "15分钟", "61岁",
	"4千人", "3000多个", "三十余家", "1.2万多人", "10亿元人民币", "1.29元/斤", "120公里/小时", "5万标箱", "3.2万亿元", "两千人",
	"3兆元", "2小时30分", "两年零三个月", "3分28秒", "3公里500米", "三斤二两", "5亩3分", "3元5角", "五块六", "两毛五", "1米85", "一米七", "两年半", "三个半月", "5岁半",
	"1亿3千万", "3万6千名", "三万五千户", "六千八", "三成五", "八五折", "五成", "一倍半", "10个半小时",
}

// Whatever value is printed in the style of another is read back as the same
// value with the same unit.
func TestPrintedNumbersAreReadBack(t *testing.T) {
	rng := rand.New(rand.NewSource(11))
	for _, style := range printedStyles {
		like, err := Parse(style)
		if err != nil {
			t.Errorf("%s: %v", style, err)
			continue
		}
		for range 2000 {
			n := rng.Int63n([]int64{10, 100, 10_000, 1_000_000, 100_000_000}[rng.Intn(5)])
			if n == 0 {
				continue
			}
			v := Dec(n, like.Scale-like.Decimals)
			if like.Kind == Percent && like.Unit == "%" && like.Decimals == 0 && like.Scale == 0 && strings.HasPrefix(style, "千分之") {
				v = Dec(n, -1)
			}
			if like.Negative {
				v = v.Neg()
			}
			text := Render(style, &like, v)
			back, err := Parse(text)
			if err != nil || back.Value.Cmp(v) != 0 || back.Unit != like.Unit || back.Kind != like.Kind {
				t.Errorf("%s in the style of %s is %s, read back as %s (%v)", v, style, text, back.String(), err)
				break
			}
		}
	}
}

// The decimals of JSON are read back as what they are.
func TestDecimalsAreReadBack(t *testing.T) {
	rng := rand.New(rand.NewSource(12))
	for range 20_000 {
		v := Dec(rng.Int63n(1_000_000_000_000), rng.Intn(12)-8)
		q, err := Parse(v.String() + "元")
		if err != nil || q.Value.Cmp(v) != 0 {
			t.Fatalf("%s is read back as %s (%v)", v, q.Value, err)
		}
	}
}
