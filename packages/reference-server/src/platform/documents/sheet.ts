import PdfKit from 'pdfkit'
import type { Face, FontRegistry, Weight } from './font-registry.ts'
import { layOutText, type Line, type TextStyle } from './lay-out-text.ts'
import { printableText } from './printable-text.ts'
import type { PdfDocument } from './pdf-document.ts'

export type Kit = InstanceType<typeof PdfKit>

/** How a text is set. Points, and colors as `#rrggbb`. */
export interface Setting {
  readonly size: number
  readonly weight?: Weight
  readonly color?: string
  /** Start is the side on which the language begins. */
  readonly align?: 'start' | 'end'
}

export const ink = '#1a1a1a'
export const gray = '#595959'
const letter = { width: 612, height: 792 }
export const margins = { left: 56, right: 56, top: 84, bottom: 64 }
export const contentWidth = letter.width - margins.left - margins.right
const lineHeight = 1.42

/**
 * With features pdfkit shapes a run whole; without them word by word, which would leave Arabic words in the wrong order. Outside scripts
 * that need it, letters are not taken apart into base and mark (`ccmp`): a mark of its own stands for no character, and anyone who copies
 * text from the page would find a gap within the word.
 */
const shapingOf = (text: string) => ({
  features: (needsDecomposition.test(text) ? ['ccmp'] : { ccmp: false }) as 'ccmp'[],
  lineBreak: false,
})
const needsDecomposition = /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Han}]/u

/** Paper of US letter size, filled from the top; a new page begins by itself. */
export interface Sheet {
  readonly kit: Kit
  /** Where the next text goes, in points from the top. */
  y: number
  readonly pageBottom: number
  lines(text: string, width: number, setting: Setting): readonly Line[]
  heightOf(lines: readonly Line[], setting: Setting): number
  /** Draws lines at a place; moves nothing. */
  draw(lines: readonly Line[], left: number, top: number, width: number, setting: Setting): void
  /** Lines one below the other in the content, over as many pages as they need. */
  flow(lines: readonly Line[], left: number, width: number, setting: Setting): void
  /** Begins a new page unless `height` still fits on this one. */
  keepTogether(height: number): void
  space(height: number): void
}

const rightToLeftLanguages = new Set(['ar', 'he', 'fa', 'ur', 'ps', 'sd', 'ug', 'yi', 'dv'])
export const isRightToLeft = (language: string): boolean =>
  rightToLeftLanguages.has(language.split('-', 1)[0]?.toLowerCase() ?? '')

export const createSheet = (document: PdfDocument, fonts: FontRegistry): Sheet => {
  const rtl = isRightToLeft(document.language)
  const kit = new PdfKit({
    size: 'LETTER',
    margin: 0,
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: document.language,
    // Everything that could tell when or where it was printed is given, so the same document is the same bytes.
    info: {
      Title: printableText(document.title),
      CreationDate: document.createdAt,
      Producer: 'Visitkit',
      Creator: 'Visitkit',
    },
  })
  const registered = new Set<string>()
  const use = (face: Face, size: number): void => {
    if (!registered.has(face.name)) {
      // pdfkit takes an opened font as it takes its bytes; its types know only the bytes.
      kit.registerFont(face.name, face.font as unknown as Uint8Array as never)
      registered.add(face.name)
    }
    kit.font(face.name).fontSize(size)
  }
  const widths = new Map<string, number>()
  const measure = (face: Face, text: string, size: number): number => {
    const key = `${face.name} ${size} ${text}`
    const known = widths.get(key)
    if (known !== undefined) return known
    use(face, size)
    const width = kit.widthOfString(text, shapingOf(text))
    widths.set(key, width)
    return width
  }

  const sheet: Sheet = {
    kit,
    y: margins.top,
    pageBottom: letter.height - margins.bottom,
    lines: (text, width, { size, weight = 'regular' }) => {
      // What a person wrote runs as its first letter does, whatever the language of the headings around it.
      const style: TextStyle = { size, weight, direction: 'auto' }
      return layOutText(printableText(text), width, style, fonts, measure)
    },
    heightOf: (lines, { size }) => lines.length * size * lineHeight,
    draw: (lines, left, top, width, { size, color = ink, align = 'start' }) => {
      const fromRight = (align === 'start') === rtl
      let baseline = top
      for (const line of lines) {
        let x = fromRight ? left + width - line.width : left
        for (const { face, text, width: runWidth } of line.runs) {
          use(face, size)
          kit.fillColor(color)
          const isThickened = face.thickness > 0
          if (isThickened) kit.strokeColor(color).lineWidth(size * face.thickness)
          kit.text(text, x, baseline, { ...shapingOf(text), baseline: -size, fill: true, stroke: isThickened })
          x += runWidth
        }
        baseline += size * lineHeight
      }
    },
    flow: (lines, left, width, setting) => {
      for (const line of lines) {
        sheet.keepTogether(setting.size * lineHeight)
        sheet.draw([line], left, sheet.y, width, setting)
        sheet.y += setting.size * lineHeight
      }
    },
    keepTogether: (height) => {
      if (sheet.y + height <= sheet.pageBottom || sheet.y === margins.top) return
      kit.continueOnNewPage()
      sheet.y = margins.top
    },
    space: (height) => {
      sheet.y += height
    },
  }
  return sheet
}
