import type { components } from '@visitkit/contract'
import type { FaultyProperty } from '../../../platform/problems/problem.ts'
import { invalid, unknownCode } from '../problems.ts'
import type { CopiedFrom } from './copied-from.ts'
import type { DiagnosisCatalog } from './diagnosis-catalog.ts'
import type { Note, NoteContent } from './note.ts'
import type { TemplateCatalog } from './note-template.ts'
import { validateVitals } from './vital-signs.ts'

type SaveNote = components['schemas']['SaveNote']

interface ContentSources {
  readonly templates: TemplateCatalog
  readonly diagnoses: DiagnosisCatalog
  /** The notes from which sections may be copied, by id. */
  readonly copied: ReadonlyMap<string, CopiedFrom>
}

/**
 * The validated content of a save. Diagnoses get the wording of their code on `day`, the day of the visit: ICD-10-CM uses the date of
 * service, whenever the note is written. Throws `unknown_code` for an unknown code and `invalid_request` for an implausible measurement.
 * The text is not validated, so a half-written note can always be saved.
 */
export const requireValidContent = (
  body: SaveNote,
  before: Note,
  { templates, diagnoses, copied }: ContentSources,
  day: string,
  now: Date,
): NoteContent => {
  const templateCode = body.templateCode ?? before.templateCode
  const found = body.diagnoses.map(({ code }) => diagnoses.find(code, day) ?? keptDiagnosis(before, code))
  const unknown = [
    ...(templates.find(templateCode, before.draftedAt) === null
      ? [fault('/templateCode', 'unknown_code', 'Must be the code of a note template.')]
      : []),
    ...found.flatMap((diagnosis, at) =>
      diagnosis === null
        ? [
            fault(
              `/diagnoses/${at}/code`,
              'unknown_code',
              'Must be an ICD-10-CM code that can be billed and is in force.',
            ),
          ]
        : [],
    ),
  ]
  if (unknown.length > 0) throw unknownCode(unknown)
  const faults = [
    ...repeated(body.sections.map(({ code }) => code)).map((at) =>
      fault(`/sections/${at}/code`, 'repeated', 'A note contains a section once.'),
    ),
    ...repeated(body.diagnoses.map(({ code }) => code)).map((at) =>
      fault(`/diagnoses/${at}/code`, 'repeated', 'A note contains a diagnosis once.'),
    ),
    ...validateVitals(body.vitals, now),
  ]
  if (faults.length > 0) throw invalid(faults)
  return {
    templateCode,
    sections: body.sections.map(({ code, text, copiedFrom: claimed }) => {
      const copiedFrom = claimed && copied.get(claimed.noteId)
      return { code, text: text.toWellFormed(), ...(copiedFrom && { copiedFrom }) }
    }),
    diagnoses: found.flatMap((diagnosis) => diagnosis ?? []),
    vitals: body.vitals.map(({ loinc, value, unit, source, measuredAt }) => ({
      loinc,
      value,
      unit,
      source,
      ...(measuredAt && { measuredAt: new Date(measuredAt).toISOString() }),
    })),
    services: body.services.map(({ codeSystem, code, units, diagnosisPointers, audioOnlyReason }) => ({
      codeSystem,
      code,
      units,
      diagnosisPointers: [...diagnosisPointers],
      ...(audioOnlyReason && { audioOnlyReason }),
    })),
    prefilled: before.content.prefilled.filter(isUnchanged(body, before)),
    derived: before.content.derived.filter(isUnchanged(body, before)),
  }
}

const fault = (pointer: string, code: string, message: string): FaultyProperty => ({ pointer, code, message })

/** A draft keeps a code that a later release removes. */
const keptDiagnosis = ({ content }: Note, code: string) =>
  content.diagnoses.find((diagnosis) => diagnosis.code === code) ?? null

const repeated = (codes: readonly string[]): number[] =>
  codes.flatMap((code, at) => (codes.indexOf(code) === at ? [] : [at]))

/** A section that a person has changed is no longer prefilled. White space alone is not a change. */
const isUnchanged =
  (body: SaveNote, { content }: Note) =>
  (code: string): boolean => {
    const before = content.sections.find((section) => section.code === code)
    const after = body.sections.find((section) => section.code === code)
    return before !== undefined && before.text.trim() === after?.text.trim()
  }
