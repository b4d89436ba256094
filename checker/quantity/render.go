package quantity

import "strings"

// Render writes a value in the style of a printed quantity: its scale word,
// unit, currency sign and separators stay, its decimals are kept as far as the
// value allows. text is the text that like was read from.
func Render(text string, like *Quantity, value Num) string {
	before := text[like.Range.Start:like.Number.Start]
	behind := text[like.Number.End:like.Range.End]
	number := text[like.Number.Start:like.Number.End]
	scaled := value
	if like.Kind != Percent || like.Unit == "%" && !strings.Contains(behind, "成") {
		scaled = value.Shift(-like.Scale)
	} else {
		scaled = value.Shift(-1)
	}
	digits := scaled.Decimal(max(like.Decimals, 0))
	if like.Decimals <= 0 && !scaled.IsInt() {
		digits = scaled.Decimal(1)
	}
	if like.Negative {
		digits = strings.TrimPrefix(digits, "-")
	}
	if like.Grouped {
		digits = group(digits)
	}
	if like.Han {
		if s, ok := hanNumber(scaled); ok {
			digits = s
		}
	}
	return before + digits + scaleWords(number) + behind
}

// scaleWords returns the scale behind the digits of a numeral: 亿, million.
func scaleWords(number string) string {
	i := len(number)
	for i > 0 {
		c := number[i-1]
		if c >= '0' && c <= '9' {
			break
		}
		i--
	}
	if i == 0 {
		for _, w := range [...]string{"万亿", "亿", "万"} {
			if strings.HasSuffix(number, w) {
				return w
			}
		}
		return ""
	}
	return number[i:]
}

// group puts a comma before every three digits of the whole part.
func group(s string) string {
	whole, frac, _ := strings.Cut(s, ".")
	neg := strings.HasPrefix(whole, "-")
	whole = strings.TrimPrefix(whole, "-")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if neg {
		whole = "-" + whole
	}
	if frac != "" {
		return whole + "." + frac
	}
	return whole
}

// hanNumber writes a whole number below ten thousand in Han characters.
func hanNumber(v Num) (string, bool) {
	n, ok := v.Int64()
	if !ok || n < 0 || n > 9999 {
		return "", false
	}
	if n == 0 {
		return "零", true
	}
	const digits = "零一二三四五六七八九"
	units := [...]string{"", "十", "百", "千"}
	var b strings.Builder
	zero := false
	for k := 3; k >= 0; k-- {
		p := int64(1)
		for range k {
			p *= 10
		}
		d := n / p % 10
		if d == 0 {
			zero = b.Len() > 0
			continue
		}
		if zero {
			b.WriteString("零")
			zero = false
		}
		if !(k == 1 && d == 1 && b.Len() == 0) {
			b.WriteString(digits[d*3 : d*3+3])
		}
		b.WriteString(units[k])
	}
	return b.String(), true
}
