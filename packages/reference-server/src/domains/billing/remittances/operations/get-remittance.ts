import { operation } from '../../../../platform/contracts/operation.ts'
import type { BillingContext } from '../../ports.ts'
import { listPayers } from '../../kernel/store/payers.ts'
import { listLinesByRemittance, readRemittance } from '../store/remittances.ts'
import { presentRemittanceLine, presentRemittance } from '../presenters/present-remittance.ts'

export const getRemittance = operation<BillingContext>()('getRemittance', {
  read: async ({ path }, _, { db }) => {
    const stored = await readRemittance(db, path.remittanceId)
    const [lines, payers] = await Promise.all([listLinesByRemittance(db, stored.id), listPayers(db)])
    return { status: 200, body: { ...presentRemittance(stored, payers), lines: lines.map(presentRemittanceLine) } }
  },
})
