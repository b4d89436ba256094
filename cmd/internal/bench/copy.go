package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
)

// minFixtures is how many bytes the fixtures are repeated to where there is no
// corpus.
const minFixtures = 8 << 20

// unpack writes the copy to check into dir, an article a file, and returns how
// many files and bytes that are, and where they come from.
func unpack(s settings, dir string) (files int, size int64, from string, err error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return 0, 0, "", err
	}
	u := unpacker{dir: dir}
	archives, err := filepath.Glob(filepath.Join(s.corpus, "articles-*.jsonl.gz"))
	if err != nil {
		return 0, 0, "", err
	}
	for _, a := range archives {
		if err := u.archive(a); err != nil {
			return 0, 0, "", err
		}
	}
	from = "corpus"
	if len(archives) == 0 {
		from = "fixtures (there is no corpus)"
		err = u.fixtures(filepath.Join(s.fixtures, "copy"))
	}
	return u.files, u.size, from, err
}

type unpacker struct {
	dir   string
	files int
	size  int64
}

func (u *unpacker) write(extension, text string) error {
	name := filepath.Join(u.dir, fmt.Sprintf("%06d%s", u.files, extension))
	u.files++
	u.size += int64(len(text))
	return os.WriteFile(name, []byte(text), 0o644)
}

func (u *unpacker) archive(name string) error {
	return articles(name, func(title, text string) error {
		if title != "" {
			text = title + "\n\n" + text
		}
		return u.write(".txt", text)
	})
}

// articles calls f for every article of an archive.
func articles(name string, f func(title, text string) error) error {
	file, err := os.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	z, err := gzip.NewReader(bufio.NewReader(file))
	if err != nil {
		return err
	}
	dec := json.NewDecoder(z)
	for {
		var article struct{ Title, Text string }
		switch err := dec.Decode(&article); err {
		case nil:
		case io.EOF:
			return nil
		default:
			return fmt.Errorf("%s: %w", name, err)
		}
		if err := f(article.Title, article.Text); err != nil {
			return err
		}
	}
}

// fixtures writes the sample newsroom's copy over and over.
func (u *unpacker) fixtures(folder string) error {
	pages, err := readPages(folder)
	if err != nil {
		return err
	}
	for u.size < minFixtures {
		for _, page := range pages {
			if err := u.write(".md", page); err != nil {
				return err
			}
		}
	}
	return nil
}

// readPages returns the copy of the sample newsroom.
func readPages(folder string) (pages []string, err error) {
	names, err := filepath.Glob(filepath.Join(folder, "*.md"))
	if err != nil || len(names) == 0 {
		return nil, fmt.Errorf("no copy in %s: %v", folder, err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		pages = append(pages, string(data))
	}
	return pages, nil
}

// readAll opens and reads every file of a folder, and does nothing with it.
func readAll(dir string, workers int) error {
	names := make(chan string, 64)
	var wg sync.WaitGroup
	var mu sync.Mutex
	var failed error
	for range workers {
		wg.Go(func() {
			for name := range names {
				if _, err := os.ReadFile(name); err != nil {
					mu.Lock()
					failed = err
					mu.Unlock()
				}
			}
		})
	}
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			names <- name
		}
		return err
	})
	close(names)
	wg.Wait()
	if err != nil {
		return err
	}
	return failed
}

// goods are what the made-up ledgers measure.
var goods = strings.Fields("粮食 棉花 油料 蔬菜 水果 茶叶 肉类 水产品 原煤 原油 天然气 发电 钢材 水泥 玻璃 汽车 手机 电脑 布料 纸张 化肥 机床 船舶 芯片 电池")

// makeLedger returns a ledger of n made-up figures, the same at every call:
// goods by city and year.
func makeLedger(n int) string {
	cities := strings.Fields("临江市 望湖市 青岩市 白石市 东陵市 南浦市 西坪市 北川州 金沙市 银河市 云台市 雁门市 龙口镇 凤岭市 鹿鸣市 鹤山市 松林市 竹溪市 梅园市 兰亭市 桂湾市 柳河市 枫桥市 荷塘市 菊潭市 海宁湾 江口市 湖滨市 溪源市 泉林市 岭南镇 峰口市 谷城湾 原野市 洲头市 岛前市 港北市 桥东市 塔西市 寺南市")
	var b strings.Builder
	b.WriteString("hegao: ledger/v1\ntitle: 基准测试\nas_of: 2026-01-31\nentities:\n")
	for _, c := range cities {
		fmt.Fprintf(&b, "  - name: %s\n", c)
	}
	b.WriteString("metrics:\n")
	for _, g := range goods {
		fmt.Fprintf(&b, "  - {name: %s产量, aliases: [%s总产量], unit: 吨, kind: flow}\n", g, g)
	}
	b.WriteString("figures:\n")
	for i := range n {
		g, c, y := i%len(goods), i/len(goods)%len(cities), i/len(goods)/len(cities)
		fmt.Fprintf(&b, "  - {metric: %s产量, entity: %s, period: %d, value: %d.%d万吨, growth: +%d.%d%%}\n",
			goods[g], cities[c], 2016+y, 10+(i*7919)%900, i%10, i%30, (i*3)%10)
	}
	return b.String()
}

// makeAlike returns a page of n figures in lines that differ in nothing but the
// last two digits of theirs.
func makeAlike(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "全市全年的粮食总产量达到12%02d.5万吨。\n", i%100)
	}
	return b.String()
}
