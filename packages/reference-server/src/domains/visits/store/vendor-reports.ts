import type { VideoEvent } from '../../../vendors/video/provider.ts'
import type { WriteContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { VisitFacts, VideoVendor } from '../model/visit.ts'
import { isUuid } from '../../../platform/database/ids/require-uuid.ts'
import { tablesOf } from './tables.ts'
import { factColumns, factsOf } from './visits.ts'

/** False when this report was stored before: vendors repeat reports whose delivery is uncertain. */
export const insertReport = async (
  { tx, caller, newId }: WriteContext,
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

/** The visit of a seat that was issued in this room of this vendor, locked; null for an unknown room or seat. */
export const lockVisitOfSeat = async (
  tx: AnyKysely,
  vendor: VideoVendor,
  { vendorRoomId, seatId }: Pick<VideoEvent, 'vendorRoomId' | 'seatId'>,
): Promise<VisitFacts | null> => {
  if (seatId === null || !isUuid(seatId)) return null
  const row = await tablesOf(tx)
    .selectFrom('visits.visits')
    .select(factColumns)
    .where('vendor', '=', vendor)
    .where('id', 'in', (in_) =>
      in_
        .selectFrom('visits.seats')
        .select('visit_id')
        .where('id', '=', seatId)
        .where('vendor_room_id', '=', vendorRoomId),
    )
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? null : factsOf(row)
}
