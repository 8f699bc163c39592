import { operation } from '../../../platform/contracts/operation.ts'
import { releaseHold } from '../model/legal-hold.ts'
import { knownRecord, releaseRecord } from '../model/retention.ts'
import type { ComplianceContext } from '../ports.ts'
import { presentLegalHold } from '../presenters/present-retention.ts'
import { readLegalHold, replaceLegalHold } from '../store/legal-holds.ts'
import { findRetainedRecord, writeRetainedRecord } from '../store/retained-records.ts'
import { namesOfMembers } from '../workflows/gather-case.ts'

export const releaseLegalHold = operation<ComplianceContext>()('releaseLegalHold', {
  gather: async ({ path }, ports, context) => {
    const before = await readLegalHold(context.db, context, path.holdId)
    const [record, names] = await Promise.all([
      findRetainedRecord(context.db, before.patientId),
      namesOfMembers(context, ports, [before.placedBy, context.caller.personId]),
    ])
    return { before, record, names }
  },
  decide: ({ body }, { before, record, names }, { caller, now }) => {
    const after = releaseHold(before, body, caller.personId, now)
    const held = knownRecord(record, before.patientId, 0)
    return {
      writes: [replaceLegalHold(after, before), writeRetainedRecord(releaseRecord(held), held)],
      answer: { status: 200, body: presentLegalHold(after, names) },
    }
  },
})
