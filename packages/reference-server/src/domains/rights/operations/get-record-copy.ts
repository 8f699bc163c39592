import { operation } from '../../../platform/contracts/operation.ts'
import type { RightsPorts } from '../ports.ts'
import { readableRecord } from '../presenters/readable-record.ts'
import { recordBundle } from '../presenters/record-bundle.ts'
import { gatherRecord } from '../workflows/gather-record.ts'
import { makeCopy } from '../workflows/make-copy.ts'

/** Reads what the person may read, and nothing else. One audit row: the record was exported. */
export const getRecordCopy = operation<RightsPorts>()('getRecordCopy', {
  gather: async ({ query: { patientId } }, { directory, reads }, context) => {
    await directory.actingFor(context, patientId, 'record')
    context.access.touch(patientId)
    const [zone, organization] = await Promise.all([
      directory.patientZone(context, patientId),
      directory.organization(context),
    ])
    return { zone, organization, record: await gatherRecord(reads, context, patientId) }
  },
  read: async ({ query }, { zone, organization, record }, context, ports) => {
    const language = query.language ?? record.sections.patient[0]?.language ?? 'en'
    return {
      status: 200,
      headers: { 'content-disposition': 'attachment; filename="record.zip"' },
      body: await makeCopy(
        ports,
        context,
        record,
        readableRecord(record, { language, zone }, organization, context.now),
        recordBundle(record, ports.fhirBase, context.now),
      ),
    }
  },
})
