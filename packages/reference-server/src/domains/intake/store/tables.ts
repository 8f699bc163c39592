import type { Kysely } from 'kysely'
import type { AnyKysely } from '../../../platform/contracts/database.ts'

/** A `type`, because Kysely needs an index signature. */
export type IntakeTables = {
  'intake.forms': {
    organization_id: string
    id: string
    appointment_id: string
    patient_id: string
    questionnaire_code: string
    questionnaire_version: number
    status: 'draft' | 'submitted'
    sealed: Uint8Array
    saved_at: Date
    submitted_at: Date | null
    version: number
  }
}

export const tablesOf = (db: AnyKysely): Kysely<IntakeTables> => db
