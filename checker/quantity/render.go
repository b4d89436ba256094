package quantity

import "strings"

// Render writes a value in the style of a printed quantity: Arabic or Han
// digits, width, commas, scale word, currency sign and unit stay, decimals are
// kept as printed. What makes the printed number inexact (多, 余) is left out.
// text is the text that like was read from.
//
// Where like prints no decimals and the value isn't whole in its scale, one
// decimal is written.
func Render(text string, like *Quantity, value Num) string {
	s := render(text, like, value)
	if like.Kind == Range || like.Kind == Score || like.Inside != None || readsAs(s, like, value) {
		return s
	}
	if p, ok := renderPair(text, like, value); ok && readsAs(p, like, value) {
		return p
	}
	if p := renderPlain(text, like, value); readsAs(p, like, value) {
		return p
	}
	return s
}

// render is Render for a numeral with one unit.
func render(text string, like *Quantity, value Num) string {
	before := text[like.Range.Start:like.Number.Start]
	number := text[like.Number.Start:like.Number.End]
	behind := text[like.Number.End:like.Range.End]
	if like.Negative && value.Sign() < 0 {
		value = value.Neg()
	}
	if h, ok := HanNumber(value); ok && number == "首" {
		return before + "第" + h + behind
	}
	sign, number := cutSign(number)
	if i := strings.Index(number, "分之"); i >= 0 {
		return before + sign + renderPart(like, number, i, value) + behind
	}
	if like.Kind == Percent && (strings.Contains(behind, "成") || strings.Contains(behind, "折")) {
		if s, ok := renderTenths(like, value, behind); ok {
			return before + sign + s
		}
	}
	if number != "" && isLatin(number[0]) {
		return before + sign + renderWords(like, number, value) + behind
	}
	if !like.Grouped && groupsThousands(text[like.Range.Start:like.Range.End], number) {
		grouped := *like
		grouped.Grouped = true
		like = &grouped
	}
	return before + sign + renderNumber(like, number, value) + behind
}

// cutSign parts the sign from a printed number.
func cutSign(number string) (sign, rest string) {
	for _, s := range [...]string{"-", "+", "−", "－", "＋", "负", "負"} {
		if r, ok := strings.CutPrefix(number, s); ok {
			return s, r
		}
	}
	return "", number
}

// renderNumber writes digits and scale.
func renderNumber(like *Quantity, number string, value Num) string {
	if like.Han && like.Decimals == 0 && value.IsInt() {
		if s, ok := HanNumber(value); ok {
			return s
		}
	}
	scaled := value.Shift(-like.Scale)
	decimals := like.Decimals
	if decimals <= 0 && !scaled.IsInt() {
		decimals = 1
	}
	digits := scaled.Decimal(max(decimals, 0))
	if scaled.Sign() != 0 && strings.Trim(digits, "-0.") == "" {
		if word, step := lowerScale(scaleWords(number)); step > 0 {
			smaller := *like
			smaller.Scale -= step
			return renderNumber(&smaller, "0"+word, value) // 32.8万元, not 0.0亿元
		}
	}
	switch {
	case like.Han:
		digits = hanDecimal(digits)
	case like.Grouped:
		digits = group(digits)
	}
	if strings.ContainsAny(number, "０１２３４５６７８９") {
		digits = widen(digits)
	}
	return digits + scaleWords(number)
}

// lowerScale returns the scale word below another and by how many powers of ten it
// is smaller; 0 where there is none.
func lowerScale(word string) (lower string, step int) {
	for _, w := range [...]struct {
		word, lower string
		step        int
	}{{"万亿", "亿", 4}, {"亿", "万", 4}, {"万", "", 4}, {" trillion", " billion", 3}, {" billion", " million", 3}, {" million", "", 6}} {
		if word == w.word {
			return w.lower, w.step
		}
	}
	return "", 0
}

// renderPart writes a number behind 分之: 百分之四十, or a fraction.
func renderPart(like *Quantity, number string, at int, value Num) string {
	head := number[:at+len("分之")]
	if like.Kind != Fraction {
		switch {
		case strings.HasPrefix(number, "千"):
			value = value.Shift(1)
		case strings.HasPrefix(number, "万"):
			value = value.Shift(2)
		}
		part := *like
		part.Scale = 0
		if value.IsInt() {
			part.Decimals = 0
		} else {
			part.Decimals = max(1, part.Decimals)
		}
		return head + renderNumber(&part, "", value)
	}
	r := value.Rat()
	if r.Num().IsInt64() && r.Denom().IsInt64() {
		p, ok1 := HanNumber(Int(r.Num().Int64()))
		d, ok2 := HanNumber(Int(r.Denom().Int64()))
		switch {
		case ok1 && r.IsInt():
			return p
		case ok1 && ok2 && r.Denom().Int64() < 1000:
			return d + "分之" + p
		}
	}
	return value.Decimal(max(1, like.Decimals))
}

