import { operation } from '../../../../platform/contracts/operation.ts'
import { moveMoney } from '../../accounts/workflows/move-money.ts'
import { withStep } from '../../claims/model/claim-lifecycle.ts'
import { readClaimFacts, replaceClaim } from '../../claims/store/claims.ts'
import { claimChanged, claimWorkChanged, writeOffChanged } from '../../events.ts'
import { writeOff as takeOff } from '../../kernel/model/account-ledger.ts'
import type { BillingContext } from '../../ports.ts'
import { versionConflict, writeOffNotPossible } from '../../problems.ts'
import type { WriteOff } from '../../kernel/model/write-off.ts'
import { presentWriteOff } from '../presenters/present-claim-work.ts'
import { readWriteOff, replaceWriteOff } from '../store/write-offs.ts'
import { gatherNames } from '../workflows/gather-names.ts'

/** Who approved it stays on record. Who took it back is in the access log. */
export const undoWriteOff = operation<BillingContext>()('undoWriteOff', {
  gather: async ({ path }, ports, context) => {
    const before = await readWriteOff(context.db, context, path.writeOffId)
    const [claim, names] = await Promise.all([
      readClaimFacts(context.db, context, before.claimId),
      gatherNames(ports, context, [before.askedBy, before.decidedBy]),
    ])
    return { before, claim, names }
  },
  decide: ({ body }, { before, claim, names }, context) => {
    const { claimId, patientId, visitId, amountCents, claimState } = before
    context.access.touch(patientId)
    if (before.version !== body.version) throw versionConflict()
    if (before.state !== 'approved' || claim.state !== 'written-off') throw writeOffNotPossible()
    const undone: WriteOff = { ...before, state: 'undone', version: before.version + 1 }
    const after = withStep(claim, claimState, { by: 'member' }, context.now)
    const money = moveMoney(context, patientId, [{ visitId, paymentId: null, movements: takeOff(-amountCents) }])
    return {
      writes: [replaceWriteOff(undone, before), ...replaceClaim(context, after, claim), ...money.writes],
      events: [
        claimWorkChanged({ claimId, patientId, visitId }),
        writeOffChanged(undone),
        claimChanged(after),
        ...money.events,
      ],
      answer: { status: 200, body: presentWriteOff(undone, names, context.caller.personId) },
    }
  },
})
