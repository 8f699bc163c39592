import { operation } from '../../../platform/contracts/operation.ts'
import type { ComplianceContext } from '../ports.ts'

export const getLedgerState = operation<ComplianceContext>()('getLedgerState', {
  read: async (_, __, ___, { ledgerState }) => ({ status: 200, body: ledgerState() }),
})
