import PdfKit from 'pdfkit'
import type { FontFace, FontRegistry, Weight } from './font-registry.ts'
import { layOutText, type Line, type TextStyle } from './lay-out-text.ts'
import { printableText, textAsWritten } from './printable-text.ts'
import type { PdfDocument } from './pdf-document.ts'

export type Kit = InstanceType<typeof PdfKit>

/** Typographic settings of a text. Sizes in points, colors as `#rrggbb`. */
export interface Setting {
  readonly size: number
  readonly weight?: Weight
  readonly color?: string
  /** `start` is the side on which the language begins. */
  readonly align?: 'start' | 'end'
}

export const textColor = '#1a1a1a'
export const gray = '#595959'
const letter = { width: 612, height: 792 }
export const margins = { left: 56, right: 56, top: 84, bottom: 64 }
export const contentWidth = letter.width - margins.left - margins.right
const lineHeight = 1.42

/**
 * With features, pdfkit shapes a whole run; without them, each word, which would put Arabic words in the wrong order. For other scripts,
 * letters are not split into base and mark (`ccmp`): a separate mark represents no character, and copied text would have a gap within the
 * word.
 */
const shapingOf = (text: string) => ({
  features: (needsDecomposition.test(text) ? ['ccmp'] : { ccmp: false }) as 'ccmp'[],
  lineBreak: false,
})
const needsDecomposition = /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Han}]/u

/** US letter pages, filled from the top. Adds pages as needed. */
export interface PageWriter {
  readonly kit: Kit
  /** Vertical position of the next text, in points from the top. */
  y: number
  readonly pageBottom: number
  lines(text: string, width: number, setting: Setting): readonly Line[]
  heightOf(lines: readonly Line[], setting: Setting): number
  /** Draws lines at a position, without moving `y`. */
  draw(lines: readonly Line[], left: number, top: number, width: number, setting: Setting): void
  /** Draws lines one below the other, over as many pages as they need. */
  flow(lines: readonly Line[], left: number, width: number, setting: Setting): void
  /** Begins a new page unless `height` still fits on this one. */
  keepTogether(height: number): void
  space(height: number): void
}

const rightToLeftLanguages = new Set(['ar', 'he', 'fa', 'ur', 'ps', 'sd', 'ug', 'yi', 'dv'])
export const isRightToLeft = (language: string): boolean =>
  rightToLeftLanguages.has(language.split('-', 1)[0]?.toLowerCase() ?? '')

export const createPageWriter = (document: PdfDocument, fonts: FontRegistry): PageWriter => {
  const rtl = isRightToLeft(document.language)
  const kit = new PdfKit({
    size: 'LETTER',
    margin: 0,
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: document.language,
    // All values that could depend on time or machine are set explicitly, so that the same document gives the same bytes.
    info: {
      Title: printableText(document.title),
      CreationDate: document.createdAt,
      Producer: 'Visitkit',
      Creator: 'Visitkit',
    },
  })
  const registered = new Set<string>()
  const use = (face: FontFace, size: number): void => {
    if (!registered.has(face.name)) {
      // pdfkit accepts an opened font like its bytes; its types declare only the bytes.
      kit.registerFont(face.name, face.font as unknown as Uint8Array as never)
      registered.add(face.name)
    }
    kit.font(face.name).fontSize(size)
  }
  const widths = new Map<string, number>()
  const measure = (face: FontFace, text: string, size: number): number => {
    const key = `${face.name} ${size} ${text}`
    const known = widths.get(key)
    if (known !== undefined) return known
    use(face, size)
    const width = kit.widthOfString(text, shapingOf(text))
    widths.set(key, width)
    return width
  }

  const writer: PageWriter = {
    kit,
    y: margins.top,
    pageBottom: letter.height - margins.bottom,
    lines: (text, width, { size, weight = 'regular' }) => {
      // Free text takes its direction from its first strong character, whatever the language of the headings around it.
      const style: TextStyle = { size, weight, direction: 'auto' }
      return layOutText(printableText(text), width, style, fonts, measure)
    },
    heightOf: (lines, { size }) => lines.length * size * lineHeight,
    draw: (lines, left, top, width, { size, color = textColor, align = 'start' }) => {
      const fromRight = (align === 'start') === rtl
      let baseline = top
      for (const line of lines) {
        let x = fromRight ? left + width - line.width : left
        for (const { face, text, width: runWidth } of line.runs) {
          use(face, size)
          kit.fillColor(color)
          const isSyntheticBold = face.thickness > 0
          if (isSyntheticBold) kit.strokeColor(color).lineWidth(size * face.thickness)
          const written = textAsWritten(text)
          if (written !== null) kit.markContent('Span', { actual: written })
          kit.text(text, x, baseline, { ...shapingOf(text), baseline: -size, fill: true, stroke: isSyntheticBold })
          if (written !== null) kit.endMarkedContent()
          x += runWidth
        }
        baseline += size * lineHeight
      }
    },
    flow: (lines, left, width, setting) => {
      for (const line of lines) {
        writer.keepTogether(setting.size * lineHeight)
        writer.draw([line], left, writer.y, width, setting)
        writer.y += setting.size * lineHeight
      }
    },
    keepTogether: (height) => {
      if (writer.y + height <= writer.pageBottom || writer.y === margins.top) return
      kit.continueOnNewPage()
      writer.y = margins.top
    },
    space: (height) => {
      writer.y += height
    },
  }
  return writer
}
