import { operation } from '../../../platform/contracts/operation.ts'
import type { CompliancePorts } from '../ports.ts'
import { makeAccounting, requireAccounting } from '../workflows/make-accounting.ts'

/** Complete at once, so that no deadline begins (45 CFR 164.528(c)(1)), and free of charge. */
export const getDisclosureAccounting = operation<CompliancePorts>()('getDisclosureAccounting', {
  gather: ({ path, query }, ports, context) => requireAccounting(context, ports, path.patientId, query),
  read: async ({ path, query }, asked, context) => ({
    status: 200,
    body: await makeAccounting(context, path.patientId, asked, query),
  }),
})
