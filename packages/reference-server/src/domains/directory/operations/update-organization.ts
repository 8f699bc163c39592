import { operation } from '../../../platform/contracts/operation.ts'
import { organizationChanged } from '../events.ts'
import { validateOrganization } from '../model/validate-records.ts'
import type { DirectoryPorts } from '../ports.ts'
import { requireNoFaults, versionConflict } from '../problems.ts'
import { readOrganization, replaceOrganization } from '../store/organizations.ts'

export const updateOrganization = operation<DirectoryPorts>()('updateOrganization', {
  gather: async ({ body }, ports, { db, caller, now }) => {
    requireNoFaults(validateOrganization(body))
    if (body.videoVendor === undefined) return
    const { region } = await readOrganization(db, caller.organizationId)
    await ports.requireVideoVendor(body.videoVendor, region, now)
  },
  keep: async ({ body: { version, ...changes } }, _, { tx, caller, emit }) => {
    const before = await readOrganization(tx, caller.organizationId)
    const after = { ...before, ...changes, version: version + 1 }
    if (!(await replaceOrganization(tx, after))) throw versionConflict()
    await emit(organizationChanged(after))
    return { status: 200, body: after }
  },
})
