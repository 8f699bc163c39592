import type { EnqueuedTransmission, TransmissionQueue } from '../contracts/transmission.ts'
import type { Vault } from '../contracts/vault.ts'
import type { Write, WriteStatement } from '../contracts/write.ts'
import { partTwoRefused } from '../sensitive/part-two-refused.ts'
import { writeStatement } from '../database/changes/write-statement.ts'
import { senderOf } from './wake-sender.ts'

const retryFor = 72 * 3_600_000

/** When a transmission is due and when it is given up. */
const timesOf = (
  { notBefore, expiresAt }: Pick<EnqueuedTransmission, 'notBefore' | 'expiresAt'>,
  now: Date,
): { readonly dueAt: Date; readonly expiresAt: Date } => {
  const dueAt = notBefore ?? now
  return { dueAt, expiresAt: expiresAt ?? new Date(Math.max(dueAt.getTime(), now.getTime()) + retryFor) }
}

/** `vault` identifies the server, of which a process may have several. */
export const transmissionQueue = (vault: Vault): TransmissionQueue => {
  /** Until when those are claimed that are stored as claimed by this process. */
  const leases = new WeakMap<EnqueuedTransmission, Date>()
  return {
    requirePermitted: async (schema, organizationId, transmissions, now) => {
      for (const transmission of transmissions) {
        if (transmission.visitId === null) continue
        const sender = senderOf(vault, schema)
        if (sender === undefined) throw new Error(`No sender of ${schema} can say whether a visit may be disclosed.`)
        const answer = await sender.permit(organizationId, transmission, now)
        if (answer.outcome === 'refused') throw partTwoRefused(answer.code)
      }
    },
    insert: (schema, transmission, now) => {
      const isDue = timesOf(transmission, now).dueAt <= now
      const lease = transmission.isFirst && isDue ? senderOf(vault, schema)?.leaseFor(transmission.kind, now) : null
      if (lease) leases.set(transmission, lease)
      else leases.delete(transmission)
      return insertTransmission(schema, transmission, now, lease ?? null)
    },
    wake: (schema, organizationId, transmission, now) => {
      const { id, kind, subjectId, patientId, visitId, payload, known } = transmission
      const { dueAt, expiresAt } = timesOf(transmission, now)
      const sender = senderOf(vault, schema)
      const until = leases.get(transmission)
      if (until === undefined) return sender?.wake(organizationId, { kind, dueAt })
      sender?.take(organizationId, {
        ...{ id, kind, subject_id: subjectId, patient_id: patientId, visit_id: visitId, known, until },
        // As it would be read.
        payload: JSON.parse(JSON.stringify(payload)) as unknown,
        ...{ attempt: 1, settle_failures: 0, last_fault: null, expires_at: expiresAt, created_at: now },
      })
    },
  }
}

/** With a lease: as claimed for its first attempt. */
const insertTransmission = (
  schema: string,
  transmission: EnqueuedTransmission,
  now: Date,
  lease: Date | null,
): Write => {
  const { id, kind, subjectId, patientId, visitId, payload } = transmission
  const { dueAt, expiresAt } = timesOf(transmission, now)
  return {
    statement: statementsOf(schema).insert,
    values: [id, kind, subjectId, patientId, lease ?? dueAt, expiresAt, now, null, lease === null ? 0 : 1, visitId],
    sealed: { at: 7, rowId: id, patientId, value: payload },
  }
}

export interface TransmissionEnd {
  readonly state: 'answered' | 'expired' | 'parked'
  readonly fault: string | null
  readonly now: Date
}

/**
 * Ends a claimed transmission. Conditional: no other process has taken over the claim. Returns whether a later one about the same subject
 * waited for it. A dead letter keeps its payload for a retry.
 */
export const endTransmission = (
  schema: string,
  { id, attempt }: { readonly id: string; readonly attempt: number },
  end: TransmissionEnd,
): Write => ({
  statement: statementsOf(schema).end,
  values: [id, attempt, end.state, end.now, end.fault],
})

/** Withdraws a transmission. Conditional: no attempt has begun, so the partner does not have it. */
export const withdrawUnsent = (schema: string, id: string, now: Date): Write => ({
  statement: statementsOf(schema).withdraw,
  values: [id, now],
})

interface Statements {
  readonly insert: WriteStatement
  readonly withdraw: WriteStatement
  readonly end: WriteStatement
}
const bySchema = new Map<string, Statements>()

const statementsOf = (schema: string): Statements => {
  const known = bySchema.get(schema)
  if (known) return known
  const table = `${schema}.transmissions`
  const statements: Statements = {
    insert: writeStatement({
      kind: 'insert',
      table,
      columns: [
        'id',
        'kind',
        'subject_id',
        'patient_id',
        'due_at',
        'expires_at',
        'created_at',
        'sealed',
        'attempt',
        'visit_id',
      ],
      values: [
        ...['$1::uuid', '$2::text', '$3::text', '$4::uuid'],
        ...['$5::timestamptz', '$6::timestamptz', '$7::timestamptz', '$8::bytea', '$9::integer', '$10::uuid'],
      ],
      isConditional: false,
    }),
    withdraw: writeStatement({
      kind: 'update',
      table,
      set: "state = 'withdrawn', ended_at = $2::timestamptz, sealed = ''::bytea",
      where: "id = $1::uuid and state = 'waiting' and attempt = 0",
      isConditional: true,
    }),
    end: writeStatement({
      kind: 'update',
      table,
      set: `state = $3::text, ended_at = $4::timestamptz, last_fault = coalesce($5::text, last_fault),
        sealed = case when $3::text = 'parked' then sealed else ''::bytea end`,
      where: `id = $1::uuid and state = 'waiting' and attempt = $2::integer`,
      isConditional: true,
      returns: `exists (select from ${table} as later where later.organization_id = ${table}.organization_id
        and later.subject_id = ${table}.subject_id and later.state = 'waiting' and later.id > ${table}.id)`,
    }),
  }
  bySchema.set(schema, statements)
  return statements
}
