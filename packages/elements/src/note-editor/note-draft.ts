import type { Note, NoteDiagnosis, NoteService, SaveNote, ServiceCode, Vital } from '@visitkit/sdk'

/** What a clinician writes, apart from what the server makes of it. Changed by copying. */
export interface NoteDraft {
  readonly templateCode: string
  /** Text by section code. */
  readonly sections: ReadonlyMap<string, string>
  readonly diagnoses: readonly NoteDiagnosis[]
  readonly vitals: readonly Vital[]
  readonly services: readonly NoteService[]
}

export const draftFromNote = ({ templateCode, sections, diagnoses, vitals, services }: Note): NoteDraft => ({
  templateCode,
  sections: new Map(sections.map(({ code, text }) => [code, text])),
  diagnoses,
  vitals,
  services,
})

/** What is sent. A service that points at no diagnosis cannot be charged, so it stays here until it does. */
export const saveNoteBody = (
  { templateCode, sections, diagnoses, vitals, services }: NoteDraft,
  version: number,
): SaveNote => ({
  templateCode,
  sections: [...sections].filter(([, text]) => text !== '').map(([code, text]) => ({ code, text })),
  diagnoses: diagnoses.map(({ code }) => ({ code })),
  vitals: [...vitals],
  services: services.filter(({ diagnosisPointers }) => diagnosisPointers.length > 0),
  version,
})

/** Whether both would be stored alike. */
export const sameDraft = (one: NoteDraft, other: NoteDraft): boolean =>
  JSON.stringify(saveNoteBody(one, 0)) === JSON.stringify(saveNoteBody(other, 0))

export const withSection = (draft: NoteDraft, code: string, text: string): NoteDraft => ({
  ...draft,
  sections: new Map(draft.sections).set(code, text),
})

/** Twice the same diagnosis says nothing more. */
export const withDiagnosis = (draft: NoteDraft, diagnosis: NoteDiagnosis): NoteDraft =>
  draft.diagnoses.some(({ code }) => code === diagnosis.code)
    ? draft
    : { ...draft, diagnoses: [...draft.diagnoses, diagnosis] }

/** Diagnoses in another order; services go on pointing at the same ones. `order` holds old positions, from 0. */
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

/** The main diagnosis stands first. */
export const withMainDiagnosis = (draft: NoteDraft, index: number): NoteDraft =>
  reordered(draft, [index, ...draft.diagnoses.map((_, position) => position).filter((position) => position !== index)])

/** A measurement, replaced or, with `null`, taken away. */
export const withVital = (draft: NoteDraft, loinc: Vital['loinc'], vital: Omit<Vital, 'loinc'> | null): NoteDraft => {
  const others = draft.vitals.filter((one) => one.loinc !== loinc)
  return { ...draft, vitals: vital ? [...others, { loinc, ...vital }] : others }
}

/** Points at the main diagnosis at first. */
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
