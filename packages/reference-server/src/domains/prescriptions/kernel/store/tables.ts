import type { Kysely } from 'kysely'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { ScriptPayload } from '../model/compose-script.ts'
import type { Attention, HistoryEntry, PrescriptionStatus } from '../model/prescription.ts'

/** A `type`, because Kysely requires an index signature. */
export type PrescriptionsTables = {
  'prescriptions.prescriptions': {
    organization_id: string
    id: string
    patient_id: string
    visit_id: string | null
    continued_visit_id: string | null
    practitioner_id: string
    status: PrescriptionStatus
    pharmacy_id: string | null
    quantity: number
    days_supply: number
    refills: number
    substitution_allowed: boolean
    follows: string | null
    replaces: boolean
    sent_as: string | null
    fills: number
    filled_at: Date | null
    handed_out_at: Date | null
    before_cancel: PrescriptionStatus | null
    cancel_requested_at: Date | null
    attention: Attention | null
    answer_due_at: Date | null
    supply_ends_at: Date | null
    signed_at: Date | null
    version: number
    sealed: Uint8Array
    created_at: Date
  }
  'prescriptions.history': {
    organization_id: string
    id: string
    prescription_id: string
    patient_id: string
    at: Date
    status: PrescriptionStatus
    by: HistoryEntry['by']
    code: string | null
    sealed: Uint8Array
  }
  'prescriptions.outgoing': {
    organization_id: string
    /** The id of the message and of its transmission. */
    id: string
    prescription_id: string
    patient_id: string
    about: ScriptPayload['about']
  }
  'prescriptions.messages': {
    organization_id: string
    id: string
    sender: string
    message_id: string
    /** A digest of the body, which distinguishes a repeat from another message under the same id. */
    fingerprint: string
    type: string
    prescription_id: string | null
    patient_id: string | null
    /** The subject of our message that it relates to. */
    about: ScriptPayload['about'] | null
    state: 'received' | 'applied' | 'parked' | 'resolved'
    /** With which version it was read; null in rows from before that was kept. */
    reader: string | null
    /** Why it waits, or waited until a person resolved it. */
    fault: string | null
    resolution: string | null
    resolved_by: string | null
    resolved_at: Date | null
    /** Who applied it although the patient or the pharmacy differs. */
    confirmed_by: string | null
    received_at: Date
    sealed: Uint8Array
  }
  'prescriptions.requests': {
    organization_id: string
    id: string
    prescription_id: string
    patient_id: string
    practitioner_id: string
    kind: 'renewal' | 'change'
    status: 'open' | 'approved' | 'denied'
    message_id: string
    received_at: Date
    responded_at: Date | null
    sealed: Uint8Array
  }
  'prescriptions.refill_requests': {
    organization_id: string
    id: string
    prescription_id: string
    patient_id: string
    practitioner_id: string
    status: 'open' | 'approved' | 'declined'
    requested_at: Date
    responded_at: Date | null
    responded_by: string | null
    version: number
    sealed: Uint8Array
  }
  'prescriptions.patient_pharmacies': {
    organization_id: string
    /** The patient's id. */
    id: string
    sealed: Uint8Array
    changed_at: Date
  }
  'prescriptions.favorites': {
    organization_id: string
    id: string
    practitioner_id: string
    version: number
    sealed: Uint8Array
  }
  'prescriptions.usual_medications': {
    organization_id: string
    id: string
    practitioner_id: string
    rxcui: string
    times: number
  }
  'prescriptions.list_versions': {
    organization_id: string
    /** The owner's id. */
    id: string
    version: number
  }
}

export const tablesOf = (db: AnyKysely): Kysely<PrescriptionsTables> => db
