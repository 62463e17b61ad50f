package report

import (
	"bytes"
	"fmt"
	"image/color"
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// The colours are readable on white and on black. The background is that of the page.
var (
	ink    = color.NRGBA{R: 0x80, G: 0x80, B: 0x80, A: 0xff}
	faint  = color.NRGBA{R: 0x80, G: 0x80, B: 0x80, A: 0x40}
	series = []color.NRGBA{
		{R: 0x2f, G: 0x81, B: 0xf7, A: 0xff}, {R: 0xd2, G: 0x6a, B: 0x1b, A: 0xff},
		{R: 0x3f, G: 0x9a, B: 0x50, A: 0xff}, {R: 0xa3, G: 0x5c, B: 0xd6, A: 0xff},
	}
)

const (
	font   = "Sans"
	family = "Helvetica,Arial,sans-serif"
)

// Chart returns the table as SVG, or nothing if nothing was measured.
func (t Table) Chart() ([]byte, error) {
	rows := t.measured()
	if len(rows) == 0 {
		return nil, nil
	}
	p := plot.New()
	paint(p)
	if err := t.dots(p, rows); err != nil {
		return nil, fmt.Errorf("chart %s: %w", t.Name, err)
	}
	height := vg.Length(len(rows)+5) * 16
	out, err := p.WriterTo(640, height, "svg")
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	_, err = out.WriteTo(&b)
	// The text is laid out in a font that readers may not have.
	return bytes.ReplaceAll(b.Bytes(), []byte("font-family:Liberation "+font), []byte("font-family:"+family)), err
}

func paint(p *plot.Plot) {
	p.BackgroundColor = nil
	text := []*draw.TextStyle{&p.Legend.TextStyle}
	for _, axis := range []*plot.Axis{&p.X, &p.Y} {
		axis.Color, axis.Tick.Color = ink, ink
		text = append(text, &axis.Label.TextStyle, &axis.Tick.Label)
	}
	for _, style := range text {
		style.Color, style.Font.Variant = ink, font
	}
}

// dots draws a line for each row, from top to bottom, and a dot for each number, on a logarithmic
// scale.
func (t Table) dots(p *plot.Plot, rows []Row) error {
	p.X.Label.Text = t.Unit
	names := make([]string, len(rows))
	for i, r := range rows {
		names[len(rows)-1-i] = r.Label
	}
	p.NominalY(names...)
	p.Y.Min, p.Y.Max = -0.5, float64(len(rows))-0.5
	for column, title := range t.Columns {
		var at plotter.XYs
		for i, r := range rows {
			if positive(r.Cells[column]) {
				at = append(at, plotter.XY{X: r.Cells[column], Y: float64(len(rows) - 1 - i)})
			}
		}
		if err := t.scatter(p, column, title, at); err != nil {
			return err
		}
	}
	logarithmic(&p.X, rows)
	grid := plotter.NewGrid()
	grid.Vertical.Color, grid.Horizontal.Color = faint, faint
	p.Add(grid)
	p.Legend.Top = true
	return nil
}

func (t Table) scatter(p *plot.Plot, column int, title string, at plotter.XYs) error {
	if len(at) == 0 {
		return nil
	}
	dots, err := plotter.NewScatter(at)
	if err != nil {
		return err
	}
	dots.GlyphStyle = draw.GlyphStyle{Color: series[column%len(series)], Radius: 3.5, Shape: draw.CircleGlyph{}}
	p.Add(dots)
	p.Legend.Add(title, dots)
	return nil
}

// logarithmic scales the axis of the numbers, from a power of ten to another, so that it has labels
// at both ends.
func logarithmic(axis *plot.Axis, rows []Row) {
	least, most := math.Inf(1), 0.0
	for _, r := range rows {
		for _, c := range r.Cells {
			if positive(c) {
				least, most = min(least, c), max(most, c)
			}
		}
	}
	if most == 0 {
		return
	}
	axis.Min, axis.Max = math.Pow10(int(math.Floor(math.Log10(least)))), math.Pow10(int(math.Ceil(math.Log10(most))))
	if axis.Min == axis.Max {
		axis.Max *= 10
	}
	axis.Scale, axis.Tick.Marker = plot.LogScale{}, plot.LogTicks{Prec: -1}
}

func positive(n float64) bool { return !math.IsNaN(n) && n > 0 }
