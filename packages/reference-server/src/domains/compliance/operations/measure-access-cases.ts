import { operation } from '../../../platform/contracts/operation.ts'
import type { ComplianceContext } from '../ports.ts'
import { measureReasons } from '../store/access-cases.ts'

export const measureAccessCases = operation<ComplianceContext>()('measureAccessCases', {
  read: async (_input, _loaded, { db }) => ({ status: 200, body: { items: [...(await measureReasons(db))] } }),
})
