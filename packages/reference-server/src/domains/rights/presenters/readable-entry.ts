import type { components } from '@visitkit/contract'
import type { PdfBlock } from '../../../platform/documents/pdf-document.ts'
import type { PatientRecord } from '../model/record.ts'
import type { RecordWords } from '../model/record-words.ts'

type Schemas = components['schemas']
export type Fact = readonly [label: string, value: string | undefined]

export interface ReadableFormat {
  readonly language: string
  readonly words: RecordWords
  readonly moment: (instant: string) => string
  readonly day: (date: string) => string
}

/** One readable entry: what it is, its facts, its texts. */
export const entry = (
  title: string,
  facts: readonly Fact[],
  texts: readonly (string | undefined)[] = [],
): PdfBlock[] => {
  const rows = facts.flatMap(([label, value]) => (value === undefined || value === '' ? [] : [{ label, value }]))
  return [
    { kind: 'heading', text: title },
    ...(rows.length === 0 ? [] : [{ kind: 'facts' as const, rows }]),
    ...texts
      .flatMap((text) => (text ?? '').split(/\n{2,}/))
      .filter((text) => text.trim() !== '')
      .map((text) => ({ kind: 'paragraph' as const, text })),
  ]
}

export const money = (language: string, cents: number): string =>
  new Intl.NumberFormat(language, { style: 'currency', currency: 'USD' }).format(cents / 100)

export const nameOf = ({ given, middle, family, suffix }: Schemas['PersonName']): string =>
  [given, ...(middle ?? []), family, suffix].filter(Boolean).join(' ')

export const addressOf = ({ line1, line2, city, state, postalCode }: Schemas['Address']): string =>
  [line1, line2, city, [state, postalCode].filter(Boolean).join(' ')].filter(Boolean).join(', ')

/** The blocks of one section. */
export type Render = (record: PatientRecord, format: ReadableFormat) => PdfBlock[]

export type Localized = (texts: readonly Schemas['LocalizedText'][]) => string
export const localizedIn =
  (language: string): Localized =>
  (texts) =>
    (texts.find((text) => text.language === language) ?? texts[0])?.text ?? ''
