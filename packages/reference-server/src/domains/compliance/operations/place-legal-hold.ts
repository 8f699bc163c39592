import { operation } from '../../../platform/contracts/operation.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import type { StoredLegalHold } from '../model/legal-hold.ts'
import { holdRecord } from '../model/retention.ts'
import type { ComplianceContext } from '../ports.ts'
import { presentLegalHold } from '../presenters/present-retention.ts'
import { insertLegalHold } from '../store/legal-holds.ts'
import { writeRetainedRecord } from '../store/retained-records.ts'
import { namesOfMembers } from '../workflows/gather-case.ts'
import { gatherRecord } from '../workflows/gather-retained.ts'

export const placeLegalHold = operation<ComplianceContext>()('placeLegalHold', {
  gather: async ({ body }, ports, context) => {
    const [{ before, record }, names] = await Promise.all([
      gatherRecord(context, ports, requireUuid(body.patientId)),
      namesOfMembers(context, ports, [context.caller.personId]),
    ])
    return { before, record, names }
  },
  decide: ({ body: { patientId, reason, text } }, { before, record, names }, { caller, newId, now }) => {
    const hold: StoredLegalHold = {
      ...{ id: newId(), patientId, reason, text, placedAt: now, placedBy: caller.personId },
      ...{ releasedAt: null, releasedBy: null, version: 1 },
    }
    return {
      writes: [writeRetainedRecord(holdRecord(record), before), insertLegalHold(hold)],
      answer: { status: 201, headers: { location: '/v1/legal-holds' }, body: presentLegalHold(hold, names) },
    }
  },
})
