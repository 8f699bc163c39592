import { operation } from '../../../platform/contracts/operation.ts'
import { organizationChanged } from '../events.ts'
import { validateOrganization } from '../model/validate-records.ts'
import type { DirectoryPorts } from '../ports.ts'
import { requireNoFaults, versionConflict } from '../problems.ts'
import { readOrganization, replaceOrganization } from '../store/organizations.ts'

export const updateOrganization = operation<DirectoryPorts>()('updateOrganization', {
  gather: async ({ body }, ports, { access, db, caller, now }) => {
    requireNoFaults(validateOrganization(body))
    const organization = await readOrganization(db, caller.organizationId)
    if (body.chartReach === 'organization' && organization.chartReach !== 'organization') access.requireStepUp()
    if (body.videoVendor !== undefined) await ports.requireVideoVendor(body.videoVendor, organization.region, now)
    return organization
  },
  decide: ({ body: { version, ...changes } }, before) => {
    if (before.version !== version) throw versionConflict()
    const after = { ...before, ...changes, version: version + 1 }
    return {
      writes: [replaceOrganization(after, before)],
      events: [organizationChanged(after)],
      answer: { status: 200, body: after },
    }
  },
})
