import type { components } from '@visitkit/contract'
import { addresseeOf } from '../../../platform/documents/addressee-of.ts'
import type { PdfBlock, PdfDocument } from '../../../platform/documents/pdf-document.ts'
import { accountingWords } from '../model/accounting-words.ts'

type Schemas = components['schemas']

/** An accounting for printing, in the language of the reader. */
export const accountingDocument = (
  { from, to, items }: Schemas['DisclosureAccounting'],
  reader: { readonly name: string; readonly letters: Schemas['HowToWrite']; readonly language: string },
  { brand, zone }: Pick<Schemas['Organization'], 'brand' | 'zone'>,
  { now, everything }: { readonly now: Date; readonly everything: boolean },
): PdfDocument => {
  const { language, words } = accountingWords(reader.language)
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' })
  const madeOn = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: zone })
  const day = (date: string): string => format.format(new Date(`${date}T00:00:00Z`))
  const row = (one: Schemas['AccountedDisclosure']): string[] => [
    one.count === 1
      ? day(one.firstOn)
      : words.times
          .replace('{count}', String(one.count))
          .replace('{first}', day(one.firstOn))
          .replace('{last}', day(one.lastOn)),
    one.recipient === undefined
      ? words.recipients[one.recipientKind]
      : [one.recipient.name, one.recipient.address].filter(Boolean).join(', '),
    [
      one.what ?? words.contents[one.content ?? 'unlisted'],
      ...(one.unconfirmed === 0 ? [] : [words.unconfirmed.replace('{count}', String(one.unconfirmed))]),
    ].join('. '),
    words.purposes[one.purpose],
  ]
  const table = (rows: readonly Schemas['AccountedDisclosure'][]): PdfBlock =>
    rows.length === 0
      ? { kind: 'paragraph', text: words.none }
      : {
          kind: 'table',
          columns: [
            { heading: words.when, share: 2 },
            { heading: words.whom, share: 3 },
            { heading: words.what, share: 3 },
            { heading: words.why, share: 2 },
          ],
          rows: rows.map(row),
        }
  return {
    language,
    title: words.title,
    organization: { name: brand.name, accentColor: brand.accentColor },
    createdAt: now,
    pageLabel: words.pageLabel,
    addressee: addresseeOf(reader.name, reader.letters),
    blocks: [
      { kind: 'title', text: words.title },
      {
        kind: 'facts',
        rows: [
          { label: words.patient, value: reader.letters.addressAs ?? reader.name },
          { label: words.period, value: `${day(from)} – ${day(to)}` },
          { label: words.made, value: madeOn.format(now) },
        ],
      },
      { kind: 'paragraph', text: everything ? words.introEverything : words.intro },
      { kind: 'heading', text: words.counted },
      table(items.filter(({ isCounted }) => isCounted)),
      ...(everything
        ? [
            { kind: 'heading' as const, text: words.notCounted },
            { kind: 'paragraph' as const, text: words.notCountedIntro },
            table(items.filter(({ isCounted }) => !isCounted)),
          ]
        : []),
    ],
  }
}
