import { operation } from '../../../platform/contracts/operation.ts'
import { approveErasureOf } from '../model/retention.ts'
import type { ComplianceContext } from '../ports.ts'
import { presentErasure } from '../presenters/present-retention.ts'
import { insertErasure } from '../store/erasures.ts'
import { writeRetainedRecord } from '../store/retained-records.ts'
import { namesOfMembers } from '../workflows/gather-case.ts'
import { gatherRecord } from '../workflows/gather-retained.ts'

/** The job `compliance.erase-records` erases it. */
export const approveErasure = operation<ComplianceContext>()('approveErasure', {
  gather: async ({ body }, ports, context) => {
    const [loaded, names] = await Promise.all([
      gatherRecord(context, ports, body.patientId),
      namesOfMembers(context, ports, [context.caller.personId]),
    ])
    return { loaded, names }
  },
  decide: ({ body: { basis } }, { loaded, names }, { caller, newId, now }) => {
    const { before, today, years } = loaded
    const { record, erasure } = approveErasureOf(loaded.record, {
      ...{ id: newId(), basis, by: caller.personId, now, today, years },
    })
    return {
      writes: [writeRetainedRecord(record, before), insertErasure(erasure)],
      answer: {
        status: 201,
        headers: { location: '/v1/record-erasures' },
        body: presentErasure(erasure, names),
      },
    }
  },
})
