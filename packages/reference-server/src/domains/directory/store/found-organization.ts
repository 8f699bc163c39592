import type { Keeping } from '../../../platform/contracts/context.ts'
import { organizationChanged } from '../events.ts'
import { organizationFaults } from '../model/faults.ts'
import { refuseFaults } from '../problems.ts'
import { insertOrganization, type Organization } from './organizations.ts'

/** Founds the organization of `keeping.caller`. For the command line: no operation founds an organization. */
export const foundOrganization = async (
  { tx, caller, emit }: Keeping,
  founding: Omit<Organization, 'id' | 'version' | 'chartReach'> & Partial<Pick<Organization, 'chartReach'>>,
): Promise<Organization> => {
  refuseFaults(organizationFaults(founding))
  const organization: Organization = { chartReach: 'assigned', ...founding, id: caller.organizationId, version: 1 }
  await insertOrganization(tx, organization)
  await emit(organizationChanged({ id: organization.id, version: 1 }))
  return organization
}
