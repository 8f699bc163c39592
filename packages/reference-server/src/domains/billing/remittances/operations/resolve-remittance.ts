import { operation } from '../../../../platform/contracts/operation.ts'
import { remittancePosted } from '../../events.ts'
import type { BillingContext } from '../../ports.ts'
import { alreadyResolved } from '../../problems.ts'
import { replaceTotals, resolveLinesOf } from '../store/held-lines.ts'
import { listPayers } from '../../kernel/store/payers.ts'
import {
  listLinesByRemittance,
  readRemittance,
  type RemittanceLine,
  type StoredRemittance,
} from '../store/remittances.ts'
import { presentRemittanceLine, presentRemittance } from '../presenters/present-remittance.ts'

export const resolveRemittance = operation<BillingContext>()('resolveRemittance', {
  gather: async ({ path }, _, { db }) => {
    const before = await readRemittance(db, path.remittanceId)
    const [payers, lines] = await Promise.all([listPayers(db), listLinesByRemittance(db, before.id)])
    return { before, payers, lines }
  },
  decide: ({ body: { reason } }, { before, payers, lines }, { access, now }) => {
    if (before.status !== 'needs-work') throw alreadyResolved()
    const after: StoredRemittance = {
      ...before,
      unmatched: 0,
      externalResolution: reason,
      status: 'resolved-externally',
    }
    for (const { patientId } of lines) if (patientId !== null) access.touch(patientId)
    const resolved = lines.map((line): RemittanceLine =>
      line.holdReason !== null && line.resolution === null
        ? { ...line, resolution: 'external', externalResolution: reason, resolvedAt: now }
        : line,
    )
    return {
      writes: [replaceTotals(after, before), resolveLinesOf(before.id, reason, now)],
      events: [remittancePosted(before.id, 0)],
      answer: {
        status: 200,
        body: { ...presentRemittance(after, payers), lines: resolved.map(presentRemittanceLine) },
      },
    }
  },
})
