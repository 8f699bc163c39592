import type { WriteContext } from '../../../platform/contracts/context.ts'
import { organizationChanged } from '../events.ts'
import { validateOrganization } from '../model/validate-records.ts'
import { requireNoFaults } from '../problems.ts'
import { insertOrganization, type Organization } from '../store/organizations.ts'
import { storeInTransaction } from './store-in-transaction.ts'

/** Creates the caller's organization. For the command line: no operation creates an organization. */
export const createOrganization = async (
  context: WriteContext,
  created: Omit<Organization, 'id' | 'version' | 'chartReach' | 'machineCaptions' | 'callRecording'> &
    Partial<Pick<Organization, 'chartReach' | 'machineCaptions' | 'callRecording'>>,
): Promise<Organization> => {
  requireNoFaults(validateOrganization(created))
  const organization: Organization = {
    chartReach: 'assigned',
    machineCaptions: false,
    callRecording: false,
    ...created,
    id: context.caller.organizationId,
    version: 1,
  }
  return storeInTransaction(context, {
    writes: [insertOrganization(organization)],
    events: [organizationChanged({ id: organization.id, version: 1 })],
    answer: organization,
  })
}
