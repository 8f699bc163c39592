import type { PdfBlock } from './pdf-document.ts'
import { contentWidth, gray, ink, margins, type Setting, type Sheet } from './sheet.ts'

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

export const drawBlock = (sheet: Sheet, block: PdfBlock, isRightToLeft: boolean): void => {
  const { kit } = sheet
  kit.addStructure(kit.struct(tagOf[block.kind], {}, [() => draw(sheet, block, isRightToLeft)]))
}

const draw = (sheet: Sheet, block: PdfBlock, isRightToLeft: boolean): void => {
  switch (block.kind) {
    case 'title':
      return drawText(sheet, block.text, settings.title, { above: 0, below: 8 })
    case 'heading':
      return drawHeading(sheet, block.text)
    case 'paragraph':
      return drawText(sheet, block.text, settings.body, { above: 0, below: 6 })
    case 'remark':
      return drawText(sheet, block.text, settings.remark, { above: 2, below: 4 })
    case 'list':
      return drawList(sheet, block, isRightToLeft)
    case 'facts':
      return drawFacts(sheet, block, isRightToLeft)
    case 'table':
      return drawTable(sheet, block, isRightToLeft)
    case 'signature':
      return drawSignature(sheet, block, isRightToLeft)
  }
}

const drawText = (sheet: Sheet, text: string, setting: Setting, gaps: { above: number; below: number }): void => {
  sheet.space(gaps.above)
  sheet.flow(sheet.lines(text, contentWidth, setting), margins.left, contentWidth, setting)
  sheet.space(gaps.below)
}

/** Keeps the heading with the text after it: never alone at the bottom of a page. */
const drawHeading = (sheet: Sheet, text: string): void => {
  const lines = sheet.lines(text, contentWidth, settings.heading)
  sheet.keepTogether(10 + sheet.heightOf(lines, settings.heading) + 3 * settings.body.size)
  drawText(sheet, text, settings.heading, { above: 10, below: 3 })
}

const drawList = (sheet: Sheet, { items }: Block<'list'>, isRightToLeft: boolean): void => {
  const indent = 14
  const width = contentWidth - indent
  const left = isRightToLeft ? margins.left : margins.left + indent
  for (const item of items) {
    const lines = sheet.lines(item, width, settings.body)
    sheet.keepTogether(sheet.heightOf(lines.slice(0, 1), settings.body))
    const bullet = sheet.lines('\u2022', indent, settings.body)
    sheet.draw(bullet, isRightToLeft ? margins.left + width : margins.left, sheet.y, indent, settings.body)
    sheet.flow(lines, left, width, settings.body)
    sheet.space(2)
  }
  sheet.space(4)
}

const drawFacts = (sheet: Sheet, { rows }: Block<'facts'>, isRightToLeft: boolean): void => {
  const columns = [0.3, 0.7].map((share) => share * contentWidth)
  drawRows(
    sheet,
    rows.map(({ label, value }) => [
      { text: label, setting: settings.label },
      { text: value, setting: settings.body },
    ]),
    columns,
    isRightToLeft,
    { ruled: false },
  )
  sheet.space(6)
}

const drawTable = (sheet: Sheet, { columns, rows }: Block<'table'>, isRightToLeft: boolean): void => {
  const shares = columns.reduce((sum, { share }) => sum + share, 0)
  const widths = columns.map(({ share }) => (share / shares) * contentWidth)
  const row = (cells: readonly string[], setting: Setting): Cell[] =>
    columns.map(({ align = 'start' }, at) => ({ text: cells[at] ?? '', setting: { ...setting, align } }))
  const headings = row(
    columns.map(({ heading }) => heading),
    settings.columnHeading,
  )
  drawRows(sheet, [headings, ...rows.map((cells) => row(cells, settings.cell))], widths, isRightToLeft, { ruled: true })
  sheet.space(8)
}

interface Cell {
  readonly text: string
  readonly setting: Setting
}

/** A row that fits on one page is not split. A longer row continues on the next page. */
const drawRows = (
  sheet: Sheet,
  rows: readonly (readonly Cell[])[],
  widths: readonly number[],
  isRightToLeft: boolean,
  { ruled }: { readonly ruled: boolean },
): void => {
  const gap = 8
  const lefts = leftsOf(widths, isRightToLeft)
  const firstTop = margins.top
  for (const row of rows) {
    const cells = row.map(({ text, setting }, at) => ({
      lines: sheet.lines(text, (widths[at] ?? 0) - gap, setting),
      setting,
    }))
    const height = Math.max(...cells.map(({ lines, setting }) => sheet.heightOf(lines, setting)))
    if (height <= sheet.pageBottom - firstTop) {
      sheet.keepTogether(height + 4)
      cells.forEach(({ lines, setting }, at) =>
        sheet.draw(lines, (lefts[at] ?? 0) + (isRightToLeft ? gap : 0), sheet.y, (widths[at] ?? 0) - gap, setting),
      )
      sheet.space(height + 4)
    } else {
      cells.forEach(({ lines, setting }, at) =>
        sheet.flow(lines, (lefts[at] ?? 0) + (isRightToLeft ? gap : 0), (widths[at] ?? 0) - gap, setting),
      )
    }
    if (ruled) drawRule(sheet)
  }
}

const leftsOf = (widths: readonly number[], isRightToLeft: boolean): number[] => {
  let start = 0
  return widths.map((width) => {
    const left = isRightToLeft ? margins.left + contentWidth - start - width : margins.left + start
    start += width
    return left
  })
}

const drawRule = (sheet: Sheet): void => {
  sheet.kit
    .moveTo(margins.left, sheet.y - 2)
    .lineTo(margins.left + contentWidth, sheet.y - 2)
    .lineWidth(0.5)
    .strokeColor('#d0d0d0')
    .stroke()
  sheet.space(2)
}

const drawSignature = (sheet: Sheet, { lines }: Block<'signature'>, isRightToLeft: boolean): void => {
  const indent = 10
  const width = contentWidth - indent
  const set = lines.flatMap((line, at) => {
    const setting = at === 0 ? settings.body : settings.remark
    return sheet.lines(line, width, setting).map((each) => ({ line: each, setting }))
  })
  const height = set.reduce((sum, { line, setting }) => sum + sheet.heightOf([line], setting), 0)
  sheet.space(4)
  sheet.keepTogether(height)
  const edge = isRightToLeft ? margins.left + contentWidth : margins.left
  sheet.kit
    .moveTo(edge, sheet.y)
    .lineTo(edge, sheet.y + height)
    .lineWidth(1.5)
    .strokeColor(ink)
    .stroke()
  for (const { line, setting } of set) {
    sheet.flow([line], isRightToLeft ? margins.left : margins.left + indent, width, setting)
  }
  sheet.space(8)
}
