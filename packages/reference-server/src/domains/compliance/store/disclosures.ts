import { sql, type Selectable } from 'kysely'
import type { ReadContext, VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { factTable } from '../../../platform/database/changes/fact-table.ts'
import { newestFirst, type PageCursor } from '../../../platform/database/ids/page-cursor.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import { unlessErased } from '../../../platform/problems/unless-erased.ts'
import type { AccountingPeriod, SentGroup } from '../model/accounting.ts'
import type { Disclosure, DisclosureContent, StoredDisclosure } from '../model/disclosure.ts'
import { tablesOf, type ComplianceTables } from './tables.ts'

const table = 'compliance.disclosures'
type Row = Selectable<ComplianceTables[typeof table]>

const disclosures = factTable<Disclosure>(
  table,
  {
    id: ['id', 'uuid'],
    patientId: ['patient_id', 'uuid'],
    day: ['day', 'integer'],
    purpose: ['purpose', 'text'],
    recordedAt: ['recorded_at', 'timestamptz'],
    recordedBy: ['recorded_by', 'uuid'],
    isInError: ['in_error', 'boolean'],
    suspendedUntil: ['suspended_until', 'integer'],
    suspensionStatement: ['suspension_statement', 'text'],
    suspendedAt: ['suspended_at', 'timestamptz'],
    suspendedBy: ['suspended_by', 'uuid'],
    version: ['version', 'integer'],
  },
  { fixed: ['patientId', 'recordedAt', 'recordedBy'], sealedFor: ({ patientId }) => patientId },
)

const contentOf = ({ recipient, what, official, corrections }: StoredDisclosure): DisclosureContent => ({
  ...{ recipient, what, corrections },
  ...(official !== undefined && { official }),
})

export const insertDisclosure = (one: StoredDisclosure): Write => disclosures.insert(one, contentOf(one))

/** Conditional: it is still as gathered in `before`. */
export const replaceDisclosure = (after: StoredDisclosure, before: StoredDisclosure): Write =>
  disclosures.replace(after, before, contentOf(after))

const decrypt = async (db: AnyKysely, { access, caller, vault }: VaultContext, row: Row): Promise<StoredDisclosure> => {
  const place = { organizationId: caller.organizationId, table, rowId: row.id, patientId: row.patient_id }
  return { ...(await vault.open<DisclosureContent>(db, access, place, row.sealed)), ...disclosures.factOf(row) }
}

const select = (db: AnyKysely) => tablesOf(db).selectFrom(table).selectAll()

/** Throws `not_found`. */
export const readDisclosure = async (context: ReadContext, id: string): Promise<StoredDisclosure> => {
  const row = await select(context.db).where('id', '=', requireUuid(id)).executeTakeFirst()
  if (row === undefined) throw notFound('disclosure unknown')
  return decrypt(context.db, context, row)
}

/** All of a patient, the newest first, with those that are held back. */
export const listDisclosures = async (
  context: ReadContext,
  patientId: string,
  page: PageCursor,
): Promise<StoredDisclosure[]> => {
  const rows = await select(context.db).where('patient_id', '=', patientId).$call(newestFirst(page)).execute()
  return Promise.all(rows.map((row) => decrypt(context.db, context, row)))
}

/** Of a period, without what was recorded in error and what is held back today. Their number is what people typed. */
export const listAccounted = async (
  context: ReadContext,
  patientId: string,
  { fromDay, toDay }: AccountingPeriod,
  today: number,
): Promise<StoredDisclosure[]> => {
  const rows = await select(context.db)
    .where('patient_id', '=', patientId)
    .where('in_error', '=', false)
    .where('day', '>=', fromDay)
    .where('day', '<=', toDay)
    .where(({ or, eb }) => or([eb('suspended_until', 'is', null), eb('suspended_until', '<', today)]))
    .execute()
  const read = await Promise.all(rows.map((row) => unlessErased(decrypt(context.db, context, row))))
  return read.filter((one) => one !== null)
}

/** Whether something is held back from this patient today. Decrypts nothing. */
export const isSuspended = async (db: AnyKysely, patientId: string, today: number): Promise<boolean> => {
  const row = await tablesOf(db)
    .selectFrom(table)
    .select('id')
    .where('patient_id', '=', patientId)
    .where('suspended_until', '>=', today)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/**
 * What the ledger has as sent of a patient, grouped: as many as there are types of data. A refused act sent nothing. Without what is withheld
 * from the reader.
 */
export const listSent = async (
  db: AnyKysely,
  patientId: string,
  from: Date,
  to: Date,
  withheld: ReadonlySet<string>,
): Promise<readonly SentGroup[]> =>
  tablesOf(db)
    .selectFrom((from) =>
      from
        .selectFrom('audit.accesses as sent')
        .selectAll('sent')
        // A consent of 42 CFR part 2 that went with what was sent has a row of its own, of the same request.
        .select(
          sql<string | null>`(array_agg(sent.entity_id) filter (where sent.entity = 'Consent')
            over (partition by sent.request_id))[1]`.as('consent_id'),
        )
        .where('sent.patient', '=', patientId)
        .where('sent.action', '=', 'export')
        .as('access'),
    )
    .select(['entity', 'purpose', 'actor_kind as actorKind', 'consent_id as consentId'])
    .select([
      sql<number>`count(*)::integer`.as('count'),
      sql<number>`(count(*) filter (where outcome = 'failed'))::integer`.as('unconfirmed'),
      sql<Date>`min(at)`.as('first'),
      sql<Date>`max(at)`.as('last'),
    ])
    .where('patient', '=', patientId)
    .where('action', '=', 'export')
    .where('entity', '<>', 'Consent')
    .where('outcome', '<>', 'refused')
    .where('at', '>=', from)
    .where('at', '<', to)
    .$if(withheld.size > 0, (query) =>
      query.where(sql<boolean>`(entity_id is null or entity_id <> all(${[...withheld]}))`),
    )
    .groupBy(['entity', 'purpose', 'actor_kind', 'consent_id'])
    .execute()
