import type { ReadContext } from '../../platform/contracts/context.ts'
import type { Database } from '../../platform/contracts/database.ts'
import { dateOf } from './model/monitor/local-time.ts'
import { keptUntilDay } from './model/retention.ts'
import type { ComplianceContext } from './ports.ts'
import { gatherRecord } from './workflows/gather-retained.ts'

/** What other domains can read about how long a record is kept. */
export interface ComplianceProvides {
  /** Throws `not_found`. Decrypts the patient's record for the day on which they come of age, and records the access. */
  recordTime(
    context: ReadContext,
    patientId: string,
  ): Promise<{ readonly keptUntil: string; readonly isOver: boolean; readonly isHeld: boolean }>
}

export const complianceProvides = (
  database: Pick<Database, 'reader'>,
  ports: ComplianceContext,
): ComplianceProvides => ({
  recordTime: async (asked, patientId) => {
    const { organizationId } = asked.caller
    const context = { ...asked, db: database.reader({ domain: 'compliance', organizationId }) }
    const { record, today, years } = await gatherRecord(context, ports, patientId)
    const keptUntil = keptUntilDay(record, years)
    return { keptUntil: dateOf(keptUntil), isOver: today > keptUntil, isHeld: record.holds > 0 }
  },
})
