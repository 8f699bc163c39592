import type { Generated, Kysely } from 'kysely'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { AccessRow } from '../../../platform/contracts/ledger.ts'
import type { AccessQuestion } from '../model/access-question.ts'
import type { AccessSuppression } from '../model/access-suppression.ts'
import type { MonitorFact } from '../model/monitor-fact.ts'
import type { Disclosure } from '../model/disclosure.ts'
import type { RecordRequest } from '../model/record-request.ts'
import type { LegalHold } from '../model/legal-hold.ts'
import type { Erasure } from '../model/retention.ts'
import type { StoredCase } from '../model/stored-case.ts'
import type { ReaderWatch } from '../model/reader-watch.ts'

/**
 * The tables of this domain, and the columns of the platform's audit tables that are read here. Those rows are retained for years and contain
 * the codes of the version that wrote them, so codes are typed as text.
 */
export type ComplianceTables = {
  'audit.accesses': {
    organization_id: string
    id: string
    at: Date
    action: AccessRow['action']
    entity: string
    patient_id: string | null
    /** The same as a UUID, which is indexed. */
    patient: string | null
    outcome: AccessRow['outcome']
    because: string
    purpose: string
    actor_kind: AccessRow['actorKind']
    actor_id: string
    /** The same as a UUID, which is indexed. Null for the server itself. */
    actor: string | null
    actor_role: string
    client_id: string
    on_behalf_of: string | null
    operation: string
    request_id: string
    entity_id: string | null
    refusal: string | null
    session_id: string
    origin: string | null
    /** Ids with a space between them. */
    consents: string | null
  }
  'compliance.reader_watches': {
    organization_id: string
    id: string
    status: ReaderWatch['status']
    since: Date
    preferences_version: number
    told_from: Date | null
    version: number
  }
  'compliance.known_readers': {
    organization_id: string
    id: string
    patient_id: string
    actor_id: string
    access_id: string
    is_new: boolean
  }
  'compliance.access_questions': {
    organization_id: string
    id: string
    patient_id: string
    access_id: string
    reason: AccessQuestion['reason']
    status: AccessQuestion['status']
    asked_by: string
    asked_at: Date
    due_at: Date
    escalated_at: Date | null
    assigned_to: string | null
    outcome: AccessQuestion['outcome']
    answered_by: string | null
    answered_at: Date | null
    version: number
    sealed: Uint8Array
  }
  'compliance.monitor_positions': {
    organization_id: string
    id: string
    sequence: string
    finished_day: number
    version: number
  }
  'compliance.monitored_days': {
    organization_id: string
    id: string
    member_id: string
    day: number
    role: string
    unexplained: number
    first_access_id: string
    last_at: Date
  }
  'compliance.monitor_facts': {
    organization_id: string
    id: string
    patient_id: string
    kind: MonitorFact['kind']
    member_id: string | null
    created_by: string
    removed_at: Date | null
    created_at: Generated<Date>
  }
  'compliance.access_cases': {
    organization_id: string
    id: string
    member_id: string
    day: number
    number: number
    score: number
    reasons: StoredCase['reasons']
    access_ids: string[]
    status: StoredCase['status']
    opened_at: Date
    due_at: Date
    escalated_at: Date | null
    assigned_to: string | null
    disposition: StoredCase['disposition']
    closed_by: string | null
    closed_at: Date | null
    incident_id: string | null
    version: number
    sealed: Uint8Array
  }
  'compliance.access_suppressions': {
    organization_id: string
    id: string
    member_id: string
    code: AccessSuppression['code']
    created_by: string
    suppressed_at: Date
    from_day: number
    until_day: number
    ended_at: Date | null
    version: number
    sealed: Uint8Array
  }
  'compliance.disclosures': {
    organization_id: string
    id: string
    patient_id: string
    day: number
    purpose: Disclosure['purpose']
    recorded_at: Date
    recorded_by: string
    in_error: boolean
    suspended_until: number | null
    suspension_statement: Disclosure['suspensionStatement']
    suspended_at: Date | null
    suspended_by: string | null
    version: number
    sealed: Uint8Array
  }
  'compliance.retention_schedules': {
    organization_id: string
    id: string
    medical: number
    financial: number
    accesses: number
    changed_at: Date
    changed_by: string
    version: number
  }
  'compliance.retained_records': {
    organization_id: string
    id: string
    active_day: number
    majority_day: number | null
    holds: number
    erasure_id: string | null
    version: number
  }
  'compliance.legal_holds': {
    organization_id: string
    id: string
    patient_id: string
    reason: LegalHold['reason']
    placed_at: Date
    placed_by: string
    released_at: Date | null
    released_by: string | null
    version: number
    sealed: Uint8Array
  }
  'compliance.record_requests': {
    organization_id: string
    id: string
    patient_id: string
    received_day: number
    proceeding: RecordRequest['proceeding']
    basis: RecordRequest['basis']
    decision: RecordRequest['decision']
    ground: RecordRequest['ground']
    consent_id: string | null
    decided_at: Date
    decided_by: string
    sealed: Uint8Array
  }
  'compliance.erasures': {
    organization_id: string
    id: string
    patient_id: string
    basis: Erasure['basis']
    status: Erasure['status']
    approved_at: Date
    approved_by: string
    erased_at: Date | null
    certificate: string | null
    signature: string | null
    version: number
  }
  /** Of the platform: patients whose keys are gone. */
  'vault.erasures': { organization_id: string; subject: string }
  'compliance.ledger_positions': { organization_id: string; id: string; sequence: string; version: number }
}

export const tablesOf = (db: AnyKysely): Kysely<ComplianceTables> => db
