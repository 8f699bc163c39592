import type { components } from '@visitkit/contract'
import { addresseeOf } from '../../../platform/documents/addressee-of.ts'
import { fullName } from '../../../platform/names/person-name.ts'
import type { PdfBlock, PdfDocument } from '../../../platform/documents/pdf-document.ts'
import { fileName, fileOfRecording } from '../model/file-of-result.ts'
import { recordSections, type PatientRecord } from '../model/record.ts'
import { recordWords } from '../model/record-words-in.ts'
import type { ReadableFormat } from './readable-entry.ts'
import { readableSections } from './readable-sections.ts'

type Schemas = components['schemas']

export interface ReadableRecord {
  readonly document: PdfDocument
  /** The same content as a page. */
  readonly html: string
}

/** The PDF lists as many accesses; more of them would take minutes to lay out. */
const printedRows = 500

/** The copy for people: one document, printed as PDF and written as one page of HTML, in the language of the reader. */
export const readableRecord = (
  record: PatientRecord,
  asked: { readonly language: string; readonly zone: string },
  { brand }: Pick<Schemas['Organization'], 'brand'>,
  now: Date,
): ReadableRecord => {
  const { language, words } = recordWords(asked.language)
  const moment = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone: asked.zone })
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
  const format: ReadableFormat = {
    language,
    words,
    moment: (instant) => moment.format(new Date(instant)),
    day: (date) => day.format(new Date(`${date}T00:00:00Z`)),
  }
  const [patient] = record.sections.patient
  const name = patient ? `${patient.name.given} ${patient.name.family}` : ''
  const tooLarge = record.files.filter(({ bytes }) => bytes === null).map((file) => file.name)
  const largeRecordings = record.sections.recordings.filter(({ id, mediaType }) =>
    tooLarge.includes(fileName(fileOfRecording(id), mediaType)),
  )
  const largeFiles = tooLarge.filter((file) => !largeRecordings.some(({ id }) => file.includes(fileOfRecording(id))))
  const outside = record.outsideRight.map((section) => words.sections[section])
  const blocks: PdfBlock[] = [
    { kind: 'title', text: words.title },
    { kind: 'paragraph', text: words.made.replace('{when}', format.moment(now.toISOString())).replace('{name}', name) },
    { kind: 'paragraph', text: words.intro },
    { kind: 'heading', text: words.leftOut },
    {
      kind: 'list',
      items: [
        ...words.leftOutAlways,
        ...(outside.length === 0 ? [] : [words.outsideRight.replace('{sections}', outside.join(', '))]),
        ...(largeFiles.length === 0 ? [] : [words.filesTooLarge.replace('{names}', largeFiles.join(', '))]),
        ...(largeRecordings.length === 0
          ? []
          : [
              words.recordingsTooLarge.replace(
                '{times}',
                largeRecordings.map(({ startedAt }) => format.moment(startedAt)).join('; '),
              ),
            ]),
      ],
    },
  ]
  for (const section of recordSections) {
    if (record.outsideRight.includes(section)) continue
    const found = record.sections[section].length === 0 ? [] : readableSections[section](record, format)
    blocks.push(
      { kind: 'title', text: words.sections[section] },
      ...(found.length === 0 ? [{ kind: 'paragraph' as const, text: words.none }] : found),
    )
  }
  if (record.files.length > 0)
    blocks.push({ kind: 'title', text: words.files }, { kind: 'list', items: record.files.map((file) => file.name) })
  return {
    document: {
      language,
      title: words.title,
      organization: { name: brand.name, accentColor: brand.accentColor },
      createdAt: now,
      pageLabel: words.pageLabel,
      addressee: patient ? addresseeOf(fullName(patient.name), patient.letters) : { kind: 'no-patient' },
      blocks: blocks.flatMap((block) => shortened(block, words.more)),
    },
    html: page(language, words.title, brand.name, blocks),
  }
}

const shortened = (block: PdfBlock, more: string): PdfBlock[] =>
  block.kind === 'table' && block.rows.length > printedRows
    ? [
        { ...block, rows: block.rows.slice(0, printedRows) },
        { kind: 'remark', text: more.replace('{count}', String(block.rows.length - printedRows)) },
      ]
    : [block]

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const lines = (text: string): string => escape(text).replaceAll('\n', '<br>')

const htmlOf = (block: PdfBlock): string => {
  switch (block.kind) {
    case 'title':
      return `<h2>${escape(block.text)}</h2>`
    case 'heading':
      return `<h3 dir="auto">${escape(block.text)}</h3>`
    case 'paragraph':
      return `<p dir="auto">${lines(block.text)}</p>`
    case 'remark':
      return `<p><small>${lines(block.text)}</small></p>`
    case 'list':
      return `<ul>${block.items.map((item) => `<li dir="auto">${lines(item)}</li>`).join('')}</ul>`
    case 'facts':
      return `<dl>${block.rows
        .map(({ label, value }) => `<div><dt>${escape(label)}</dt><dd dir="auto">${lines(value)}</dd></div>`)
        .join('')}</dl>`
    case 'table':
      return `<table><thead><tr>${block.columns.map(({ heading }) => `<th scope="col">${escape(heading)}</th>`).join('')}</tr></thead><tbody>${block.rows
        .map((row) => `<tr>${row.map((cell) => `<td>${escape(cell)}</td>`).join('')}</tr>`)
        .join('')}</tbody></table>`
    case 'signature':
      return `<p>${block.lines.map(escape).join('<br>')}</p>`
  }
}

const style =
  'body{font:1rem/1.5 system-ui,sans-serif;max-width:48rem;margin:0 auto;padding:1rem}h2{border-top:1px solid;padding-top:1rem;margin-top:2rem}dl div{display:flex;flex-wrap:wrap;gap:0 1rem}dt{min-inline-size:10rem;font-weight:600}dd{margin:0;flex:1 1 12rem}table{border-collapse:collapse;width:100%}th,td{text-align:start;padding:.25rem .5rem;border-bottom:1px solid #ccc}@media print{h2{break-after:avoid}}'

/** One file without anything to load, and without scripts. */
const page = (language: string, title: string, organization: string, blocks: readonly PdfBlock[]): string =>
  `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escape(title)}</title><style>${style}</style></head>
<body><main><p>${escape(organization)}</p>
${blocks.map(htmlOf).join('\n').replace('<h2>', '<h1>').replace('</h2>', '</h1>')}
</main></body></html>
`
