import type { VideoEvent } from '../../../vendors/video/provider.ts'
import type { Keeping } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { VisitFacts } from '../model/visit.ts'
import { tablesOf } from './tables.ts'
import { factColumns, factsOf } from './visits.ts'

/** False when this report was taken in before: vendors repeat what they are not sure to have delivered. */
export const keepReport = async (
  { tx, caller, newId }: Keeping,
  vendor: string,
  report: VideoEvent,
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tablesOf(tx)
    .insertInto('visits.vendor_reports')
    .values({
      organization_id: caller.organizationId,
      id: newId(),
      vendor,
      report_id: report.id,
      type: report.type,
      at: report.at,
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'vendor', 'report_id']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** The visit that a room was made for, locked; null for a room that is none of ours. */
export const lockVisitOfRoom = async (tx: AnyKysely, room: string): Promise<VisitFacts | null> => {
  const row = await tablesOf(tx)
    .selectFrom('visits.visits')
    .select(factColumns)
    .where('room_name', '=', room)
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? null : factsOf(row)
}
