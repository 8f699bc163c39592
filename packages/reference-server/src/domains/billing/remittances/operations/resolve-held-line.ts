import { operation } from '../../../../platform/contracts/operation.ts'
import { remittancePosted } from '../../events.ts'
import type { BillingContext } from '../../ports.ts'
import { alreadyResolved } from '../../problems.ts'
import { updateResolvedLines, lockRemittance, readHeldLine, updateRemittanceTotals } from '../store/held-lines.ts'
import { presentRemittanceLine } from '../presenters/present-remittance.ts'

export const resolveHeldLine = operation<BillingContext>()('resolveHeldLine', {
  keep: async ({ path, body: { reason } }, _, context) => {
    const { tx, access, now } = context
    const { remittanceId } = await readHeldLine(tx, path.lineId)
    await lockRemittance(tx, remittanceId)
    const line = await readHeldLine(tx, path.lineId)
    if (line.resolution !== null) throw alreadyResolved()
    if (line.patientId !== null) access.touch(line.patientId)
    await updateResolvedLines(context, { id: line.id }, reason)
    const { unmatched } = await updateRemittanceTotals(tx, remittanceId, {})
    await context.emit(remittancePosted(remittanceId, unmatched))
    return {
      status: 200,
      body: presentRemittanceLine({ ...line, resolution: 'external', externalResolution: reason, resolvedAt: now }),
    }
  },
})
