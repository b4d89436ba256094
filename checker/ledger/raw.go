package ledger

// The raw types mirror a ledger file as it is written. The yaml tag names the
// key; "short" marks the field that a bare value stands for, "rest" the field
// that takes the keys of the reader's own choosing. What a field must hold is
// in the validate tag; messages for each tag are in validate.go.

type rawFile struct {
	// Implied says that the file is a table, whose names declare themselves
	// unless another file does.
	Implied    bool           `yaml:"-" validate:"-"`
	Hegao      scalar         `yaml:"hegao" validate:"required,version"`
	Title      scalar         `yaml:"title" validate:"-"`
	AsOf       scalar         `yaml:"as_of" validate:"omitempty,date"`
	Include    []scalar       `yaml:"include"`
	Defaults   rawDefaults    `yaml:"defaults"`
	Entities   []rawEntity    `yaml:"entities" validate:"dive"`
	Metrics    []rawMetric    `yaml:"metrics" validate:"dive"`
	Breakdowns []rawBreakdown `yaml:"breakdowns" validate:"dive"`
	Figures    []rawFigure    `yaml:"figures" validate:"dive"`
	Events     []rawEvent     `yaml:"events" validate:"dive"`
	Terms      []rawTerm      `yaml:"terms" validate:"dive"`
	Constants  []rawConstant  `yaml:"constants" validate:"dive"`
	Rates      []rawRate      `yaml:"rates" validate:"dive"`
}

type rawDefaults struct {
	At       Pos        `yaml:"-" validate:"-"`
	Entity   scalar     `yaml:"entity" validate:"-"`
	Period   scalar     `yaml:"period" validate:"-"`
	Modality scalar     `yaml:"modality" validate:"omitempty,oneof=actual target plan forecast"`
	Status   scalar     `yaml:"status" validate:"omitempty,oneof=estimated preliminary final revised"`
	Released scalar     `yaml:"released" validate:"omitempty,date"`
	Source   *rawSource `yaml:"source"`
	Rest     []pair     `yaml:",rest" validate:"-"`
}

type rawSource struct {
	At   Pos    `yaml:"-" validate:"-"`
	Name scalar `yaml:"name,short" validate:"required_with=Date URL"`
	Date scalar `yaml:"date" validate:"omitempty,date"`
	URL  scalar `yaml:"url" validate:"omitempty,url"`
}

type rawName struct {
	At     Pos    `yaml:"-" validate:"-"`
	Name   scalar `yaml:"name,short" validate:"required"`
	Entity scalar `yaml:"entity" validate:"-"`
}

type rawEntity struct {
	At          Pos      `yaml:"-" validate:"-"`
	Name        scalar   `yaml:"name,short" validate:"required"`
	Aliases     []scalar `yaml:"aliases"`
	Discouraged []scalar `yaml:"discouraged"`
	Within      []scalar `yaml:"within"`
}

type rawMetric struct {
	At           Pos       `yaml:"-" validate:"-"`
	Name         scalar    `yaml:"name,short" validate:"required"`
	Aliases      []rawName `yaml:"aliases" validate:"dive"`
	Discouraged  []rawName `yaml:"discouraged" validate:"dive"`
	Unit         scalar    `yaml:"unit"`
	Kind         scalar    `yaml:"kind" validate:"omitempty,oneof=flow stock count rate index"`
	SumOf        []scalar  `yaml:"sum_of" validate:"omitempty,min=2"`
	RatioOf      []scalar  `yaml:"ratio_of" validate:"omitempty,len=2"`
	Per          scalar    `yaml:"per" validate:"omitempty,whole"`
	GrowthPrices scalar    `yaml:"growth_prices" validate:"omitempty,oneof=current constant"`
}

type rawBreakdown struct {
	At        Pos         `yaml:"-" validate:"-"`
	Name      scalar      `yaml:"name" validate:"required"`
	Members   []rawEntity `yaml:"members" validate:"min=1,dive"`
	Partition scalar      `yaml:"partition" validate:"omitempty,truth"`
}

type rawFigure struct {
	At           Pos          `yaml:"-" validate:"-"`
	Metric       scalar       `yaml:"metric" validate:"required"`
	Entity       scalar       `yaml:"entity" validate:"-"`
	Period       scalar       `yaml:"period" validate:"-"`
	Modality     scalar       `yaml:"modality" validate:"omitempty,oneof=actual target plan forecast"`
	Status       scalar       `yaml:"status" validate:"omitempty,oneof=estimated preliminary final revised"`
	Released     scalar       `yaml:"released" validate:"omitempty,date"`
	Value        scalar       `yaml:"value" validate:"required_without_all=Growth Change Contribution Rank GrowthRank"`
	Growth       []pair       `yaml:"growth" validate:"-"`
	Change       scalar       `yaml:"change" validate:"-"`
	Contribution scalar       `yaml:"contribution" validate:"-"`
	Rank         []pair       `yaml:"rank" validate:"-"`
	GrowthRank   []pair       `yaml:"growth_rank" validate:"-"`
	Replaced     []rawVersion `yaml:"replaced" validate:"dive"`
	Source       *rawSource   `yaml:"source"`
	Note         scalar       `yaml:"note" validate:"-"`
	Rest         []pair       `yaml:",rest" validate:"-"`
}

type rawVersion struct {
	At           Pos    `yaml:"-" validate:"-"`
	Value        scalar `yaml:"value,short" validate:"required_without_all=Growth Change Contribution"`
	Growth       []pair `yaml:"growth" validate:"-"`
	Change       scalar `yaml:"change" validate:"-"`
	Contribution scalar `yaml:"contribution" validate:"-"`
	AsOf         scalar `yaml:"as_of" validate:"omitempty,date"`
	Released     scalar `yaml:"released" validate:"omitempty,date"`
}

type rawEvent struct {
	At          Pos          `yaml:"-" validate:"-"`
	Name        scalar       `yaml:"name" validate:"required"`
	Aliases     []scalar     `yaml:"aliases"`
	Discouraged []scalar     `yaml:"discouraged"`
	Editions    []rawEdition `yaml:"editions" validate:"dive"`
}

type rawEdition struct {
	At     Pos      `yaml:"-" validate:"-"`
	N      scalar   `yaml:"n" validate:"omitempty,whole"`
	Start  scalar   `yaml:"start" validate:"required,date"`
	End    scalar   `yaml:"end" validate:"omitempty,date"`
	City   scalar   `yaml:"city"`
	Cities []scalar `yaml:"cities"`
}

type rawTerm struct {
	At          Pos      `yaml:"-" validate:"-"`
	Name        scalar   `yaml:"name,short" validate:"required"`
	Aliases     []scalar `yaml:"aliases"`
	Discouraged []scalar `yaml:"discouraged"`
}

type rawConstant struct {
	At     Pos        `yaml:"-" validate:"-"`
	Name   scalar     `yaml:"name" validate:"required"`
	Value  scalar     `yaml:"value" validate:"required"`
	Source *rawSource `yaml:"source"`
}

type rawRate struct {
	At     Pos        `yaml:"-" validate:"-"`
	Pair   scalar     `yaml:"pair" validate:"required,currencies"`
	Low    scalar     `yaml:"low" validate:"required,decimal"`
	High   scalar     `yaml:"high" validate:"required,decimal"`
	Period scalar     `yaml:"period" validate:"-"`
	Source *rawSource `yaml:"source"`
}
