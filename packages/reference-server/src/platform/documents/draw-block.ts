import type { PdfBlock } from './pdf-document.ts'
import { contentWidth, gray, textColor, margins, type Setting, type PageWriter } from './page-writer.ts'

type Block<K extends PdfBlock['kind']> = Extract<PdfBlock, { kind: K }>

const settings = {
  title: { size: 20, weight: 'bold' },
  heading: { size: 12.5, weight: 'bold' },
  body: { size: 10.5 },
  remark: { size: 8.5, color: gray },
  label: { size: 9.5, color: gray },
  columnHeading: { size: 9, weight: 'bold', color: gray },
  cell: { size: 9.5 },
} as const satisfies Record<string, Setting>

/** The structure elements of PDF (ISO 32000-1, 14.8.4): what a screen reader announces. */
const tagOf = {
  title: 'H1',
  heading: 'H2',
  paragraph: 'P',
  remark: 'P',
  list: 'L',
  facts: 'Table',
  table: 'Table',
  signature: 'Sect',
} as const satisfies Record<PdfBlock['kind'], string>

export const drawBlock = (writer: PageWriter, block: PdfBlock, isRightToLeft: boolean): void => {
  const { kit } = writer
  kit.addStructure(kit.struct(tagOf[block.kind], {}, [() => draw(writer, block, isRightToLeft)]))
}

const draw = (writer: PageWriter, block: PdfBlock, isRightToLeft: boolean): void => {
  switch (block.kind) {
    case 'title':
      return drawText(writer, block.text, settings.title, { above: 0, below: 8 })
    case 'heading':
      return drawHeading(writer, block.text)
    case 'paragraph':
      return drawText(writer, block.text, settings.body, { above: 0, below: 6 })
    case 'remark':
      return drawText(writer, block.text, settings.remark, { above: 2, below: 4 })
    case 'list':
      return drawList(writer, block, isRightToLeft)
    case 'facts':
      return drawFacts(writer, block, isRightToLeft)
    case 'table':
      return drawTable(writer, block, isRightToLeft)
    case 'signature':
      return drawSignature(writer, block, isRightToLeft)
  }
}

const drawText = (writer: PageWriter, text: string, setting: Setting, gaps: { above: number; below: number }): void => {
  writer.space(gaps.above)
  writer.flow(writer.lines(text, contentWidth, setting), margins.left, contentWidth, setting)
  writer.space(gaps.below)
}

/** Keeps the heading with the text after it: never alone at the bottom of a page. */
const drawHeading = (writer: PageWriter, text: string): void => {
  const lines = writer.lines(text, contentWidth, settings.heading)
  writer.keepTogether(10 + writer.heightOf(lines, settings.heading) + 3 * settings.body.size)
  drawText(writer, text, settings.heading, { above: 10, below: 3 })
}

const drawList = (writer: PageWriter, { items }: Block<'list'>, isRightToLeft: boolean): void => {
  const indent = 14
  const width = contentWidth - indent
  const left = isRightToLeft ? margins.left : margins.left + indent
  for (const item of items) {
    const lines = writer.lines(item, width, settings.body)
    writer.keepTogether(writer.heightOf(lines.slice(0, 1), settings.body))
    const bullet = writer.lines('\u2022', indent, settings.body)
    writer.draw(bullet, isRightToLeft ? margins.left + width : margins.left, writer.y, indent, settings.body)
    writer.flow(lines, left, width, settings.body)
    writer.space(2)
  }
  writer.space(4)
}

const drawFacts = (writer: PageWriter, { rows }: Block<'facts'>, isRightToLeft: boolean): void => {
  const columns = [0.3, 0.7].map((share) => share * contentWidth)
  drawRows(
    writer,
    rows.map(({ label, value }) => [
      { text: label, setting: settings.label },
      { text: value, setting: settings.body },
    ]),
    columns,
    isRightToLeft,
    { ruled: false },
  )
  writer.space(6)
}

const drawTable = (writer: PageWriter, { columns, rows }: Block<'table'>, isRightToLeft: boolean): void => {
  const shares = columns.reduce((sum, { share }) => sum + share, 0)
  const widths = columns.map(({ share }) => (share / shares) * contentWidth)
  const row = (cells: readonly string[], setting: Setting): Cell[] =>
    columns.map(({ align = 'start' }, at) => ({ text: cells[at] ?? '', setting: { ...setting, align } }))
  const headings = row(
    columns.map(({ heading }) => heading),
    settings.columnHeading,
  )
  drawRows(writer, [headings, ...rows.map((cells) => row(cells, settings.cell))], widths, isRightToLeft, {
    ruled: true,
  })
  writer.space(8)
}

interface Cell {
  readonly text: string
  readonly setting: Setting
}

/** A row that fits on one page is not split. A longer row continues on the next page. */
const drawRows = (
  writer: PageWriter,
  rows: readonly (readonly Cell[])[],
  widths: readonly number[],
  isRightToLeft: boolean,
  { ruled }: { readonly ruled: boolean },
): void => {
  const gap = 8
  const leftEdges = leftEdgesOf(widths, isRightToLeft)
  const firstTop = margins.top
  for (const row of rows) {
    const cells = row.map(({ text, setting }, at) => ({
      lines: writer.lines(text, (widths[at] ?? 0) - gap, setting),
      setting,
    }))
    const height = Math.max(...cells.map(({ lines, setting }) => writer.heightOf(lines, setting)))
    if (height <= writer.pageBottom - firstTop) {
      writer.keepTogether(height + 4)
      cells.forEach(({ lines, setting }, at) =>
        writer.draw(
          lines,
          (leftEdges[at] ?? 0) + (isRightToLeft ? gap : 0),
          writer.y,
          (widths[at] ?? 0) - gap,
          setting,
        ),
      )
      writer.space(height + 4)
    } else {
      cells.forEach(({ lines, setting }, at) =>
        writer.flow(lines, (leftEdges[at] ?? 0) + (isRightToLeft ? gap : 0), (widths[at] ?? 0) - gap, setting),
      )
    }
    if (ruled) drawRule(writer)
  }
}

const leftEdgesOf = (widths: readonly number[], isRightToLeft: boolean): number[] => {
  let start = 0
  return widths.map((width) => {
    const left = isRightToLeft ? margins.left + contentWidth - start - width : margins.left + start
    start += width
    return left
  })
}

const drawRule = (writer: PageWriter): void => {
  writer.kit
    .moveTo(margins.left, writer.y - 2)
    .lineTo(margins.left + contentWidth, writer.y - 2)
    .lineWidth(0.5)
    .strokeColor('#d0d0d0')
    .stroke()
  writer.space(2)
}

const drawSignature = (writer: PageWriter, { lines }: Block<'signature'>, isRightToLeft: boolean): void => {
  const indent = 10
  const width = contentWidth - indent
  const set = lines.flatMap((line, at) => {
    const setting = at === 0 ? settings.body : settings.remark
    return writer.lines(line, width, setting).map((each) => ({ line: each, setting }))
  })
  const height = set.reduce((sum, { line, setting }) => sum + writer.heightOf([line], setting), 0)
  writer.space(4)
  writer.keepTogether(height)
  const edge = isRightToLeft ? margins.left + contentWidth : margins.left
  writer.kit
    .moveTo(edge, writer.y)
    .lineTo(edge, writer.y + height)
    .lineWidth(1.5)
    .strokeColor(textColor)
    .stroke()
  for (const { line, setting } of set) {
    writer.flow([line], isRightToLeft ? margins.left : margins.left + indent, width, setting)
  }
  writer.space(8)
}
