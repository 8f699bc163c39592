import type { Coverage, Me } from '@visitkit/sdk'
import { createSampleWorld, type TestHandlers } from '@visitkit/sdk/testing'

/** Makes the sample's member a biller, who finds the sample's patient and changes the insurance. */
export const createInsuranceDesk = () => {
  const world = createSampleWorld()
  const sample = world.handlersFor('practitioner')
  const {
    patient: { id, name, state, language, zone },
  } = world.state
  const handlers: TestHandlers = {
    getMe: async (input) => ({
      ...((await sample.getMe!(input)) as Me),
      roles: ['biller'],
      practitionerId: null,
      permissions: ['coverage:read', 'coverage:write', 'patient:search', 'payer:read'],
    }),
    searchPatients: () => ({
      items: [{ id, displayName: `${name.given} ${name.family}`, age: 42, state, language, zone }],
      nextCursor: null,
    }),
    listCoverages: async (input) => {
      const read = (await sample.listCoverages!(input)) as { patientId: string; items: Coverage[] }
      known = read.items
      return read
    },
  }
  let known: Coverage[] = []
  return {
    world,
    handlers,
    /** As they were read last. */
    coverages: () => known,
    /** A colleague changes a coverage. */
    live: (coverage: Coverage, more: Partial<Coverage>): void => {
      Object.assign(coverage, more)
      world.live.emit({ type: 'coverage.changed', ids: { coverageId: coverage.id, patientId: coverage.patientId } })
    },
  }
}
