import type { components } from '@visitkit/contract'
import { addresseeOf } from '../../../platform/documents/addressee-of.ts'
import type { PdfBlock, PdfDocument } from '../../../platform/documents/pdf-document.ts'
import { summaryWords } from '../model/summary-words.ts'

type Schemas = components['schemas']

export interface SummaryReader {
  readonly name: string
  readonly letters: Schemas['HowToWrite']
  readonly language: string
  readonly zone: string
}

/** Prescriptions in these states are not, or no longer, the patient's medication and are not printed. */
const nobodyFills: readonly Schemas['PrescriptionStatus'][] = ['refused', 'not-dispensed', 'cancelled', 'replaced']

/** A published summary for printing, in the patient's language and time zone. */
export const summaryDocument = (
  summary: Schemas['VisitSummary'],
  reader: SummaryReader,
  { brand, contact }: Pick<Schemas['Organization'], 'brand' | 'contact'>,
  createdAt: Date,
): PdfDocument => {
  const { language, words } = summaryWords(reader.language)
  const localized = (texts: readonly Schemas['LocalizedText'][]): string =>
    (texts.find((text) => text.language === language) ?? texts[0])?.text ?? ''
  const moment = new Intl.DateTimeFormat(language, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: reader.zone,
  })
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
  const dayOf = (date: string): string => day.format(new Date(`${date}T00:00:00Z`))
  const section = (heading: string, blocks: readonly PdfBlock[]): PdfBlock[] =>
    blocks.length === 0 ? [] : [{ kind: 'heading', text: heading }, ...blocks]
  const paragraphs = (text: string): PdfBlock[] =>
    text
      .split(/\n{2,}/)
      .filter((paragraph) => paragraph.trim() !== '')
      .map((paragraph) => ({ kind: 'paragraph', text: paragraph }))
  const list = (items: readonly string[]): PdfBlock[] => (items.length === 0 ? [] : [{ kind: 'list', items }])
  const { nextVisit } = summary
  return {
    language,
    // The metadata of a file can be read without opening it.
    title: words.title,
    organization: { name: brand.name, accentColor: brand.accentColor },
    createdAt,
    reference: `${summary.visitId} · ${summary.version}`,
    pageLabel: words.pageLabel,
    addressee: addresseeOf(reader.name, reader.letters),
    blocks: [
      { kind: 'title', text: words.title },
      {
        kind: 'facts',
        rows: [
          { label: words.patient, value: reader.letters.addressAs ?? reader.name },
          { label: words.visit, value: localized(summary.visitTypeName) },
          { label: words.when, value: moment.format(new Date(summary.visitAt)) },
          { label: words.with, value: summary.practitioner.displayName },
        ],
      },
      ...(summary.correctedAt === undefined
        ? []
        : [
            {
              kind: 'remark' as const,
              text: `${words.corrected} ${moment.format(new Date(summary.correctedAt))}`,
            },
          ]),
      ...section(
        words.corrections,
        summary.corrections.flatMap(({ text, at, by }): PdfBlock[] => [
          ...paragraphs(text),
          { kind: 'remark', text: `${by}, ${moment.format(new Date(at))}` },
        ]),
      ),
      ...section(words.diagnoses, list(summary.diagnoses.map(({ code, display }) => `${display} (${code})`))),
      ...summary.instructions.flatMap(({ heading, text }) => section(localized(heading), paragraphs(text))),
      ...section(
        words.medications,
        list(
          summary.medications
            .filter(({ status }) => !nobodyFills.includes(status))
            .map(({ name, directionsText, pharmacyName }) =>
              [`${name}: ${localized(directionsText)}`, ...(pharmacyName === undefined ? [] : [pharmacyName])].join(
                ' · ',
              ),
            ),
        ),
      ),
      ...section(
        words.tests,
        list(summary.tests.map(({ name, status }) => `${localized(name)}: ${words.testStatus[status]}`)),
      ),
      ...section(words.referrals, list(summary.referrals.map(({ to }) => to))),
      ...section(
        words.next,
        nextVisit === undefined
          ? []
          : [
              {
                kind: 'paragraph',
                text: `${localized(nextVisit.visitTypeName)}, ${dayOf(nextVisit.earliest)} – ${dayOf(nextVisit.latest)}. ${
                  nextVisit.appointmentId === undefined ? words.toBook : words.booked
                }`,
              },
            ],
      ),
      ...section(words.help, [
        {
          kind: 'paragraph',
          text: [
            words.questions.replace('{phone}', contact.phone),
            words.emergency.replace('{emergency}', contact.emergencyNumber),
            ...(contact.crisisLine === undefined ? [] : [words.crisis.replace('{crisis}', contact.crisisLine)]),
          ].join(' '),
        },
      ]),
    ],
  }
}
