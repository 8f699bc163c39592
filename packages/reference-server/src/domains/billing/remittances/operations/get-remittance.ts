import { operation } from '../../../../platform/contracts/operation.ts'
import type { BillingContext } from '../../ports.ts'
import { listPayers } from '../../kernel/store/payers.ts'
import { linesOfRemittance, readRemittance } from '../store/remittances.ts'
import { answerOfLine, answerOfRemittance } from '../presenters/answer-of-remittance.ts'

export const getRemittance = operation<BillingContext>()('getRemittance', {
  read: async ({ path }, _, { db }) => {
    const kept = await readRemittance(db, path.remittanceId)
    const [lines, payers] = await Promise.all([linesOfRemittance(db, kept.id), listPayers(db)])
    return { status: 200, body: { ...answerOfRemittance(kept, payers), lines: lines.map(answerOfLine) } }
  },
})
