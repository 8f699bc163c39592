import type { WriteContext } from '../../../platform/contracts/context.ts'
import type { LaboratoryReport } from '../../../vendors/laboratory/report.ts'
import { criticalUnmatched, resultUnmatched } from '../events.ts'
import { clockAfter } from '../model/clock-after.ts'
import { withoutPractitioner, type LabsPolicy } from '../model/labs-policy.ts'
import { knownFrom } from '../model/merge-observations.ts'
import { mergeReport } from '../model/merge-report.ts'
import { isSameReportedPerson } from '../model/same-person.ts'
import type { UnmatchedReason } from '../store/tables.ts'
import {
  insertUnmatched,
  listOpenUnmatchedByFiller,
  updateUnmatchedReport,
  type Unmatched,
} from '../store/unmatched.ts'

export interface UnmatchedReport {
  readonly reason: UnmatchedReason
  readonly patientId: string | null
  readonly policy: LabsPolicy
}

/**
 * Adds a report to the inbox for a person to review. If the inbox already has one with the same number, test and person, the report is
 * merged into it as into a result, so that nothing is lost when it is matched. A critical value cannot wait for that: its clock notifies
 * the roles of the organization.
 */
export const storeUnmatched = async (
  context: WriteContext,
  source: string,
  report: LaboratoryReport,
  { reason, patientId, policy }: UnmatchedReport,
): Promise<void> => {
  const { tx, now, newId, emit } = context
  const open = await listOpenUnmatchedByFiller(tx, context, source, report.fillerNumber)
  const known = open.find(
    (each) => isSameReportedPerson(each.report.person, report.person) && each.report.test.code === report.test.code,
  )
  const merged = known === undefined ? null : mergeReport(known.report, report, now)
  if (merged?.isChanged === false) return
  const observations = merged?.observations ?? knownFrom(report)
  const forRoles = { policy: withoutPractitioner(policy), now }
  const { clock, isRaised } = clockAfter(known?.clock ?? null, known?.report.observations ?? [], observations, forRoles)
  const after: Unmatched =
    known === undefined || merged === null
      ? {
          id: newId(),
          reason,
          patientId,
          source,
          status: 'open',
          receivedAt: now,
          report: { ...report, observations },
          clock,
        }
      : {
          ...known,
          report: {
            ...(merged.isOlder ? known.report : report),
            observations,
            status: merged.status,
            reportedAt: merged.reportedAt,
          },
          clock,
        }
  await (known === undefined ? insertUnmatched(tx, context, after) : updateUnmatchedReport(tx, context, after))
  await emit(resultUnmatched(after))
  if (isRaised) for (const notification of clock?.notified ?? []) await emit(criticalUnmatched(after, notification))
}
