import { operation } from '../../../../platform/contracts/operation.ts'
import { remittancePosted } from '../../events.ts'
import type { BillingContext } from '../../ports.ts'
import { alreadyResolved } from '../../problems.ts'
import { updateResolvedLines, lockRemittance, updateRemittanceTotals } from '../store/held-lines.ts'
import { listPayers } from '../../kernel/store/payers.ts'
import { listLinesByRemittance, readRemittance } from '../store/remittances.ts'
import { presentRemittanceLine, presentRemittance } from '../presenters/present-remittance.ts'

export const resolveRemittance = operation<BillingContext>()('resolveRemittance', {
  gather: (_, __, { db }) => listPayers(db),
  keep: async ({ path, body: { reason } }, payers, context) => {
    const { tx, access } = context
    await lockRemittance(tx, path.remittanceId)
    const before = await readRemittance(tx, path.remittanceId)
    if (before.status !== 'needs-work') throw alreadyResolved()
    await updateResolvedLines(context, { remittanceId: before.id }, reason)
    const after = await updateRemittanceTotals(tx, before.id, { resolution: reason })
    const lines = await listLinesByRemittance(tx, before.id)
    for (const { patientId } of lines) if (patientId !== null) access.touch(patientId)
    await context.emit(remittancePosted(before.id, after.unmatched))
    return { status: 200, body: { ...presentRemittance(after, payers), lines: lines.map(presentRemittanceLine) } }
  },
})
