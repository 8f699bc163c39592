import type { Selectable } from 'kysely'
import type { VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { factTable } from '../../../platform/database/changes/fact-table.ts'
import { newestFirst, oldestFirst, type PageCursor } from '../../../platform/database/ids/page-cursor.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { PrivacyRequest, PrivacyRequestContent } from '../model/privacy-request.ts'
import { tablesOf, type RightsTables } from './tables.ts'

const table = 'rights.requests'
type Row = Selectable<RightsTables[typeof table]>
/** The unencrypted part. */
type RequestFacts = Omit<PrivacyRequest, keyof PrivacyRequestContent> & {
  /** A recipient of the correction waits for the patient's choice, or to be notified. */
  readonly hasOpenRecipient: boolean
}

type Later = 'recipients' | 'disagreedByKind'
/** A request of before there were recipients has none; who disagreed is not known of an older one. */
type SealedContent = Omit<PrivacyRequestContent, Later> & Partial<Pick<PrivacyRequestContent, Later>>
const withOlder = ({ recipients = [], disagreedByKind = null, ...content }: SealedContent): PrivacyRequestContent => ({
  ...content,
  recipients,
  disagreedByKind,
})

/** Decrypts a request and records the access. */
const decryptRequest = async (db: AnyKysely, context: VaultContext, row: Row): Promise<PrivacyRequest> => {
  const { access, caller, vault } = context
  const place = { organizationId: caller.organizationId, table, rowId: row.id, patientId: row.patient_id }
  return {
    ...{ id: row.id, patientId: row.patient_id, kind: row.kind, visitId: row.visit_id, status: row.status },
    ...{ askedAt: row.asked_at, askedByKind: row.asked_by_kind, dueAt: row.due_at, extendedAt: row.extended_at },
    ...{ decidedAt: row.decided_at, decidedById: row.decided_by_id, ground: row.ground, keptUntil: row.kept_until },
    ...{ disagreedAt: row.disagreed_at, version: row.version },
    ...withOlder(await vault.open<SealedContent>(db, access, place, row.sealed)),
  }
}

/** The newest first. */
export const listRequestsByPatient = async (
  db: AnyKysely,
  context: VaultContext,
  patientId: string,
  page: PageCursor,
): Promise<PrivacyRequest[]> => {
  const rows = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('patient_id', '=', requireUuid(patientId))
    .$call(newestFirst(page))
    .execute()
  return Promise.all(rows.map((row) => decryptRequest(db, context, row)))
}

/** Those with a statement of disagreement about the note of this visit, the oldest first. Decrypts them. */
export const listDisagreementsByVisit = async (
  db: AnyKysely,
  context: VaultContext,
  patientId: string,
  visitId: string,
): Promise<PrivacyRequest[]> => {
  const rows = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('patient_id', '=', requireUuid(patientId))
    .where('visit_id', '=', requireUuid(visitId))
    .where('disagreed_at', 'is not', null)
    .orderBy('disagreed_at')
    .execute()
  return Promise.all(rows.map((row) => decryptRequest(db, context, row)))
}

/** A request that is still encrypted. */
export interface EncryptedRequest {
  readonly id: string
  /** Decrypts it and records the access. */
  readonly decrypt: () => Promise<PrivacyRequest>
}

/** The oldest first. Decrypts nothing: the row that only shows that there is a next page is no access. */
export const listWaitingRequests = async (
  db: AnyKysely,
  context: VaultContext,
  waitsFor: 'answer' | 'notification',
  page: PageCursor,
): Promise<readonly EncryptedRequest[]> => {
  const rows = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .$if(waitsFor === 'answer', (query) => query.where('status', '=', 'waiting'))
    .$if(waitsFor === 'notification', (query) => query.where('has_open_recipient', '=', true))
    .$call(oldestFirst(page))
    .execute()
  return rows.map((row) => ({ id: row.id, decrypt: () => decryptRequest(db, context, row) }))
}

/** Decrypts nothing. */
export const countWaitingOf = async (db: AnyKysely, patientId: string): Promise<number> => {
  const { count } = await tablesOf(db)
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('patient_id', '=', requireUuid(patientId))
    .where('status', '=', 'waiting')
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Throws `not_found`, also for a request that is not accessible to the caller. */
export const readRequest = async (db: AnyKysely, context: VaultContext, requestId: string): Promise<PrivacyRequest> => {
  const row = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('id', '=', requireUuid(requestId))
    .executeTakeFirst()
  const { access, caller } = context
  if (row === undefined || (access.reach === 'own' && !caller.patientIds.includes(row.patient_id)))
    throw notFound('beyond reach or unknown')
  return decryptRequest(db, context, row)
}

const requests = factTable<RequestFacts>(
  table,
  {
    id: ['id', 'uuid'],
    patientId: ['patient_id', 'uuid'],
    kind: ['kind', 'text'],
    visitId: ['visit_id', 'uuid'],
    status: ['status', 'text'],
    askedAt: ['asked_at', 'timestamptz'],
    askedByKind: ['asked_by_kind', 'text'],
    dueAt: ['due_at', 'timestamptz'],
    extendedAt: ['extended_at', 'timestamptz'],
    decidedAt: ['decided_at', 'timestamptz'],
    decidedById: ['decided_by_id', 'uuid'],
    ground: ['ground', 'text'],
    keptUntil: ['kept_until', 'text'],
    disagreedAt: ['disagreed_at', 'timestamptz'],
    hasOpenRecipient: ['has_open_recipient', 'boolean'],
    version: ['version', 'integer'],
  },
  { fixed: ['patientId', 'kind', 'visitId', 'askedAt', 'askedByKind'], sealedFor: ({ patientId }) => patientId },
)

const split = ({
  what,
  why,
  extensionReason,
  decisionText,
  disagreement,
  disagreedByKind,
  recipients,
  ...facts
}: PrivacyRequest): [RequestFacts, PrivacyRequestContent] => [
  { ...facts, hasOpenRecipient: recipients.some(({ state }) => state === 'asking' || state === 'to-notify') },
  { what, why, extensionReason, decisionText, disagreement, disagreedByKind, recipients },
]

export const insertRequest = (request: PrivacyRequest): Write => requests.insert(...split(request))

/** Conditional: the request is still as gathered in `before`. */
export const replaceRequest = (after: PrivacyRequest, before: PrivacyRequest): Write => {
  const [facts, content] = split(after)
  return requests.replace(facts, split(before)[0], content)
}
