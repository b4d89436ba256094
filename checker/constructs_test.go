package checker

import (
	"strings"
	"testing"
)

// constructs are sentences for each construct of the language of quantities,
// with every figure that they hold: its words, kind, value, unit and, where there
// is a hedge, what it is and the bounds that it sets.
var constructs = []struct{ what, text, want string }{
	{"C1 numerals", "江城今年新建５９９个充电桩，去年是1,582个，每个约２．４万元。",
		"５９９个 count 599 个; 去年 period 2024; 1,582个 count 1582 个; ２．４万元 money 24000 CNY about 20400…27600"},
	{"C1 numerals", "全县一百零五个村种茶三万五千亩，一万五千亿元的目标还远。",
		"一百零五个 count 105 个; 三万五千亩 measure 35000 亩; 一万五千亿元 money 1500000000000 CNY"},
	{"C1 numerals", "两千零三十万斤粮食、3万4000吨化肥和25万6千个工位。",
		"两千零三十万斤 measure 20300000 斤; 3万4000吨 measure 34000 t; 25万6千个 count 256000 个"},
	{"C1 numerals", "捐款壹佰贰拾万元整，另有伍佰元零钱。",
		"壹佰贰拾万元整 money 1200000 CNY; 伍佰元 money 500 CNY"},
	{"C1 numerals", "花了两年半，修了三个半月，还剩半年，一半以上的人等不及。",
		"两年半 duration 2.5 a; 三个半月 duration 3.5 mo; 半年 duration 0.5 a; 一半 fraction 0.5 at-least 0.5…"},
	{"C1 numerals", "三成五的店关了门，近八成重新开张，八五折迎客。",
		"三成五 percent 35 %; 八成 percent 80 % nearly 0…80; 八五折 percent 85 %"},
	{"C1 numerals", "增长1.4倍，是前年的2.5倍，增至3倍，翻了一番，又翻了近两番。",
		"1.4倍 multiple 1.4 倍; 前年 period 2023; 2.5倍 multiple 2.5 倍; 3倍 multiple 3 倍; 一番 multiple 1 番; 两番 multiple 2 番 nearly 0…2"},
	{"C1 numerals", "三分之二的人同意，百分之十二点五弃权，千分之三没来，税率3‰。",
		"三分之二 fraction 2/3; 百分之十二点五 percent 12.5 %; 千分之三 percent 0.3 %; 3‰ permille 3 ‰"},
	{"C1 numerals", "利率下调25个基点，占比提高12.1个百分点，误差0.3个点。",
		"25个基点 point 25 bp; 12.1个百分点 point 12.1 pp; 0.3个点 point 0.3 pp"},
	{"C2 scales", "十万棵、百万吨级码头、3千万人次、1.2万亿元、4035亿吨公里、500兆宽带。",
		"十万棵 count 100000 棵; 百万吨级 measure 1000000 t; 3千万人次 count 30000000 人次; 1.2万亿元 money 1200000000000 CNY; 4035亿吨公里 measure 403500000000 t.km; 500兆 measure 500 兆"},
	{"C3 approximators", "近200家企业、不足30人、超50个项目、逾百亿元、突破1000列、2000多个岗位、150余项、10多万人、10万多人、约80亿元、300家左右、至少5人、60岁以上、不超过3次、90天以内、上百家、数百名、十几个、几十万只、三四十人、百余名、近千户、过半数。",
		"200家 count 200 家 nearly 0…200; 30人 count 30 人 under 0…30; 50个 count 50 个 over 50…; 百亿元 money 10000000000 CNY over 10000000000…; 1000列 count 1000 列 topped 1000…; 2000多个 count 2000 个 over 2000…3000; 150余项 count 150 项 over 150…160; 10多万人 count 100000 人 over 100000…200000; 10万多人 count 100000 人 over 100000…110000; 80亿元 money 8000000000 CNY about 6800000000…9200000000; 300家 count 300 家 about 200…400; 5人 count 5 人 at-least 5…; 60岁 age 60 岁 at-least 60…; 3次 count 3 次 at-most 0…3; 90天 duration 90 d at-most 0…90; 百家 count 100 家 order 100…; 数百名 count 200 名 several 200…999; 十几个 count 10 个 several 11…19; 几十万只 count 200000 只 several 200000…1000000; 三四十人 count 30 人 several 30…49; 百余名 count 100 名 over 100…200; 千户 count 1000 户 nearly 0…1000"},
	{"C4 ranges", "3至5亿元、15%~20%、10—15个、-8~-5℃、5—10岁、30万-50万元、三到五年、第3至5名、三年以上十年以下、100人以上300人以下。",
		"3至5亿元 range 300000000/500000000 CNY; 15%~20% range 15/20 %; 10—15个 range 10/15 个; -8~-5℃ range -8/-5 Cel; 5—10岁 range 5/10 岁; 30万-50万元 range 300000/500000 CNY; 三到五年 range 3/5 a; 第3至5名 range 3/5 名; 三年以上十年 range 3/10 a; 100人以上300人 range 100/300 人"},
	{"C5 lists", "对东盟、欧盟分别出口1582.7亿元、1012.6亿元，分别增长20.6%、41.1%；获奖35、42和51家；投资3、5、8亿元。",
		"1582.7亿元 money 158270000000 CNY; 1012.6亿元 money 101260000000 CNY; 20.6% percent 20.6 %; 41.1% percent 41.1 %; 35 count 35 家; 42 count 42 家; 51家 count 51 家; 3 money 300000000 CNY; 5 money 500000000 CNY; 8亿元 money 800000000 CNY"},
	{"C6 C7 changes", "利润由亏损2亿元转为盈利3.5亿元，用工从150人增至180人，能耗下降三成，降幅收窄2个百分点。",
		"2亿元 money 200000000 CNY; 3.5亿元 money 350000000 CNY; 150人 count 150 人; 180人 count 180 人; 三成 percent 30 %; 2个百分点 point 2 pp"},
	{"C9 periods", "“十四五”收官之年，前11个月进出口增长，三季度末余额10亿元，上半年、下半年、1—10月，国庆期间，2025年小寒。",
		"“十四五”收官之年 period 2025; 前11个月 period 2025-01/2025-11; 三季度末 date 2025-09-30; 10亿元 money 1000000000 CNY; 上半年 period 2025-H1; 下半年 period 2025-H2; 1—10月 period 2025-01/2025-10; 国庆期间 period 2025-10-01/2025-10-08; 2025年小寒 date 2025-01-05"},
	{"C10 ranks", "居全国第三、中部第一，第138届广交会，第二家门店，十四届全国人大三次会议，第1000列班列，前三季度，第三产业，9批357项。",
		"第三 rank 3; 第一 rank 1; 第138届 edition 138 届; 第二家 ordinal 2 家; 十四届 edition 14 届; 三次 ordinal 3 次; 第1000列 ordinal 1000 列; 前三季度 period 2025-01/2025-09; 9批 count 9 批; 357项 count 357 项"},
	{"C11 money", "10亿美元（约合71亿元人民币）、3.5亿港元、20亿卢比、￥300、US$20、3元5角、15元/斤、300元/月、2000第纳尔。",
		"10亿美元 money 1000000000 USD; 71亿元人民币 money 7100000000 CNY about 6035000000…8165000000; 3.5亿港元 money 350000000 HKD; 20亿卢比 money 2000000000 INR; ￥300 money 300 CNY; US$20 money 20 USD; 3元5角 money 3.5 CNY; 15元/斤 money 15 CNY/斤; 300元/月 money 300 CNY/mo; 2000第纳尔 money 2000 DZD"},
	{"C12 classifiers", "15户、20家次、30人次、5架次、3列、8标箱、12台、7套、9条、13票、16批、28艘、387万亩、1.2万公顷、20万千瓦、500亿千瓦时、35℃、6米。",
		"15户 count 15 户; 20家次 count 20 家次; 30人次 count 30 人次; 5架次 count 5 架次; 3列 count 3 列; 8标箱 count 8 TEU; 12台 count 12 台; 7套 count 7 套; 9条 count 9 条; 13票 count 13 票; 16批 count 16 批; 28艘 count 28 艘; 387万亩 measure 3870000 亩; 1.2万公顷 measure 12000 har; 20万千瓦 measure 200000 kW; 500亿千瓦时 measure 50000000000 kW.h; 35℃ measure 35 Cel; 6米 measure 6 m"},
	{"ages, durations, times, scores", "61岁的老李和3周岁的孙子等了15分钟，比赛3比1结束，决赛以21-19取胜，用时2分05秒48，48票赞成。",
		"61岁 age 61 岁; 3周岁 age 3 岁; 15分钟 duration 15 min; 3比1 score 3; 21-19 score 21; 2分05秒48 duration 125.48 s; 48票 count 48 票"},
	{"ages, durations, times, scores", "21日15时30分开幕，上午9点至11点开放，8时许收市。",
		"21日 date 2025-12-21; 15时30分 time 15:30; 上午9点至11点 time 09:00/11:00; 8时许 time 08:00"},
	{"C10 ranks", "增速稳居全省首位、跻身全国前十，首届茶博会开幕，前3名获奖，首位女船长和首个车站亮相，前三天、前两批除外。",
		"首位 rank 1 位; 前十 range 1/10; 首届 edition 1 届; 前3名 range 1/3 名; 三天 duration 3 d; 两批 count 2 批"},
	{"compound lengths", "车程2小时30分，夺冠成绩3分28秒，学制两年零六个月，河长3公里500米，菜地5亩3分，娃娃5岁半，一天八小时。",
		"2小时30分 duration 150 min; 3分28秒 duration 208 s; 两年零六个月 duration 30 mo; 3公里500米 measure 3500 m; 5亩3分 measure 5.3 亩; 5岁半 age 5.5 岁; 八小时 duration 8 h"},
	{"spans of hours, scores", "展馆9:30—17:00开放，9时至11时30分免票，下午3点一刻闭门，比分21:19，北纬30度35分。",
		"9:30—17:00 time 09:30/17:00; 9时至11时30分 time 09:00/11:30; 下午3点一刻 time 15:15; 21:19 score 21; 30度35分 measure 1835 '"},
	{"masks", "手机13900001111，执行GB/T 1234—2011，三年级二班搬到101室、5号楼3单元和6、7号楼，9号口岸。", ""},
	{"names", "“江船2”号、“清网2023”行动、坚持“四不”原则，目前探明天然气储量，双向6车道，至少十几天才能到。",
		"6车道 count 6 车道; 十几天 duration 10 d at-least 10…"},
	{"masks", "一带一路、世界500强、三峡、中铁十一局、5G、G20、4S店、12345热线、第一时间、一批、一体机、万一、十分、百强县、B型、三年级、“5+3”工程、歼-20、国道318线、《远山2》。第一，抓落实。",
		""},
}

func TestConstructs(t *testing.T) {
	for _, c := range constructs {
		r := check1(t, "---\ndate: 2025-12-25\n---\n\n"+c.text+"\n", Options{})
		var got []string
		for i := range r.Figures {
			f := &r.Figures[i]
			s := f.Text + " " + f.Kind + " " + f.Value
			if f.Kind == "range" { // whose value is but the middle
				s = f.Text + " " + f.Kind + " " + f.Low + "/" + f.High
			}
			if f.Unit != "" {
				s += " " + f.Unit
			}
			if f.Hedge != "" {
				s += " " + f.Hedge + " " + f.Low + "…" + f.High
			}
			got = append(got, s)
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s: %s\n got  %s\n want %s", c.what, c.text, s, c.want)
		}
	}
}
