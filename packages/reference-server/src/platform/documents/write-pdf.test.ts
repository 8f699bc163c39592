import { inflateSync } from 'node:zlib'
import { create } from 'fontkit'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import type { PdfBlock, PdfDocument } from './pdf-document.ts'
import { readPdf } from './read-pdf.testing.ts'
import { writePdf } from './write-pdf.ts'

const documentOf = (blocks: readonly PdfBlock[], more: Partial<PdfDocument> = {}): PdfDocument => ({
  language: 'en',
  title: 'Visit note',
  organization: { name: 'Lakeside Health (sample)', accentColor: '#0b6e6e' },
  createdAt: new Date('2026-11-25T15:00:00Z'),
  pageLabel: 'Page {page} of {pages}',
  addressee: { kind: 'no-patient' },
  blocks,
  ...more,
})

const paragraphs = (...texts: string[]) => texts.map((text): PdfBlock => ({ kind: 'paragraph', text }))
const printed = async (...texts: string[]) => (await readPdf(await writePdf(documentOf(paragraphs(...texts))))).text

/** Every font program in the file. */
const embeddedFonts = (bytes: Uint8Array): Buffer[] => {
  const file = Buffer.from(bytes)
  const text = file.toString('latin1')
  return [...text.matchAll(/\/FontFile2 (\d+) 0 R/g)].map(([, id]) => {
    const at = text.indexOf(`\n${id} 0 obj`)
    const start = text.indexOf('stream\n', at) + 'stream\n'.length
    return inflateSync(file.subarray(start, text.indexOf('\nendstream', start)))
  })
}

const signs: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** What the file says of text that is drawn in another order than it is written. */
const actualTexts = (bytes: Uint8Array): string[] => {
  const file = Buffer.from(bytes)
  const streams = [...file.toString('latin1').matchAll(/FlateDecode[^>]*>>\nstream\n/g)].map(
    ({ index, 0: { length } }) =>
      inflateSync(file.subarray(index + length, file.indexOf('\nendstream', index + length))).toString('latin1'),
  )
  return streams.flatMap((stream) =>
    [...stream.matchAll(/ActualText \(\u00FE\u00FF((?:\\.|[^\\)])*)\)/gs)].map(([, escaped = '']) => {
      const text = escaped.replaceAll(/\\(.)/gs, (_, sign: string) => signs[sign] ?? sign)
      return Buffer.from(text, 'latin1').swap16().toString('utf16le')
    }),
  )
}

