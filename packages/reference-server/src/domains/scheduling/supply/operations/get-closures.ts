import { operation } from '../../../../platform/contracts/operation.ts'
import type { SchedulingPorts } from '../../ports.ts'

/** An organization that never saved closures has version 0 and none. */
export const getClosures = operation<SchedulingPorts>()('getClosures', {
  gather: async (_, { slots, directory }, context) => {
    const [{ closures }, { zone }] = await Promise.all([slots.freshCalendar(context), directory.organization(context)])
    return closures.version === 0 ? { ...closures, zone } : closures
  },
  read: async (_, closures) => ({ status: 200, body: closures }),
})
