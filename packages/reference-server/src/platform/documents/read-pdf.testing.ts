import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** The content of a PDF as another program (pdf.js) reads it, in drawing order. */
export interface ReadPdf {
  readonly pages: readonly string[]
  readonly text: string
  readonly info: Readonly<Record<string, unknown>>
  readonly markInfo: unknown
  readonly scripts: unknown
}

export const readPdf = async (bytes: Uint8Array): Promise<ReadPdf> => {
  const pdf = await getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 }).promise
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, at) => {
      const { items } = await (await pdf.getPage(at + 1)).getTextContent()
      // A glyph that is part of a letter represents no character. pdf.js reads it as NUL.
      return items.map((item) => ('str' in item ? item.str.replaceAll('\0', '') : '')).join('')
    }),
  )
  const { info } = await pdf.getMetadata()
  const markInfo = await pdf.getMarkInfo()
  const scripts = await pdf.getJSActions()
  await pdf.destroy()
  return { pages, text: pages.join('\n'), info: info as Record<string, unknown>, markInfo, scripts }
}

/** The text of a response that is a PDF. */
export const printedText = async (answer: Promise<Response>): Promise<string> => {
  const response = await answer
  const type = response.headers.get('content-type')
  if (response.status !== 200 || type !== 'application/pdf') throw new Error(`No PDF but ${response.status} ${type}`)
  return (await readPdf(new Uint8Array(await response.arrayBuffer()))).text
}
