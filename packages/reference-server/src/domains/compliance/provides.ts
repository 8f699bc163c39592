import type { ReadContext } from '../../platform/contracts/context.ts'
import type { Database } from '../../platform/contracts/database.ts'
import { requireUuid } from '../../platform/database/ids/require-uuid.ts'
import { earliestDayOf } from './model/accounting.ts'
import { dateOf, localTimeIn } from './model/monitor/local-time.ts'
import { keptUntilDay } from './model/retention.ts'
import type { ComplianceContext } from './ports.ts'
import { listCasesAbout } from './store/access-cases.ts'
import { listAccessesAsked } from './store/access-questions.ts'
import { findAccesses } from './store/accesses.ts'
import { listAccounted } from './store/disclosures.ts'
import { listQuestionsAbout } from './store/questions-about.ts'
import { listSentRecords } from './store/sent-records.ts'
import { gatherRecord } from './workflows/gather-retained.ts'
import { startOf } from './workflows/make-accounting.ts'

/** What other domains can read about how long a record is kept. */
export interface ComplianceProvides {
  /** Throws `not_found`. Decrypts the patient's record for the day on which they come of age, and records the access. */
  recordTime(
    context: ReadContext,
    patientId: string,
  ): Promise<{ readonly keptUntil: string; readonly isOver: boolean; readonly isHeld: boolean }>
  /**
   * What was sent of a patient since a day of six years ago, as the accounting of disclosures has it: what the server sent to laboratories,
   * pharmacies and payers by its record, and what staff recorded that is not held back from the patient today. Resolves when all that was
   * recorded so far can be read.
   */
  sentOf(context: ReadContext, patientId: string): Promise<SentOfPatient>
  /** Whom these questions and cases are about, by id: they receive no mail of it. Decrypts nothing. */
  concerned(context: ReadContext, ids: readonly string[]): Promise<ReadonlyMap<string, Concerned>>
  /**
   * Ids of what these patients asked about accesses that are withheld with these ids, as the list of accesses withholds them. Decrypts
   * nothing.
   */
  questionsAbout(
    organizationId: string,
    patientIds: readonly string[],
    withheld: ReadonlySet<string>,
  ): Promise<readonly string[]>
}

export interface Concerned {
  /** Null if the ledger no longer says who it was. */
  readonly memberId: string | null
  /** A case that is only listed for a second look, and has no deadline. */
  readonly isSecondLook: boolean
}

export interface SentOfPatient {
  /** The latest first; at most 200. `on`: the day of the last time. */
  readonly records: readonly { readonly entity: string; readonly id: string; readonly on: string }[]
  readonly recorded: readonly { readonly name: string; readonly address?: string; readonly on: string }[]
}

export const complianceProvides = (
  database: Pick<Database, 'reader'>,
  ports: ComplianceContext,
): ComplianceProvides => ({
  questionsAbout: (organizationId, patientIds, withheld) =>
    listQuestionsAbout(database.reader({ domain: 'compliance', organizationId }), patientIds, withheld),
  concerned: async ({ caller }, ids) => {
    const db = database.reader({ domain: 'compliance', organizationId: caller.organizationId })
    const [cases, asked] = await Promise.all([listCasesAbout(db, ids), listAccessesAsked(db, ids)])
    const accesses = await findAccesses(db, [...asked.values()])
    return new Map<string, Concerned>([
      ...[...cases].map(([id, { memberId, score }]) => [id, { memberId, isSecondLook: score === 0 }] as const),
      ...[...asked].map(
        ([id, accessId]) => [id, { memberId: accesses.get(accessId)?.actorId ?? null, isSecondLook: false }] as const,
      ),
    ])
  },
  sentOf: async (asked, patientId) => {
    const { organizationId } = asked.caller
    const context = { ...asked, db: database.reader({ domain: 'compliance', organizationId }) }
    const [{ zone }] = await Promise.all([ports.directory.organization(asked), ports.settleAccesses()])
    const local = localTimeIn(zone)
    const today = local(asked.now.getTime()).day
    const period = { fromDay: earliestDayOf(today), toDay: today }
    const [records, recorded] = await Promise.all([
      listSentRecords(context.db, requireUuid(patientId), startOf(period.fromDay, zone)),
      listAccounted(context, requireUuid(patientId), period, today),
    ])
    return {
      records: records.map(({ entity, id, last }) => ({ entity, id, on: dateOf(local(last.getTime()).day) })),
      recorded: recorded
        .filter(({ purpose }) => purpose !== 'to-patient')
        .map(({ recipient, day }) => ({ ...recipient, on: dateOf(day) })),
    }
  },
  recordTime: async (asked, patientId) => {
    const { organizationId } = asked.caller
    const context = { ...asked, db: database.reader({ domain: 'compliance', organizationId }) }
    const { record, today, years } = await gatherRecord(context, ports, patientId)
    const keptUntil = keptUntilDay(record, years)
    return { keptUntil: dateOf(keptUntil), isOver: today > keptUntil, isHeld: record.holds > 0 }
  },
})
