import type { components } from '@visitkit/contract'
import type { RequestContext } from '../../../../platform/contracts/context.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import type { OrganizationCalendar } from '../../kernel/store/organization-calendar.ts'

/** The caller as a practitioner. A member without a record as one finds nothing. */
export const requireOwnPractitioner = (
  calendar: OrganizationCalendar,
  { caller }: Pick<RequestContext, 'caller'>,
): components['schemas']['Practitioner'] => {
  const practitioner = caller.practitionerId === null ? undefined : calendar.practitioner(caller.practitionerId)
  if (!practitioner) throw notFound('practitioner_unknown')
  return practitioner
}
