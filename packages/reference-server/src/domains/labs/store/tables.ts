import type { ColumnType, Kysely } from 'kysely'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { RoleNotification } from '../model/critical-clock.ts'
import type { LabOrderStatus } from '../model/lab-order.ts'
import type { ResultStatus } from '../model/lab-result.ts'
import type { UnmatchedReason } from '../model/unmatched.ts'

/** A `type`, because Kysely requires an index signature. */
export type ClockColumns = {
  critical_raised_at: Date | null
  critical_due_at: Date | null
  /** Written as JSON text, read as parsed JSON. */
  critical_notified: ColumnType<readonly RoleNotification[], string, string>
  critical_next_at: Date | null
  critical_acknowledged_at: Date | null
  critical_acknowledged_by: string | null
}

type MessageColumns = {
  organization_id: string
  id: string
  source: string
  control_id: string
  digest: Uint8Array
  part: number
  parser: string
  received_at: Date
  sealed: Uint8Array
}

/** A `type`, because Kysely requires an index signature. */
export type LabsTables = {
  'labs.orders': {
    organization_id: string
    id: string
    group_number: string
    patient_id: string
    visit_id: string | null
    continued_visit_id: string | null
    practitioner_id: string
    status: LabOrderStatus
    priority: 'routine' | 'urgent'
    placed_at: Date
    transmission_id: string
    version: number
    results_stored: number
    sealed: Uint8Array
  }
  'labs.results': ClockColumns & {
    organization_id: string
    id: string
    order_id: string
    patient_id: string
    practitioner_id: string
    position: number
    source: string
    filler_number: string
    status: ResultStatus
    received_at: Date
    reported_at: Date | null
    reviewed_at: Date | null
    reviewed_by: string | null
    released_at: Date | null
    released_version: number | null
    corrected_after_review: boolean
    review_rank: number | null
    version: number
    sealed: Uint8Array
  }
  'labs.result_versions': {
    organization_id: string
    id: string
    result_id: string
    patient_id: string
    version: number
    sealed: Uint8Array
  }
  'labs.deliveries': {
    organization_id: string
    id: string
    source: string
    control_id: string
    digest: Uint8Array
  }
  'labs.messages': MessageColumns & { patient_id: string; result_ids: readonly string[] }
  'labs.unmatched_messages': MessageColumns & { unmatched_id: string }
  'labs.unmatched': ClockColumns & {
    organization_id: string
    id: string
    reason: UnmatchedReason
    patient_id: string | null
    source: string
    filler_number: string
    status: 'open' | 'matched' | 'returned'
    received_at: Date
    decided_by: string | null
    decided_at: Date | null
    result_id: string | null
    urgency: 0 | 1
    version: number
    sealed: Uint8Array
  }
}
export const tablesOf = (db: AnyKysely): Kysely<LabsTables> => db
