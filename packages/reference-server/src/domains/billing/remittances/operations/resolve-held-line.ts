import { operation } from '../../../../platform/contracts/operation.ts'
import { remittancePosted } from '../../events.ts'
import { afterLineResolved } from '../model/remittance-totals.ts'
import type { BillingContext } from '../../ports.ts'
import { alreadyResolved } from '../../problems.ts'
import { readHeldLine, replaceTotals, resolveLine } from '../store/held-lines.ts'
import { readRemittance } from '../store/remittances.ts'
import { presentRemittanceLine } from '../presenters/present-remittance.ts'

export const resolveHeldLine = operation<BillingContext>()('resolveHeldLine', {
  gather: async ({ path }, _, { db }) => {
    const line = await readHeldLine(db, path.lineId)
    return { line, payment: await readRemittance(db, line.remittanceId) }
  },
  decide: ({ body: { reason } }, { line, payment }, { access, now }) => {
    if (line.resolution !== null) throw alreadyResolved()
    if (line.patientId !== null) access.touch(line.patientId)
    const after = afterLineResolved(payment, null, true)
    const resolved = { ...line, resolution: 'external', externalResolution: reason, resolvedAt: now } as const
    return {
      writes: [replaceTotals(after, payment), resolveLine(line, reason, now)],
      events: [remittancePosted(payment.id, after.unmatched)],
      answer: { status: 200, body: presentRemittanceLine(resolved) },
    }
  },
})
