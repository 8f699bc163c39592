import type { components } from '@visitkit/contract'
import type { ReadContext } from '../../../../platform/contracts/context.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import type { OrganizationCalendar } from '../../kernel/store/organization-calendar.ts'
import type { SchedulingPorts } from '../../ports.ts'

/** The caller's organization as every process has stored it, and the availability of a practitioner that the caller may change. */
export interface LoadedAvailability {
  readonly calendar: OrganizationCalendar
  /** Version 0 for a practitioner who never saved hours. */
  readonly before: components['schemas']['Availability']
}

/** Throws `not_found` for a practitioner who is not active, `not_assigned` for a calendar that the caller may not change. */
export const gatherAvailability = async (
  { slots }: SchedulingPorts,
  context: ReadContext,
  practitionerId: string,
): Promise<LoadedAvailability> => {
  const calendar = await slots.currentCalendar(context)
  const practitioner = calendar.practitioner(practitionerId)
  if (!practitioner) throw notFound('practitioner_unknown')
  context.access.requireOwner([practitionerId])
  const { zone } = practitioner
  const before = calendar.availability(practitionerId) ?? {
    practitionerId,
    zone,
    weekly: [],
    exceptions: [],
    timeOff: [],
    version: 0,
  }
  return { calendar, before }
}
