import { operation } from '../../../platform/contracts/operation.ts'
import type { RightsPorts } from '../ports.ts'
import { readableRecord } from '../presenters/readable-record.ts'
import { recordBundle } from '../presenters/record-bundle.ts'
import { gatherRecord } from '../workflows/gather-record.ts'
import { makeCopy } from '../workflows/make-copy.ts'

/** Reads what the person may read, and nothing else. One audit row: the record was exported. */
export const getRecordCopy = operation<RightsPorts>()('getRecordCopy', {
  gather: async ({ query: { patientId } }, { directory }, context) => {
    await directory.actingFor(context, patientId, 'record')
    context.access.touch(patientId)
    const [zone, organization] = await Promise.all([
      directory.patientZone(context, patientId),
      directory.organization(context),
    ])
    return { zone, organization }
  },
  // The record is read when the copy can be made: what waits has nothing in memory.
  read: async ({ query }, { zone, organization }, context, ports) => {
    const body = await ports.heavyWork.runLarge(
      context.caller,
      async () => {
        const record = await gatherRecord(ports.reads, context, query.patientId)
        const language = query.language ?? record.sections.patient[0]?.language ?? 'en'
        const readable = readableRecord(record, { language, zone }, organization, context.now)
        return makeCopy(ports, context, record, readable, recordBundle(record, ports.fhirBase, context.now))
      },
      context.disconnected,
    )
    return { status: 200, headers: { 'content-disposition': 'attachment; filename="record.zip"' }, body }
  },
})
