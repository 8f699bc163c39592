import type { components } from '@visitkit/contract'
import type { NoteTemplate, TemplateCatalog } from './note-template.ts'

export type OwnNoteKind = components['schemas']['OwnNoteKind']

/** The note settings of packs/specialty, by specialty code. */
export type SpecialtyNotes = ReadonlyMap<
  string,
  {
    /** Whether practitioners of the specialty keep psychotherapy notes (45 CFR 164.501). */
    readonly psychotherapyNotes?: boolean
    readonly visitTypes: readonly { readonly code: string; readonly care: { readonly noteTemplate: string } }[]
  }
>

/**
 * The template of a new draft: the one that the pack names for this visit type. A visit type of the organization, which is in no pack, uses
 * the template of the specialty.
 */
export const templateForVisit = (
  { specialty, visitTypeCode }: { readonly specialty: string; readonly visitTypeCode: string },
  specialties: SpecialtyNotes,
  templates: TemplateCatalog,
  now: Date,
): NoteTemplate => {
  const packed = specialties.get(specialty)?.visitTypes.find(({ code }) => code === visitTypeCode)
  const named = packed === undefined ? null : templates.find(packed.care.noteTemplate, now)
  return named ?? templates.of(specialty, now)
}

/** Codes of the templates that visits of these specialties can use. */
export const templatesNamedBy = (offered: ReadonlySet<string>, specialties: SpecialtyNotes): ReadonlySet<string> =>
  new Set(
    [...offered].flatMap((code) => (specialties.get(code)?.visitTypes ?? []).map(({ care }) => care.noteTemplate)),
  )

/**
 * The notes that the practitioner keeps apart from the record, or null. Those of a visit about substance use are counseling notes of 42 CFR
 * 2.11, in every specialty.
 */
export const ownNoteKindOf = (
  { specialty, isAboutSubstanceUse }: { readonly specialty: string; readonly isAboutSubstanceUse: boolean },
  specialties: SpecialtyNotes,
): OwnNoteKind | null => {
  if (isAboutSubstanceUse) return 'substance-use-counseling'
  return specialties.get(specialty)?.psychotherapyNotes === true ? 'psychotherapy' : null
}
