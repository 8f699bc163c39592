import type { Kysely } from 'kysely'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { AllergyStatus } from '../model/allergy.ts'
import type { ConditionStatus } from '../model/condition.ts'
import type { NoteFacts, NoteStatus } from '../model/note.ts'
import type { OwnNoteKind } from '../model/specialty-notes.ts'
import type { ReportedMedication, ReportedMedicationStatus } from '../model/reported-medication.ts'
import type { SignedAs } from '../model/note-attestation.ts'

/** A `type`, because Kysely needs an index signature. */
export type DocumentationTables = {
  'documentation.notes': {
    organization_id: string
    id: string
    visit_id: string
    patient_id: string
    practitioner_id: string
    template_code: string
    kind: string
    specialty: string
    language: string
    modality: NoteFacts['modality']
    about_substance_use: boolean
    status: NoteStatus
    visit_at: Date
    drafted_at: Date
    saved_at: Date
    signed_at: Date | null
    supervisor_id: string | null
    version: number
  }
  'documentation.note_versions': {
    organization_id: string
    id: string
    note_id: string
    patient_id: string
    version: number
    status: NoteStatus
    saved_at: Date
    /** Null for the server itself. */
    saved_by_id: string | null
    sealed: Uint8Array
  }
  'documentation.signatures': {
    organization_id: string
    id: string
    note_id: string
    patient_id: string
    version: number
    signed_as: SignedAs
    signed_at: Date
    signed_by_id: string
    sealed: Uint8Array
  }
  'documentation.vital_changes': {
    organization_id: string
    id: string
    note_id: string
    patient_id: string
    vital_id: string
    /** 1 for the first correction of a measurement. */
    position: number
    status: 'corrected' | 'entered-in-error'
    changed_at: Date
    sealed: Uint8Array
  }
  'documentation.psychotherapy_notes': {
    organization_id: string
    id: string
    visit_id: string
    patient_id: string
    author_id: string
    kind: OwnNoteKind
    saved_at: Date
    version: number
    sealed: Uint8Array
  }
  'documentation.text_macros': {
    organization_id: string
    id: string
    owner_id: string
    name: string
    version: number
    sealed: Uint8Array
  }
  'documentation.order_sets': { organization_id: string; id: string; code: string; version: number; sealed: Uint8Array }
  'documentation.allergies': {
    organization_id: string
    id: string
    patient_id: string
    status: AllergyStatus
    noted_at: Date
    version: number
    sealed: Uint8Array
  }
  'documentation.allergy_reviews': { organization_id: string; id: string; reviewed_at: Date }
  'documentation.reported_medications': {
    organization_id: string
    id: string
    patient_id: string
    status: ReportedMedicationStatus
    reported_by: ReportedMedication['reportedBy']
    reported_at: Date
    ended_at: Date | null
    version: number
    sealed: Uint8Array
  }
  'documentation.conditions': {
    organization_id: string
    id: string
    patient_id: string
    code_index: Uint8Array
    first_noted_at: Date
    last_noted_at: Date
    last_note_id: string
    status: ConditionStatus
    ended_at: Date | null
    version: number
    sealed: Uint8Array
  }
}

export const tablesOf = (db: AnyKysely): Kysely<DocumentationTables> => db
