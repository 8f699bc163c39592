import type { OnDemandRequest } from '@visitkit/sdk'
import { createSampleWorld, type SampleWorld } from '@visitkit/sdk/testing'

/** A clinic with a visit that can be had without an appointment. */
export const worldWithLine = (): SampleWorld => {
  const world = createSampleWorld({ stage: 'new' })
  world.state.visitTypeChanges['visit-type-new'] = { onDemand: true }
  return world
}

/** Others who wait for the same specialty in the same state, and were there first. */
export const addOthers = (world: SampleWorld, count: number, more: Partial<OnDemandRequest> = {}): void => {
  const [type] = world.state.appointments
  if (!type) throw new Error('The sample world has no appointment')
  for (let index = 0; index < count; index++)
    world.state.onDemand.push({
      id: `on-demand-before-${index}`,
      patientId: `patient-before-${index}`,
      visitTypeId: 'visit-type-new',
      visitTypeName: type.visitTypeName,
      state: 'OH',
      status: 'waiting',
      requestedAt: world.now(),
      renewBy: new Date(Date.parse(world.now()) + 5 * 60_000).toISOString(),
      version: 1,
      ...more,
    })
}
