import type { Note, NoteDiagnosis, NoteSection, NoteService, SaveNote, ServiceCode, Vital } from '@visitkit/sdk'

/** The signed note from which a section was copied. */
export type CopiedFrom = NonNullable<NoteSection['copiedFrom']>

/** The parts of a note that a clinician writes. Immutable: changes create a copy. */
export interface NoteDraft {
  readonly templateCode: string
  /** Text by section code. */
  readonly sections: ReadonlyMap<string, string>
  /** The origin of copied text, by section code. */
  readonly copied: ReadonlyMap<string, CopiedFrom>
  readonly diagnoses: readonly NoteDiagnosis[]
  readonly vitals: readonly Vital[]
  readonly services: readonly NoteService[]
}

export const draftFromNote = ({ templateCode, sections, diagnoses, vitals, services }: Note): NoteDraft => ({
  templateCode,
  sections: new Map(sections.map(({ code, text }) => [code, text])),
  copied: new Map(sections.flatMap(({ code, copiedFrom }) => (copiedFrom ? [[code, copiedFrom] as const] : []))),
  diagnoses,
  vitals,
  services,
})

/** The request body. A service without a diagnosis cannot be charged, so it is left out until it has one. */
export const saveNoteBody = (
  { templateCode, sections, copied, diagnoses, vitals, services }: NoteDraft,
  version: number,
): SaveNote => ({
  templateCode,
  sections: [...sections]
    .filter(([, text]) => text !== '')
    .map(([code, text]) => {
      const copiedFrom = copied.get(code)
      return { code, text, ...(copiedFrom && { copiedFrom }) }
    }),
  diagnoses: diagnoses.map(({ code }) => ({ code })),
  vitals: [...vitals],
  services: services.filter(({ diagnosisPointers }) => diagnosisPointers.length > 0),
  version,
})

/** Whether both would be stored identically. */
export const sameDraft = (one: NoteDraft, other: NoteDraft): boolean =>
  JSON.stringify(saveNoteBody(one, 0)) === JSON.stringify(saveNoteBody(other, 0))

/** Text that is taken out takes its origin with it. */
export const withSection = (draft: NoteDraft, code: string, text: string): NoteDraft => ({
  ...draft,
  sections: new Map(draft.sections).set(code, text),
  copied: text.trim() === '' ? new Map([...draft.copied].filter(([other]) => other !== code)) : draft.copied,
})

/** Replaces the text of a section by text of an earlier note. What was there stays below it. */
export const withCopied = (draft: NoteDraft, code: string, text: string, from: CopiedFrom): NoteDraft => {
  const before = draft.sections.get(code)?.trim() ?? ''
  return {
    ...draft,
    sections: new Map(draft.sections).set(code, before === '' ? text : `${text}\n${before}`),
    copied: new Map(draft.copied).set(code, from),
  }
}

/** Adds a diagnosis unless it is in the list. */
export const withDiagnosis = (draft: NoteDraft, diagnosis: NoteDiagnosis): NoteDraft =>
  draft.diagnoses.some(({ code }) => code === diagnosis.code)
    ? draft
    : { ...draft, diagnoses: [...draft.diagnoses, diagnosis] }

/** Reorders diagnoses; services keep their diagnoses. `order` has the old positions, from 0. */
const reordered = (draft: NoteDraft, order: readonly number[]): NoteDraft => ({
  ...draft,
  diagnoses: order.flatMap((old) => draft.diagnoses[old] ?? []),
  services: draft.services.map((service) => ({
    ...service,
    diagnosisPointers: service.diagnosisPointers
      .map((pointer) => order.indexOf(pointer - 1) + 1)
      .filter((pointer) => pointer > 0)
      .toSorted((a, b) => a - b),
  })),
})

export const withoutDiagnosis = (draft: NoteDraft, index: number): NoteDraft =>
  reordered(
    draft,
    draft.diagnoses.map((_, position) => position).filter((position) => position !== index),
  )

/** Moves the primary diagnosis to the first position. */
export const withMainDiagnosis = (draft: NoteDraft, index: number): NoteDraft =>
  reordered(draft, [index, ...draft.diagnoses.map((_, position) => position).filter((position) => position !== index)])

/** Sets a measurement; `null` removes it. */
export const withVital = (draft: NoteDraft, loinc: Vital['loinc'], vital: Omit<Vital, 'loinc'> | null): NoteDraft => {
  const others = draft.vitals.filter((one) => one.loinc !== loinc)
  return { ...draft, vitals: vital ? [...others, { loinc, ...vital }] : others }
}

/** Adds a service, with the primary diagnosis at first. */
export const withService = (draft: NoteDraft, { codeSystem, code }: ServiceCode): NoteDraft =>
  draft.services.some((one) => one.code === code && one.codeSystem === codeSystem)
    ? draft
    : {
        ...draft,
        services: [
          ...draft.services,
          { codeSystem, code, units: 1, diagnosisPointers: draft.diagnoses.length > 0 ? [1] : [] },
        ],
      }

export const changeService = (draft: NoteDraft, index: number, changes: Partial<NoteService> | null): NoteDraft => ({
  ...draft,
  services: draft.services.flatMap((service, position) =>
    position !== index ? [service] : changes ? [{ ...service, ...changes }] : [],
  ),
})
