import { drawBlock } from './draw-block.ts'
import { loadFontRegistry } from './font-registry.ts'
import { spelledOut } from './lay-out-text.ts'
import type { PdfBlock, PdfDocument } from './pdf-document.ts'
import { printableText } from './printable-text.ts'
import {
  contentWidth,
  gray,
  isRightToLeft,
  margins,
  createPageWriter,
  type Setting,
  type PageWriter,
} from './page-writer.ts'

/**
 * Prints a document: PDF 1.7, tagged, US letter, with every used font embedded. Draws Latin, Greek, Cyrillic, Devanagari, Thai, Tamil, Arabic,
 * Hebrew, Chinese, Japanese and Korean; a character that no font has is printed as `[U+1F600]`. The same document gives the same bytes.
 */
export const writePdf = async (document: PdfDocument): Promise<Uint8Array> => {
  const fonts = await loadFontRegistry([spelledOut, '\u2022 0123456789', ...textsOf(document).map(printableText)])
  const writer = createPageWriter(document, fonts)
  const bytes = collect(writer)
  const rtl = isRightToLeft(document.language)
  for (const block of [...addresseeBlocks(document), ...document.blocks]) drawBlock(writer, block, rtl)
  drawMargins(writer, document)
  writer.kit.end()
  return bytes
}

const textsOf = (document: PdfDocument): string[] => [
  document.organization.name,
  document.reference ?? '',
  document.title,
  document.pageLabel,
  ...[...addresseeBlocks(document), ...document.blocks].flatMap(textsOfBlock),
]

const addresseeBlocks = ({ addressee }: PdfDocument): readonly PdfBlock[] =>
  addressee.kind === 'patient' ? [{ kind: 'paragraph', text: addressee.lines.join('\n') }] : []

const textsOfBlock = (block: PdfBlock): readonly string[] => {
  switch (block.kind) {
    case 'list':
      return block.items
    case 'facts':
      return block.rows.flatMap(({ label, value }) => [label, value])
    case 'table':
      return [...block.columns.map(({ heading }) => heading), ...block.rows.flat()]
    case 'signature':
      return block.lines
    default:
      return [block.text]
  }
}

const collect = ({ kit }: PageWriter): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = []
    kit.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    kit.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    kit.on('error', reject)
  })

const small: Setting = { size: 8, color: gray }

/** The organization, the reference and the page number: repeated on each page, and not read aloud. */
const drawMargins = (writer: PageWriter, document: PdfDocument): void => {
  const { kit } = writer
  const { count } = kit.bufferedPageRange()
  const half = contentWidth / 2
  const rtl = isRightToLeft(document.language)
  const [start, end] = rtl ? [margins.left + half, margins.left] : [margins.left, margins.left + half]
  const one = (text: string, left: number, top: number, setting: Setting): void =>
    writer.draw(writer.lines(text, half, setting).slice(0, 1), left, top, half, setting)
  for (let page = 0; page < count; page += 1) {
    kit.switchToPage(page)
    kit.markContent('Artifact', { type: 'Pagination' })
    kit
      .rect(0, 0, 612, 6)
      .fill(colorOf(document.organization.accentColor))
      .moveTo(margins.left, 62)
      .lineTo(margins.left + contentWidth, 62)
      .lineWidth(0.5)
      .strokeColor('#d0d0d0')
      .stroke()
    one(document.organization.name, start, 38, { size: 11, weight: 'bold' })
    one(document.title, end, 40, { ...small, align: 'end' })
    if (document.reference !== undefined) one(document.reference, start, 748, small)
    const label = document.pageLabel.replace('{page}', String(page + 1)).replace('{pages}', String(count))
    one(label, end, 748, { ...small, align: 'end' })
    kit.endMarkedContent()
  }
}

/** Only a plain hexadecimal color is written to the file. */
const colorOf = (color: string | undefined): string => (/^#[0-9a-f]{6}$/i.test(color ?? '') ? (color ?? gray) : gray)
