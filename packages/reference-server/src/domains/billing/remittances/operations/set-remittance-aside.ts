import { operation } from '../../../../platform/contracts/operation.ts'
import { remittancePosted } from '../../events.ts'
import type { BillingContext } from '../../ports.ts'
import { lineWorked } from '../../problems.ts'
import { keepAside, lockRemittance, sumUpRemittance } from '../store/held-lines.ts'
import { listPayers } from '../../kernel/store/payers.ts'
import { linesOfRemittance, readRemittance } from '../store/remittances.ts'
import { answerOfLine, answerOfRemittance } from '../presenters/answer-of-remittance.ts'

export const setRemittanceAside = operation<BillingContext>()('setRemittanceAside', {
  gather: (_, __, { db }) => listPayers(db),
  keep: async ({ path, body: { reason } }, payers, keeping) => {
    const { tx, access } = keeping
    await lockRemittance(tx, path.remittanceId)
    const before = await readRemittance(tx, path.remittanceId)
    if (before.status !== 'needs-work') throw lineWorked()
    await keepAside(keeping, { remittanceId: before.id }, reason)
    const after = await sumUpRemittance(tx, before.id, { whole: reason })
    const lines = await linesOfRemittance(tx, before.id)
    for (const { patientId } of lines) if (patientId !== null) access.touch(patientId)
    await keeping.emit(remittancePosted(before.id, after.unmatched))
    return { status: 200, body: { ...answerOfRemittance(after, payers), lines: lines.map(answerOfLine) } }
  },
})