describe('a printed document', () => {
  it.each([
    ['diacritics', 'José Ñandú-Ångström, Nguyễn Thị Ánh, Łukasz Żółć'],
    ['Greek and Cyrillic', 'Ελένη Παπαδοπούλου, Дмитрий Щербаков'],
    ['Chinese', '王小明 張偉 李娜'],
    ['Japanese', 'さくら タナカ 田中'],
    ['Korean', '김철수'],
    ['Devanagari', 'कमल'],
    ['Thai', 'สมชาย ปิ่นทอง ผู้ป่วย'],
    ['Tamil', 'தமிழ் முருகன்'],
    ['one letter', 'O'],
    [
      'markup and formulas',
      `=HYPERLINK("http://evil.example") <script>alert(1)</script> ^~|&\\ O'Neil %PDF-1.7 endobj (()`,
    ],
    ['delimiters of HL7 and X12', 'Sample^Pat|~\\&*:>{}'],
  ])('shows %s as written', async (_, name) => {
    expect((await printed(name)).normalize('NFC')).toContain(name.normalize('NFC'))
  })

  it('can be read aloud after a document in which a letter was only part of another', async () => {
    await printed('Ñ')
    expect(await printed('Nora')).toContain('Nora')
  })

  it.each(['கௌரி', 'பொன்', 'हिन्दी', 'น้ำใจ'])(
    'says how %s is written, although it is drawn in another order',
    async (name) => {
      expect(actualTexts(await writePdf(documentOf(paragraphs(name))))).toContain(name.normalize('NFC'))
    },
  )

  it('composes decomposed characters', async () => {
    expect(await printed('Jose\u0301')).toContain('José')
  })

  it('joins Arabic letters and keeps Arabic and Hebrew in reading order', async () => {
    const text = (await printed('محمد علي', 'שלום עולם')).normalize('NFKC')
    expect(text).toContain('محمد علي')
    expect(text).toContain('שלום עולם')
    // Four letters that join are drawn as four forms of one word. Unjoined, they would be wider.
    const joined = await writePdf(documentOf(paragraphs('محمد')))
    expect(Math.max(...(await widthsOf(joined)))).toBeLessThan(40)
  })

  it('shows text in the order in which it was written: overrides and invisible characters are removed', async () => {
    const text = await printed('invoice\u202Egnp.exe', 'Pat\u200B\u2066Sample\u2069', 'bell\u0007 null\u0000 end')
    expect(text).toContain('invoicegnp.exe')
    expect(text).toContain('PatSample')
    expect(text).toContain('bell null end')
    expect(text).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u200B]/u)
  })

  it('prints the code point of a character that no font has, so that nothing is lost silently', async () => {
    expect(await printed('pain 😀 today, half of a pair: \uD83D.')).toMatch(
      /pain \[U\+1F600\] today, half of a pair: .+\./u,
    )
  })

  it('draws every embedded glyph that is not a space with an outline', async () => {
    const fonts = embeddedFonts(
      await writePdf(documentOf(paragraphs('PatÅŁ', 'محمد', 'שלום', '王小明張偉', '김철수', 'कमल', 'สมชาย', 'முருகன்'))),
    )
    expect(fonts.length).toBeGreaterThanOrEqual(10)
    for (const bytes of fonts) {
      const font = create(bytes) as unknown as {
        numGlyphs: number
        getGlyph(id: number): { path: { commands: unknown[] }; advanceWidth: number }
      }
      const drawn = Array.from({ length: font.numGlyphs }, (_, id) => font.getGlyph(id).path.commands.length > 0)
      expect(drawn.slice(1).filter((isDrawn) => !isDrawn).length).toBeLessThanOrEqual(1)
    }
  })

  it('keeps every word over many pages, numbers the pages and names the organization on each', async () => {
    const words = Array.from({ length: 3_000 }, (_, at) => `word${at}`)
    const { pages } = await readPdf(await writePdf(documentOf(paragraphs(words.join(' ')), { reference: 'Note 1' })))
    expect(pages.length).toBeGreaterThan(3)
    const found = pages
      .join(' ')
      .match(/word\d+/g)
      ?.map((word) => word)
    expect(found).toEqual(words)
    pages.forEach((page, at) => {
      expect(page).toContain('Lakeside Health (sample)')
      expect(page).toContain(`Page ${at + 1} of ${pages.length}`)
    })
  })

  it('breaks a name of 120 letters instead of cutting it off', async () => {
    const name = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(4).slice(0, 120)
    expect(await printed(`Name: ${name}`)).toContain(name)
    const facts: PdfBlock = { kind: 'facts', rows: [{ label: 'Name', value: name }] }
    expect((await readPdf(await writePdf(documentOf([facts])))).text).toContain(name)
  })

  it('prints every kind of block, and a row longer than a page', async () => {
    const long = Array.from({ length: 900 }, (_, at) => `cell${at}`).join(' ')
    const { text } = await readPdf(
      await writePdf(
        documentOf([
          { kind: 'title', text: 'A title' },
          { kind: 'heading', text: 'A heading' },
          { kind: 'list', items: ['first point', 'second point'] },
          { kind: 'remark', text: 'a remark' },
          {
            kind: 'table',
            columns: [
              { heading: 'Code', share: 1 },
              { heading: 'Meaning', share: 2, align: 'end' },
            ],
            rows: [
              ['I10', 'Essential (primary) hypertension'],
              ['Z00', long],
            ],
          },
          { kind: 'signature', lines: ['Signed by Dr. Casey Example', 'fingerprint abc'] },
        ]),
      ),
    )
    for (const words of [
      'A title',
      'A heading',
      'first point',
      'second point',
      'a remark',
      'Meaning',
      'I10',
      'cell0 ',
      'cell899',
      'Signed by',
    ])
      expect(text).toContain(words)
  })

  it('has its kind and language in the metadata, and nothing about a person', async () => {
    const bytes = await writePdf(
      documentOf(paragraphs('Pat Canary has a secret'), { language: 'es', title: 'Nota de la consulta' }),
    )
    const { info, markInfo, scripts } = await readPdf(bytes)
    expect(info).toMatchObject({ Title: 'Nota de la consulta', Language: 'es', Producer: 'Visitkit' })
    expect(info).not.toHaveProperty('Author')
    expect(JSON.stringify(info)).not.toContain('Canary')
    expect(markInfo).toMatchObject({ Marked: true })
    expect(scripts).toBeNull()
  })

  it('is the same, byte for byte, for the same document', async () => {
    const document = documentOf(paragraphs('Once', 'محمد', '王小明'))
    expect(Buffer.compare(await writePdf(document), await writePdf(document))).toBe(0)
  })

  it('begins on the right in Arabic', async () => {
    const document = documentOf([{ kind: 'title', text: 'ملاحظة' }], { language: 'ar', pageLabel: '{page} / {pages}' })
    expect(Math.min(...(await leftEdgesOf(await writePdf(document), 'ملاحظة')))).toBeGreaterThan(300)
  })

  it.each(['614-555-0100', '(614) 555-0100', '+1 614 555 0100', '555-0100'])(
    'draws the telephone number %s from left to right between Arabic words',
    async (number) => {
      const document = documentOf(paragraphs(`اتصل بالرقم ${number} للدفع`), { language: 'ar' })
      expect((await readPdf(await writePdf(document))).text).toContain(number)
    },
  )

  it('accepts only a plain color', async () => {
    const organization = { name: 'Lakeside', accentColor: '#0b6e6e) /JS (app.alert(1)' }
    expect((await readPdf(await writePdf(documentOf(paragraphs('x'), { organization })))).scripts).toBeNull()
  })
})

const itemsOf = async (bytes: Uint8Array) => {
  const pdf = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise
  const { items } = await (await pdf.getPage(1)).getTextContent()
  await pdf.destroy()
  return items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item] : []))
}
const arabic = /[\p{Script=Arabic}]/u
const widthsOf = async (bytes: Uint8Array): Promise<number[]> =>
  (await itemsOf(bytes)).filter(({ str }) => arabic.test(str)).map(({ width }) => width)
const leftEdgesOf = async (bytes: Uint8Array, text: string): Promise<number[]> =>
  (await itemsOf(bytes))
    .filter(({ str }) => str.normalize('NFKC').includes(text))
    .map(({ transform }) => Number(transform[4]))
