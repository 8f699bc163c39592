import type { PdfBlock, PdfDocument } from '../../../platform/documents/pdf-document.ts'
import type { Patient, Practitioner, StatementOfDisagreement } from '../ports.ts'
import type { Note } from './note.ts'
import { filled, sectionOf, textIn, type NotePhrases, type NoteTemplate, type PrintLabels } from './note-template.ts'
import type { NoteAttestation } from './note-attestation.ts'
import { observationsOf, type VitalChange } from './vital-observation.ts'

export interface PrintedNote {
  readonly note: Note
  readonly template: NoteTemplate | null
  /** In chronological order; only addenda have a text. Reassignments of the co-signature are not part of the document. */
  readonly signatures: readonly { readonly statement: NoteAttestation; readonly text: string | null }[]
  /** Corrections of its vitals. */
  readonly changes: readonly VitalChange[]
  /** About this note, the oldest first. */
  readonly statements: readonly StatementOfDisagreement[]
  readonly patient: Patient
  readonly practitioner: Practitioner
  readonly organization: { readonly name: string; readonly accentColor?: string }
  readonly phrases: NotePhrases
}

/**
 * A signed note for printing: patient, content, and who signed when, with the hash of what they signed. Dates are in the practitioner's
 * zone. What the patient said to a denied correction follows the addenda: each disclosure of the note has it (45 CFR 164.526(d)(5)).
 * Billing data is not part of it, and psychotherapy notes are not available here.
 */
export const noteDocument = (printed: PrintedNote): PdfDocument => {
  const { note, organization, phrases, signatures } = printed
  const labels = phrases.print
  return {
    language: note.language,
    title: labels.title,
    organization,
    createdAt: note.signedAt ?? note.savedAt,
    reference: filled(labels.reference, { id: note.id }),
    pageLabel: labels.page,
    addressee: { kind: 'no-patient' },
    blocks: [
      { kind: 'title', text: printed.template === null ? labels.title : textIn(printed.template.name, note.language) },
      { kind: 'facts', rows: factsOf(printed) },
      ...sectionsOf(printed),
      ...diagnosesOf(note, labels),
      ...vitalsOf(note, labels),
      ...correctionsOf(printed),
      ...signatures.flatMap((signature) => signatureOf(signature, printed)),
      ...printed.statements.flatMap((statement) => statementOf(statement, printed)),
    ],
  }
}

const factsOf = ({ note, patient, practitioner, phrases }: PrintedNote) => {
  const labels = phrases.print
  const { given, family } = patient.name
  return [
    { label: labels.patient, value: [given, family].filter((part) => part !== '').join(' ') },
    { label: labels.born, value: patient.birthDate },
    ...(patient.recordNumber === undefined ? [] : [{ label: labels.recordNumber, value: patient.recordNumber }]),
    { label: labels.visit, value: instant(note.visitAt, practitioner.zone, note.language) },
    { label: labels.practitioner, value: practitioner.displayName },
    ...(practitioner.npi === undefined ? [] : [{ label: labels.npi, value: practitioner.npi }]),
    { label: labels.held, value: phrases.modality[note.modality] },
  ]
}

const sectionsOf = ({ note, template, phrases }: PrintedNote): PdfBlock[] =>
  note.content.sections
    .filter(({ text }) => text.trim() !== '')
    .flatMap(({ code, text }): PdfBlock[] => {
      const section = sectionOf(template, code)
      const heading = section === null ? phrases.print.other : textIn(section.heading, note.language)
      return [
        { kind: 'heading', text: heading },
        { kind: 'paragraph', text },
      ]
    })

const diagnosesOf = ({ content }: Note, labels: PrintLabels): PdfBlock[] => [
  { kind: 'heading', text: labels.diagnoses },
  {
    kind: 'table',
    columns: [
      { heading: labels.code, share: 1 },
      { heading: labels.diagnosis, share: 5 },
    ],
    rows: content.diagnoses.map(({ code, display }) => [code, display]),
  },
]

const vitalsOf = ({ content }: Note, labels: PrintLabels): PdfBlock[] =>
  content.vitals.length === 0
    ? []
    : [
        { kind: 'heading', text: labels.vitals },
        {
          kind: 'table',
          columns: [
            { heading: labels.measure, share: 3 },
            { heading: labels.value, share: 2, align: 'end' },
            { heading: labels.source, share: 2 },
          ],
          rows: content.vitals.map(({ loinc, value, unit, source }) => [
            labels.vitalNames[loinc],
            `${value} ${labels.units[unit] ?? unit}`.trim(),
            labels.sources[source],
          ]),
        },
      ]

/** The table above stays as it was signed, so what is wrong in it is named below. */
const correctionsOf = ({ note, changes, practitioner, phrases }: PrintedNote): PdfBlock[] => {
  const labels = phrases.print
  const written = ({ value, unit }: { value: number; unit: string }): string =>
    `${value} ${labels.units[unit] ?? unit}`.trim()
  const lines = observationsOf(note, changes).flatMap(({ loinc, value, unit, changes: own }) =>
    own.map(({ status, before, by, at }, place) =>
      filled(status === 'corrected' ? labels.corrected : labels.enteredInError, {
        measure: labels.vitalNames[loinc],
        before: written(before),
        // What the next correction replaced, or what is known now.
        after: written(own[place + 1]?.before ?? { value, unit }),
        name: by.displayName,
        time: instant(new Date(at), practitioner.zone, note.language),
      }),
    ),
  )
  if (lines.length === 0) return []
  return [{ kind: 'heading', text: labels.corrections }, ...lines.map((text) => ({ kind: 'paragraph' as const, text }))]
}

const signatureOf = (
  { statement: attestation, text }: PrintedNote['signatures'][number],
  { note, practitioner, phrases }: PrintedNote,
): PdfBlock[] => {
  const labels = phrases.print
  if (attestation.as === 'reassignment') return []
  const phrase = { author: labels.signedBy, supervisor: labels.cosignedBy, addendum: labels.addedBy }[attestation.as]
  const signed: PdfBlock = {
    kind: 'signature',
    lines: [
      filled(phrase, { name: attestation.by.displayName }),
      instant(new Date(attestation.at), practitioner.zone, note.language),
      filled(labels.fingerprint, { hash: attestation.contentHash }),
    ],
  }
  if (text === null) return [signed]
  return [{ kind: 'heading', text: labels.addendum }, { kind: 'paragraph', text }, signed]
}

const statementOf = (
  { text, at, byKind, asked, answer }: StatementOfDisagreement,
  { note, practitioner, phrases }: PrintedNote,
): PdfBlock[] => {
  const labels = phrases.print
  const phrase = { patient: labels.writtenByPatient, proxy: labels.writtenByProxy }
  return [
    { kind: 'heading', text: labels.disagreement },
    { kind: 'paragraph', text },
    {
      kind: 'facts',
      rows: [
        {
          label: byKind === null ? labels.written : phrase[byKind],
          value: instant(at, practitioner.zone, note.language),
        },
        { label: labels.asked, value: asked },
        { label: labels.answered, value: answer },
      ],
    },
  ]
}

const instant = (at: Date, zone: string, language: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'long', timeZone: zone }).format(at)
