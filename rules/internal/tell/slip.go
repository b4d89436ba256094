package tell

import (
	"github.com/hegao/hegao/checker/figure"
	"github.com/hegao/hegao/checker/finding"
)

var slips = map[figure.Slip]finding.Text{
	figure.SwapSlip:     {ZH: "，像是相邻两位写颠倒了", EN: "; two digits look transposed"},
	figure.DigitSlip:    {ZH: "，只差一位数字", EN: "; a single digit differs"},
	figure.LostSlip:     {ZH: "，像是多写或漏写了一位", EN: "; a digit looks lost or doubled"},
	figure.PointSlip:    {ZH: "，像是小数点错位", EN: "; the decimal point looks misplaced"},
	figure.ScaleSlip:    {ZH: "，像是“万”“亿”用错", EN: "; the scale looks wrong"},
	figure.CurrencySlip: {ZH: "，币种不同", EN: "; the currencies differ"},
	figure.SignSlip:     {ZH: "，升降方向相反", EN: "; the directions are opposite"},
}

// Slip returns the end of a sentence that names the slip which would explain a
// difference; empty for none.
func Slip(s figure.Slip) finding.Text { return slips[s] }
