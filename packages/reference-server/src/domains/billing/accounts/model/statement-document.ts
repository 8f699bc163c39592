import type { components } from '@visitkit/contract'
import { fullName } from '../../../../platform/names/person-name.ts'
import type { DocumentBlock } from '../../kernel/model/document-block.ts'
import { dollars } from '../../kernel/model/dollars.ts'
import { statementWords } from './statement-words.ts'

type Schemas = components['schemas']

export interface StatementSources {
  readonly patient: Pick<Schemas['Patient'], 'name' | 'letters' | 'language'>
  readonly balanceCents: number
  /** On the insurance's side, without what it refused. */
  readonly waitingCents: number
  /** The names of the payers whose answers are awaited. */
  readonly waitsFor: readonly string[]
  readonly refusedCents: number
  /** The latest first. */
  readonly visits: readonly {
    readonly visitAt: Date
    readonly visitTypeName: readonly Schemas['LocalizedText'][]
    readonly practitionerName: string
    readonly chargeCents: number
    readonly insurancePaidCents: number
    readonly discountCents: number
    readonly writtenOffCents: number
    readonly patientPaidCents: number
    readonly patientCents: number
  }[]
  readonly hasOlder: boolean
  readonly zone: string
  readonly phone: string
  readonly now: Date
}

/** A patient's bill to print or keep: what each visit cost, who paid, what is left, how to pay, and whom to call. */
export const statementDocument = (sources: StatementSources): readonly DocumentBlock[] => {
  const { patient, balanceCents, waitingCents, waitsFor, refusedCents, visits, zone, phone, now } = sources
  const { language, words } = statementWords(patient.language)
  const days = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: zone })
  return [
    { kind: 'title', text: words.title },
    {
      kind: 'facts',
      rows: [
        { label: words.patient, value: patient.letters.addressAs ?? fullName(patient.name) },
        { label: words.printedOn, value: days.format(now) },
        { label: balanceCents < 0 ? words.weOwe : words.youOwe, value: dollars(Math.abs(balanceCents)) },
        ...(waitingCents > 0 ? [{ label: words.withInsurance, value: dollars(waitingCents) }] : []),
        ...(waitsFor.length > 0 ? [{ label: words.waitingFor, value: waitsFor.join(', ') }] : []),
        ...(refusedCents > 0 ? [{ label: words.refused, value: dollars(refusedCents) }] : []),
      ],
    },
    ...(waitingCents > 0 ? [{ kind: 'paragraph' as const, text: words.waitingNote }] : []),
    ...(refusedCents > 0 ? [{ kind: 'paragraph' as const, text: words.refusedNote }] : []),
    { kind: 'heading', text: words.visits },
    visits.length === 0
      ? { kind: 'paragraph', text: words.noVisits }
      : {
          kind: 'table',
          columns: [
            { heading: words.date, share: 3 },
            { heading: words.visit, share: 5 },
            { heading: words.charged, share: 3, align: 'end' },
            { heading: words.insurance, share: 3, align: 'end' },
            { heading: words.takenOff, share: 3, align: 'end' },
            { heading: words.paid, share: 3, align: 'end' },
            { heading: words.left, share: 3, align: 'end' },
          ],
          rows: visits.map((visit) => [
            days.format(visit.visitAt),
            [textOf(visit.visitTypeName, language), visit.practitionerName].filter((text) => text !== '').join(', '),
            dollars(visit.chargeCents),
            dollars(visit.insurancePaidCents),
            dollars(visit.discountCents + visit.writtenOffCents),
            dollars(visit.patientPaidCents),
            dollars(visit.patientCents),
          ]),
        },
    ...(sources.hasOlder ? [{ kind: 'remark' as const, text: words.older }] : []),
    { kind: 'heading', text: words.howToPay },
    balanceCents > 0
      ? { kind: 'list', items: [words.payOnline, words.payByPhone(phone)] }
      : { kind: 'paragraph', text: words.nothingToPay },
    { kind: 'heading', text: words.questions },
    { kind: 'paragraph', text: words.call(phone) },
  ]
}

const textOf = (texts: readonly Schemas['LocalizedText'][], language: string): string =>
  (texts.find((each) => each.language === language) ?? texts.find((each) => each.language === 'en') ?? texts[0])
    ?.text ?? ''
