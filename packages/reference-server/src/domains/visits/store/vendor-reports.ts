import type { Write } from '../../../platform/contracts/write.ts'
import { writeStatement } from '../../../platform/database/changes/write-statement.ts'

/** Stores reports, each with a new id. Conditional: at least one is new. Vendors repeat reports whose delivery is uncertain. */
export const insertReports = (
  vendor: string,
  reports: readonly { readonly id: string; readonly type: string; readonly at: Date; readonly rowId: string }[],
): Write => ({
  statement: insertNew,
  values: [
    reports.map(({ rowId }) => rowId),
    vendor,
    reports.map(({ id }) => id),
    reports.map(({ type }) => type),
    reports.map(({ at }) => at.toISOString()),
  ],
})
const insertNew = writeStatement({
  kind: 'insert',
  table: 'visits.vendor_reports',
  columns: ['id', 'vendor', 'report_id', 'type', 'at'],
  values: ['unnest($1::uuid[])', '$2::text', 'unnest($3::text[])', 'unnest($4::text[])', 'unnest($5::timestamptz[])'],
  isConditional: true,
})
