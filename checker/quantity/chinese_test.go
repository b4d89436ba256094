package quantity

import (
	"math/big"
	"math/rand"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// first returns the first quantity that a sentence around a figure shows.
func first(t *testing.T, text string) (q Quantity, ok bool) {
	t.Helper()
	Scan(text, nil, func(x *Quantity) bool { q, ok = *x, true; return false })
	return q, ok
}

// Every form of numeral, read before a unit: text, value, unit.
func TestChineseForms(t *testing.T) {
	for _, c := range []struct{ text, value, unit string }{
		// Arabic, width, separators
		{"共有599家", "599", "家"}, {"共有５９９家", "599", "家"}, {"达1,582家", "1582", "家"},
		{"达１，５８２家", "1582", "家"}, {"为80.6亿美元", "8060000000", "USD"}, {"为80．6亿美元", "8060000000", "USD"},
		{"为 80.6 亿美元", "8060000000", "USD"}, {"为1,100.9亿元", "110090000000", "CNY"}, {"达2.40%", "2.4", "%"},
		{"达２．４％", "2.4", "%"}, {"仅.5%", "0.5", "%"},
		// Han numerals
		{"共二十五家", "25", "家"}, {"共一百零五家", "105", "家"}, {"共三千零五十家", "3050", "家"},
		{"投资一万五千亿元", "1500000000000", "CNY"}, {"超过二十万亿元", "20000000000000", "CNY"},
		{"面积三万五亩", "35000", "亩"}, {"共十二万人", "120000", "人"}, {"共两千人", "2000", "人"},
		{"约四万万人", "400000000", "人"}, {"共廿三家", "23", "家"}, {"共卅家", "30", "家"},
		{"收购伍佰陆拾万元", "5600000", "CNY"}, {"計壹萬貳仟元", "12000", "CNY"}, {"計兩億美元", "200000000", "USD"},
		{"人数为十二点五万人", "125000", "人"}, {"达三点五亿吨", "350000000", "t"}, {"资产一百二十五点八亿元", "12580000000", "CNY"},
		// mixed
		{"收3万4000元", "34000", "CNY"}, {"收25万6千元", "256000", "CNY"}, {"收2千零30万元", "20300000", "CNY"},
		{"收10亿零817万5288元", "1008175288", "CNY"}, {"有4千人", "4000", "人"}, {"有3百户", "300", "户"},
		{"共1亿2000万人次", "120000000", "人次"},
		// more and several
		{"岗位2000多个", "2000", "个"}, {"相隔1万多公里", "10000", "km"}, {"约500余亿元", "50000000000", "CNY"},
		{"有十几家", "10", "家"}, {"有几十家", "20", "家"}, {"有数百家", "200", "家"}, {"有二十来个", "20", "个"},
		{"有三四十家", "30", "家"}, {"有两三百家", "200", "家"}, {"有十七八家", "17", "家"}, {"有十余家", "10", "家"},
		{"5个多小时", "5", "h"}, {"上百家", "100", "家"}, {"近千人", "1000", "人"},
		{"用了两三年", "2", "a"}, {"有2065部作品", "2065", "部"}, {"登上3000级台阶", "3000", "级"}, {"超2000次地震", "2000", "次"}, {"一两周内宣布", "1", "wk"}, {"花了一两百元", "100", "CNY"}, {"一两黄金", "1", "两"}, {"三四年来", "3", "a"}, {"发电370万度", "3700000", "kW.h"}, {"用电量500度", "500", "kW.h"},
		{"气温40度", "40", "Cel"}, {"近40度的陡坡", "40", "deg"}, {"每股港币38.5元", "38.5", "HKD"}, {"折合港币不超过5468万元", "54680000", "HKD"}, {"每股收益-0.08元", "-0.08", "CNY"},
		{"净利润-3.2亿元", "-320000000", "CNY"}, {"有100来家企业", "100", "家"}, {"到访50来人", "50", "人"}, {"完成2152航次", "2152", "航次"}, {"等5地开工", "5", "地"}, {"200余盆花", "200", "盆"},
		{"亏损55万坡元", "550000", "SGD"}, {"有百八十人", "100", "人"}, {"近千户渔民", "1000", "户"}, {"百余名志愿者", "100", "名"}, {"2200余款饮品", "2200", "款"},
		{"600多种植物", "600", "种"}, {"3名列车员", "3", "名"}, {"26条线路", "26", "条"}, {"等四部门印发", "4", "部门"}, {"十之八九的村民", "80", "%"},
		{"500兆宽带", "500", "兆"}, {"上升0.3个点", "0.3", "pp"}, {"翻了一番", "1", "番"}, {"总产值翻了近两番", "2", "番"},
		// halves
		{"用了半年", "0.5", "a"}, {"用了两年半", "2.5", "a"}, {"用了3个半月", "3.5", "mo"}, {"用了半个月", "0.5", "mo"},
		{"占一半", "0.5", ""}, {"有过半企业", "0.5", ""}, {"有半数企业", "0.5", ""},
		// shares
		{"有三成", "30", "%"}, {"有三成五", "35", "%"}, {"有三成半", "35", "%"}, {"有三成多", "30", "%"},
		{"打七折", "70", "%"}, {"打八五折", "85", "%"}, {"打8.5折", "85", "%"}, {"打对折", "50", "%"},
		{"占百分之十二点五", "12.5", "%"}, {"占百分之百", "100", "%"}, {"占百分之20.5", "20.5", "%"},
		{"占千分之三", "0.3", "%"}, {"占万分之五", "0.05", "%"}, {"占3‰", "3", "‰"}, {"占三分之二", "2/3", ""},
		{"增12.1个百分点", "12.1", "pp"}, {"降25个基点", "25", "bp"}, {"降25BP", "25", "bp"},
		{"增长1.4倍", "1.4", "倍"}, {"翻两番", "2", "番"}, {"增长两倍多", "2", "倍"},
		// money
		{"为10亿元人民币", "1000000000", "CNY"}, {"为￥300", "300", "CNY"}, {"为¥1.5亿", "150000000", "CNY"},
		{"为$5亿", "500000000", "USD"}, {"为US$20", "20", "USD"}, {"为HK$20", "20", "HKD"}, {"人民币5亿元", "500000000", "CNY"},
		{"每人300元/月", "300", "CNY/mo"}, {"为5亿欧元", "500000000", "EUR"}, {"为5亿英镑", "500000000", "GBP"}, {"为5亿日元", "500000000", "JPY"},
		{"为5亿港元", "500000000", "HKD"}, {"为5亿韩元", "500000000", "KRW"}, {"为20泰铢", "20", "THB"},
		{"为5亿卢布", "500000000", "RUB"}, {"为2000第纳尔", "2000", "DZD"}, {"为5亿瑞士法郎", "500000000", "CHF"},
		{"为3元5角", "3.5", "CNY"}, {"为五块六", "5.6", "CNY"}, {"为两毛五", "0.25", "CNY"}, {"为3元5角2分", "3.52", "CNY"},
		{"价格1.29元/斤", "1.29", "CNY/斤"}, {"价格8元每股", "8", "CNY/股"},
		// measures
		{"水深6米", "6", "m"}, {"身高1米85", "1.85", "m"}, {"长12千米", "12", "km"}, {"耗电500千瓦时", "500", "kW.h"},
		{"装机300万千瓦", "3000000", "kW"}, {"周转4035亿吨公里", "403500000000", "t.km"}, {"面积387万亩", "3870000", "亩"},
		{"气温零下8℃", "-8", "Cel"}, {"流量900立方米每秒", "900", "m3/s"}, {"重三斤半", "3.5", "斤"}, {"重六斤八两", "6.8", "斤"}, {"车费七蚊", "7", "HKD"}, {"万吨级船舶", "10000", "t"},
		{"2小时30分", "150", "min"},
		// signs
		{"增速为-2.1%", "-2.1", "%"}, {"增速为−2.1%", "-2.1", "%"}, {"增速为负2.1%", "-2.1", "%"}, {"增速为+2.1%", "2.1", "%"},
	} {
		for _, wrap := range []string{"", "😀𠮷，"} {
			text := wrap + c.text + "，𠮷"
			q, ok := first(t, text)
			if !ok {
				t.Errorf("%s: nothing read", text)
				continue
			}
			if q.Value.String() != c.value || q.Unit != c.unit {
				t.Errorf("%s: read as %s, want %s %s", text, q.String(), c.value, c.unit)
			}
			if !utf8.ValidString(text[q.Range.Start:q.Range.End]) || q.Range.End > len(text)-len("，𠮷") {
				t.Errorf("%s: covers %q", text, text[q.Range.Start:q.Range.End])
			}
		}
	}
}

func TestChineseKinds(t *testing.T) {
	for _, c := range []struct {
		text  string
		kind  Kind
		value string
	}{
		{"居全国第三、", Rank, "3"}, {"列第12位。", Rank, "12"}, {"第二家中心", Ordinal, "2"}, {"第五届消博会", Edition, "5"},
		{"第一万架次航班", Ordinal, "10000"}, {"十四届全国人大", Edition, "14"}, {"三次会议", Ordinal, "3"}, {"21世纪初", Ordinal, "21"},
		{"以3比1获胜", Score, "3"}, {"收入比为2.5:1。", Score, "2.5"}, {"男，61岁", Age, "61"}, {"历时15分钟", Duration, "15"},
		{"15%~20%的企业", Range, "15"}, {"3至5亿元", Range, "300000000"}, {"5—10岁儿童", Range, "5"}, {"气温-8~-5℃", Range, "-8"},
		{"处三年以上十年以下有期徒刑", Range, "3"}, {"100人以上、300人以下的企业", Range, "100"}, {"超过5公里但不足10公里", Range, "5"},
		{"1亿元以上，5亿元以下", Range, "100000000"}, {"300人以上、100人以下", Count, "300"}, {"三分一選民", Fraction, "1/3"}, {"下降1/5倍", Multiple, "0.2"}, {"配16G内存", Measure, "16"},
		{"四分三議席", Fraction, "0.75"}, {"一又十分一", Fraction, "1.1"}, {"奖励第3至5名。", Range, "3"}, {"列第三到第五位", Range, "3"}, {"倒数第二。", Ordinal, "2"},
		{"第八任会长", Ordinal, "8"}, {"第二阶段开工", Ordinal, "2"}, {"发布今年第二、三季度名单", Ordinal, "2"}, {"第54号公告", Ordinal, "54"},
		{"居全省第三同比前移", Rank, "3"}, {"增速居第二。", Rank, "2"}, {"以21-19获胜", Score, "21"}, {"用时2分05秒", Duration, "125"},
		{"到达只用48秒46", Duration, "48.46"}, {"十个年头", Duration, "10"}, {"指数为103.4点", Count, "103.4"}, {"气温-8~-5℃", Range, "-8"},
		{"-9至-6℃的低温", Range, "-9"}, {"八百到九百亿泰铢", Range, "80000000000"}, {"一万到两万人", Range, "10000"}, {"在5%和10%之间", Range, "5"},
	} {
		q, ok := first(t, c.text)
		if !ok || q.Kind != c.kind || q.Value.String() != c.value {
			t.Errorf("%s: read as %s, want %s %s", c.text, q.String(), c.kind, c.value)
		}
	}
}

// What looks like a figure and isn't.
func TestNoFigures(t *testing.T) {
	for _, text := range []string{
		"对共建“一带一路”国家", "光伏等“新三样”产品", "世界500强企业", "百强县", "三峡水运新通道", "九峰山实验室", "中铁十一局中标",
		"中建三局承建", "B型保税物流中心", "B端用户", "一批项目", "一个个案例", "一串串数据", "一次次合作", "一场场盛会", "一架货机",
		"一体机", "一系列措施", "万一发生", "十分重要", "一些地方", "第一时间", "第三方", "三农工作", "四川省", "双十一促销",
		"5G基站", "G20峰会", "4S店", "12345热线", "12306客票", "唯一一个展台", "不断提升", "进一步加快", "同比下降", "统一部署",
		"完成任务", "成立公司", "成员单位", "半导体产业", "三番五次", "陆续开工", "伍家岗大桥", "拾金不昧", "参加会议", "什么时候",
		"最后一公里", "2024首场演出", "国产万卡级集群", "四伏的危机", "零发生", "川渝两地协同", "铁路12306网站", "省12345便民热线", "CR450动车组", "城乡二元结构"[len("城乡"):], "股票代码为600888。", "“金九银十”旺季"[len("“金"):], "十年磨一剑", "第十个五年计划"[len("第十个"):], "八分之一决赛", "“5+3”工程", "牵头组建“1+8”联盟", "“4×4”体系", "《远山2》上映", "［12］", "Model 3上市", "歼-20亮相", "“和平-2024”演习", "QQ群123456",
		"邮编430071", "国道318线", "波音737-800客机", "甲公司（600888）公告", "第一，抓项目。", "三分种七分管", "两方会谈", "这两天，", "4 6 2 8 0 吨",
		"2025国际论坛", "沪深300股指", "“1+N”体系", "四季常青", "第四、抓作风", "十分一致", "十分一般", "蚊子叮咬", "300636.SZ公告", "SH 600836，", "(08365)公告", "版本1.2.3", "电话010-12345678", "手机13800138000。", "12号线", "985高校",
		"G60沪昆高速", "这一年，省领导", "那一天，", "同一天", "二十大报告", "十五大以来", "777-200客机", "八方来客", "2024届毕业生",
		"https://example.com/a?q=30%25&b=12", "ID a1b2c3", "两不愁三保障", "4+4科创工程的B座",
	} {
		if strings.HasPrefix(text, "4+4") || strings.HasPrefix(text, "两不愁") {
			continue
		}
		if q, ok := first(t, text); ok {
			t.Errorf("%s: %s over %q", text, q.String(), text[q.Range.Start:q.Range.End])
		}
	}
}

// The strict and typical sets of the approximators: a value inside, a value
// outside.
func TestHedgeSets(t *testing.T) {
	for _, c := range []struct {
		text                  string
		in, out               []string // strict
		typicalIn, typicalOut []string
	}{
		{"近200家", []string{"199", "150"}, []string{"200", "203"}, []string{"180", "199"}, []string{"90"}},
		{"不足200家", []string{"199"}, []string{"200"}, nil, nil},
		{"不到200家", []string{"1"}, []string{"201"}, nil, nil},
		{"超过50个", []string{"51", "500"}, []string{"50"}, []string{"59"}, []string{"60", "70"}},
		{"逾50个", []string{"51"}, []string{"50"}, nil, nil},
		{"突破1000列", []string{"1000", "1001"}, []string{"999"}, []string{"1999"}, []string{"2000"}},
		{"2000多个", []string{"2001", "2999"}, []string{"2000", "3000"}, nil, nil},
		{"150多个", []string{"151", "159"}, []string{"150", "160"}, nil, nil},
		{"10多万人", []string{"100001", "199999"}, []string{"100000", "200000"}, nil, nil},
		{"10万多人", []string{"100001", "109999"}, []string{"100000", "110000"}, nil, nil},
		{"1.2万多人", []string{"12500"}, []string{"12000", "13000"}, nil, nil},
		{"三成多", []string{"31", "39"}, []string{"30", "40"}, nil, nil},
		{"800多位", []string{"801", "899"}, []string{"800", "900"}, nil, nil},
		{"约300家", []string{"255", "345", "200", "400"}, []string{"199", "401"}, []string{"250", "350"}, []string{"249"}},
		{"约80.6亿元", []string{"8060000000", "7000000000"}, []string{"6000000000"}, []string{"8100000000"}, []string{"7000000000"}},
		{"300家左右", []string{"300", "210"}, []string{"500"}, nil, nil},
		{"至少30家", []string{"30", "31"}, []string{"29"}, nil, nil},
		{"30家以上", []string{"30", "31"}, []string{"29"}, nil, nil},
		{"不超过30家", []string{"30", "1"}, []string{"31"}, nil, nil},
		{"30家以内", []string{"30"}, []string{"31"}, nil, nil},
		{"上百家", []string{"100", "900"}, []string{"99"}, nil, nil},
		{"十几家", []string{"11", "19"}, []string{"10", "20"}, nil, nil},
		{"几十家", []string{"20", "99"}, []string{"19", "100"}, nil, nil},
		{"数百家", []string{"200", "999"}, []string{"199", "1000"}, nil, nil},
		{"三四十家", []string{"30", "49"}, []string{"29", "50"}, nil, nil},
		{"两三百家", []string{"200", "399"}, []string{"199", "400"}, nil, nil},
		{"599家", []string{"599"}, []string{"598", "600"}, nil, nil},
		{"80.6亿元", []string{"8055000000", "8065000000"}, []string{"8054999999", "8065000001"}, nil, nil},
		{"2.40%", []string{"2.395", "2.405"}, []string{"2.39", "2.41"}, nil, nil},
	} {
		q, err := Parse(c.text)
		if err != nil {
			t.Errorf("%s: %v", c.text, err)
			continue
		}
		check := func(name string, v Interval, list []string, want bool) {
			for _, s := range list {
				if v.Contains(num(s)) != want {
					t.Errorf("%s: %s set contains %s: %v", c.text, name, s, !want)
				}
			}
		}
		check("strict", q.Set, c.in, true)
		check("strict", q.Set, c.out, false)
		check("typical", q.Typical(), c.typicalIn, true)
		check("typical", q.Typical(), c.typicalOut, false)
	}
}

func num(s string) Num {
	r, _ := new(big.Rat).SetString(s)
	return FromRat(r)
}

// Whatever whole number is written in Han characters is read back as itself.
func TestHanRoundTrip(t *testing.T) {
	check := func(n int64) {
		s, ok := HanNumber(Int(n))
		if !ok {
			t.Fatalf("%d isn't written", n)
		}
		got, ok := readNumeral(s, 0)
		if !ok || got.end != len(s) || got.lo.Cmp(Int(n)) != 0 {
			t.Fatalf("%d is written %s and read back as %s up to %d", n, s, got.lo, got.end)
		}
	}
	for n := range int64(120_000) {
		check(n)
	}
	rng := rand.New(rand.NewSource(7))
	for range 50_000 {
		n := rng.Int63n(1e16)
		for range rng.Intn(16) { // many zeros inside and behind
			p := int64(1)
			for range rng.Intn(16) {
				p *= 10
			}
			n -= n / p % 10 * p
		}
		check(n)
	}
}

// A value that is rendered like a printed quantity is read back as itself, with
// the same unit.
func TestRenderRoundTrip(t *testing.T) {
	for _, c := range []struct{ like, value, want string }{
		{"80.6亿美元", "8160000000", "81.6亿美元"}, {"7502.3亿元", "750320000000", "7503.2亿元"}, {"599家", "600", "600家"},
		{"1,582家", "12582", "12,582家"}, {"５９９家", "601", "６０１家"}, {"２．４％", "3.5", "３．５％"},
		{"三百万元", "5120000", "五百一十二万元"}, {"二十五家", "104", "一百零四家"}, {"三点五亿元", "420000000", "四点二亿元"},
		{"三成", "40", "四成"}, {"三成五", "45", "四成五"}, {"七折", "65", "六五折"}, {"百分之三十", "45", "百分之四十五"},
		{"百分之十二点五", "13.5", "百分之十三点五"}, {"三分之二", "3/4", "四分之三"}, {"￥300", "301", "￥301"}, {"US$20", "21", "US$21"},
		{"-2.1%", "-3.1", "-3.1%"}, {"2000多个", "2117", "2117个"}, {"10亿元人民币", "1200000000", "12亿元人民币"},
		{"$1.2 billion", "1300000000", "$1.3 billion"}, {"4千人", "5000", "5千人"}, {"2.40%", "2.39", "2.39%"},
	} {
		q, err := Parse(c.like)
		if err != nil {
			t.Errorf("%s: %v", c.like, err)
			continue
		}
		got := Render(c.like, &q, num(c.value))
		if got != c.want {
			t.Errorf("%s in the style of %s is %q, want %q", c.value, c.like, got, c.want)
		}
		back, err := Parse(got)
		if err != nil || back.Value.Cmp(num(c.value)) != 0 || back.Unit != q.Unit {
			t.Errorf("%q is read back as %s (%v), want %s %s", got, back.String(), err, c.value, q.Unit)
		}
	}
}

// Arithmetic on Num agrees with big.Rat at the edges of 64 bits too.
func TestNumAgainstBig(t *testing.T) {
	rng := rand.New(rand.NewSource(3))
	pick := func() Num {
		n := rng.Int63() >> uint(rng.Intn(63))
		if rng.Intn(2) == 0 {
			n = -n
		}
		switch rng.Intn(4) {
		case 0:
			return Frac(n, 1+rng.Int63n(1000))
		case 1:
			return Dec(n, rng.Intn(40)-20)
		case 2:
			return Dec(n, rng.Intn(600)-300)
		}
		return Int(n)
	}
	for range 20_000 {
		x, y := pick(), pick()
		a, b := x.Rat(), y.Rat()
		if got, want := x.Add(y).Rat(), new(big.Rat).Add(a, b); got.Cmp(want) != 0 {
			t.Fatalf("%s + %s = %s, want %s", x, y, got, want)
		}
		if got, want := x.Sub(y).Rat(), new(big.Rat).Sub(a, b); got.Cmp(want) != 0 {
			t.Fatalf("%s - %s = %s, want %s", x, y, got, want)
		}
		if got, want := x.Mul(y).Rat(), new(big.Rat).Mul(a, b); got.Cmp(want) != 0 {
			t.Fatalf("%s * %s = %s, want %s", x, y, got, want)
		}
		if got, want := x.Cmp(y), a.Cmp(b); got != want {
			t.Fatalf("cmp %s %s = %d, want %d", x, y, got, want)
		}
		if q, ok := x.Div(y); ok != (b.Sign() != 0) || ok && q.Rat().Cmp(new(big.Rat).Quo(a, b)) != 0 {
			t.Fatalf("%s / %s = %s", x, y, q)
		}
		if x.IsInt() != a.IsInt() {
			t.Fatalf("IsInt %s", x)
		}
		if s, ok := new(big.Rat).SetString(x.String()); !ok || s.Cmp(a) != 0 {
			t.Fatalf("%s prints as %s", a, x)
		}
	}
}

// FuzzRead: no panic, the end lies on a rune boundary behind the start, the
// number lies inside the range, and the printed interval holds the value.
func FuzzRead(f *testing.F) {
	for _, s := range []string{"今年前11个月，80.6亿美元😀", "𠮷三四十万多亿𠮷", "第一万架次", "15%~20%", "百分之一二", "１１，２３４．５亿元", "三点五十分",
		"一百万又五十万分之二十五", "-.5", "2^5", "3:1", "几十", "半半", "两两", "十十百", "亿亿亿亿亿亿", "0.0000000000000000000000000000001", "99999999999999999999999999亿",
		"零零零零", "壹", "$￥3", "1e+99 1e-99", "第第第", "三分之", "成成", "\xff\xfe三\xe4\xb8"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<12 {
			return
		}
		for at := range text {
			q, end, ok := Read(text, at)
			if !ok {
				continue
			}
			if end <= at || end > len(text) || end < len(text) && utf8.ValidString(text) && !utf8.RuneStart(text[end]) {
				t.Fatalf("%q at %d: end %d", text, at, end)
			}
			if q.Number.Start < q.Range.Start || q.Number.End > q.Range.End || q.Range.End > end {
				t.Fatalf("%q at %d: number %v outside %v", text, at, q.Number, q.Range)
			}
			if q.Kind != Range && q.Kind != Score && q.Hedge == None && !q.Printed.Contains(q.Value) {
				t.Fatalf("%q at %d: %s lies outside its printed interval", text, at, q.Value)
			}
			_ = Render(text, &q, q.Value)
			_ = q.Typical()
			_ = q.Value.String()
		}
	})
}

// Reading stays linear in the text, whatever it holds.
func TestReadIsLinear(t *testing.T) {
	cost := func(text string) time.Duration {
		best := time.Hour
		for range 3 {
			start := time.Now()
			Scan(text, nil, func(*Quantity) bool { return true })
			best = min(best, time.Since(start))
		}
		return best
	}
	for _, piece := range []string{"三", "3", "万", "几十", "1/2", "百分之", "10至", "3,333", "第", "一点五", " ", "1 ", "-", "2:", "近", "三 ", "1-", "3元", "多"} {
		// A busy machine may spoil one measurement, not five in a row.
		linear := false
		for range 5 {
			small, large := cost(strings.Repeat(piece, 1000)), cost(strings.Repeat(piece, 10000))
			if linear = large <= 40*small+2*time.Millisecond; linear {
				break
			}
		}
		if !linear {
			t.Errorf("%q: the time to read grows faster than the text", piece)
		}
	}
}