// renderTenths writes a percentage in 成 or 折, with the unit.
func renderTenths(like *Quantity, value Num, behind string) (string, bool) {
	n, ok := value.Int64()
	if !ok || n < 1 || n > 100 {
		return "", false
	}
	unit := "成"
	if strings.HasPrefix(behind, "折") {
		unit = "折"
	}
	tens, ones := n/10, n%10
	if !like.Han {
		return value.Shift(-1).Decimal(min(1, int(ones))) + unit, true
	}
	t, _ := HanNumber(Int(tens))
	o, _ := HanNumber(Int(ones))
	switch {
	case ones == 0:
		return t + unit, true
	case tens == 0:
		return "", false
	case unit == "折":
		return t + o + unit, true
	}
	return t + unit + o, true
}

// scaleWords returns the scale behind the digits of a numeral: 亿, million. Of
// a numeral in Han characters it is the great scale at the end.
func scaleWords(number string) string {
	i := len(number)
	for i > 0 {
		if c := number[i-1]; c >= '0' && c <= '9' {
			break
		}
		if i >= 3 && number[i-3] == 0xEF && isDigitAt(number, i-3) {
			break
		}
		i--
	}
	words := number[i:]
	if i == 0 {
		words = ""
		for _, w := range [...]string{"万亿", "萬億", "亿", "億", "万", "萬"} {
			if strings.HasSuffix(strings.TrimRight(number, "多余餘来來"), w) {
				words = w
				break
			}
		}
	}
	for _, w := range [...]string{"多", "余", "餘", "来", "來"} {
		words = strings.Replace(words, w, "", 1)
	}
	return words
}

// group puts a comma before every three digits of the whole part.
func group(s string) string {
	whole, frac, point := strings.Cut(s, ".")
	sign := ""
	if w, ok := strings.CutPrefix(whole, "-"); ok {
		sign, whole = "-", w
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if point {
		return sign + whole + "." + frac
	}
	return sign + whole
}

// widen writes digits, points and commas in full width.
func widen(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == '.' || r == ',' || r == '-' {
			return r + 0xFEE0
		}
		return r
	}, s)
}

const hanDigits = "零一二三四五六七八九"

// hanDecimal writes a decimal in Han characters: 3.5 is 三点五.
func hanDecimal(s string) string {
	whole, frac, point := strings.Cut(s, ".")
	sign := ""
	if w, ok := strings.CutPrefix(whole, "-"); ok {
		sign, whole = "负", w
	}
	n := Num{}
	for _, c := range whole {
		n = n.Mul(Int(10)).Add(Int(int64(c - '0')))
	}
	h, ok := HanNumber(n)
	if !ok {
		return s
	}
	if !point {
		return sign + h
	}
	var b strings.Builder
	b.WriteString(sign + h + "点")
	for _, c := range frac {
		b.WriteString(hanDigits[(c-'0')*3 : (c-'0')*3+3])
	}
	return b.String()
}

// HanNumber writes a whole number from 0 to below 10^16 in Han characters as
// speech does: 一万零五十, 三千零二亿. ok is false for others.
func HanNumber(v Num) (s string, ok bool) {
	n, ok := v.Int64()
	if !ok || n < 0 || n >= 1e16 {
		return "", false
	}
	if n == 0 {
		return "零", true
	}
	var b strings.Builder
	high, low := n/1e8, n%1e8
	if high > 0 {
		hanUnderYi(&b, high)
		b.WriteString("亿")
		if low > 0 && low < 1e7 {
			b.WriteString("零")
		}
	}
	if low > 0 {
		hanUnderYi(&b, low)
	}
	return b.String(), true
}

// hanUnderYi writes a number from 1 to below 10^8.
func hanUnderYi(b *strings.Builder, n int64) {
	if n >= 1e4 {
		hanGroup(b, n/1e4)
		b.WriteString("万")
		if n %= 1e4; n == 0 {
			return
		}
		if n < 1000 {
			b.WriteString("零")
		}
	}
	hanGroup(b, n)
}

// hanGroup writes a number from 1 to 9999.
func hanGroup(b *strings.Builder, n int64) {
	units := [...]string{"千", "百", "十", ""}
	zero := false
	first := b.Len() == 0
	for i, p := range [...]int64{1000, 100, 10, 1} {
		d := n / p % 10
		if d == 0 {
			zero = zero || n > p && n/p > 0
			continue
		}
		if zero {
			b.WriteString("零")
			zero = false
		}
		if !(first && p == 10 && d == 1 && n < 20) {
			b.WriteString(hanDigits[d*3 : d*3+3])
		}
		b.WriteString(units[i])
	}
}
