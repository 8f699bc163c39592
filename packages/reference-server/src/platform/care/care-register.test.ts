import { describe, expect, it } from 'vitest'
import type { Caller } from '../contracts/caller.ts'
import type { NewEvent } from '../contracts/event.ts'
import { sampleEvent } from '../contracts/sample-event.testing.ts'
import { createCareRegister } from './care-register.ts'
import { newId } from '../database/ids/new-id.ts'
import type { CareParticipant, Circle } from './relationship.ts'

const now = new Date('2026-11-25T15:00:00Z')
const policy = {
  relationshipDays: 365,
  coverHours: 12,
  openCovers: 5,
  handOverDays: 90,
  emergencyMinutes: 60,
  emergencyReviewDays: 3,
}

/** A register over fake domains that return `participants` and count their calls. */
const begin = () => {
  const organizationId = newId()
  const caller = {
    organizationId,
    personId: newId(),
    practitionerId: newId(),
    roles: ['practitioner'],
  } as unknown as Caller
  const state: { circle: Circle; first: CareParticipant[]; second: CareParticipant[]; inBetween: () => void } = {
    circle: {
      memberId: caller.personId,
      practitionerId: caller.practitionerId,
      specialties: [],
      chartReach: 'assigned',
      team: new Set(),
      covers: [],
      emergencies: [],
    },
    first: [],
    second: [],
    inBetween: () => undefined,
  }
  const asked = { circle: 0, first: [] as string[][], second: [] as string[][], since: null as Date | null }
  const register = createCareRegister(
    {
      circleOf: async () => {
        asked.circle += 1
        const { circle } = state
        state.inBetween()
        return circle
      },
      participantSources: [
        async (_, ids, since) => {
          asked.first.push([...ids])
          asked.since = since
          const found = state.first.filter(({ patientId }) => ids.includes(patientId))
          state.inBetween()
          return found
        },
        async (_, ids) => {
          asked.second.push([...ids])
          return state.second.filter(({ patientId }) => ids.includes(patientId))
        },
      ],
    },
    policy,
  )
  const mine = (patientId: string): CareParticipant => ({
    patientId,
    basis: 'appointment',
    practitionerId: caller.practitionerId ?? '',
  })
  const require = (ids: readonly string[]) => register.requireRelationships(state.circle, caller, ids, now)
  return { organizationId, caller, state, asked, register, mine, require }
}
const refused = { code: 'no_treatment_relationship' }

describe('the register of treatment relationships', () => {
  it('reads a patient once, and then answers from the cache', async () => {
    const { state, asked, register, caller, mine, require } = begin()
    const patient = newId()
    state.first = [mine(patient)]
    expect(register.knownRelationship(state.circle, caller, patient, now)).toBeNull()
    expect((await require([patient])).get(patient)).toEqual({ basis: 'appointment' })
    await require([patient])
    expect(register.knownRelationship(state.circle, caller, patient, now)).toEqual({ basis: 'appointment' })
    expect(asked.first).toEqual([[patient]])
    expect(asked.second).toEqual([])
    expect(asked.since?.toISOString()).toBe('2025-11-25T15:00:00.000Z')
  })

  it('asks the next domain only about patients that earlier domains did not account for', async () => {
    const { state, asked, mine, require } = begin()
    const [one, other] = [newId(), newId()]
    state.first = [mine(one)]
    state.second = [mine(other)]
    expect([...(await require([one, other])).keys()].toSorted()).toEqual([one, other].toSorted())
    expect(asked.first).toEqual([[one, other]])
    expect(asked.second).toEqual([[other]])
  })

  it('never refuses from the cache: a new care participant is accepted at once', async () => {
    const { state, asked, mine, require } = begin()
    const patient = newId()
    await expect(require([patient])).rejects.toMatchObject(refused)
    state.second = [mine(patient)]
    await expect(require([patient])).resolves.toBeTruthy()
    expect(asked.first).toHaveLength(2)
  })

  it('refuses all patients if one has no relationship to the caller, and names that patient’s practitioners', async () => {
    const { state, mine, require } = begin()
    const [one, other] = [newId(), newId()]
    const colleague = newId()
    state.first = [mine(one), { patientId: other, basis: 'visit', practitionerId: colleague }]
    await expect(require([one, other])).rejects.toMatchObject({ ...refused, owners: [colleague] })
  })

  it('does not query for a malformed id', async () => {
    const { asked, require } = begin()
    await expect(require(['nonsense'])).rejects.toMatchObject(refused)
    expect(asked.first).toEqual([])
  })

  it.each([
    'scheduling.appointment-cancelled',
    'scheduling.appointment-rescheduled',
    'follow_up.task-changed',
    'follow_up.referral-changed',
    'documentation.note-awaiting-cosign',
  ] as const)('reads again after %s', async (type) => {
    const { organizationId, state, register, mine, require } = begin()
    const patient = newId()
    state.first = [mine(patient)]
    await require([patient])
    state.first = []
    await require([patient])
    register.invalidate({ ...sampleEvent(type, { patientId: patient }), organizationId } as NewEvent & {
      organizationId: string
    })
    await expect(require([patient])).rejects.toMatchObject(refused)
  })

  it('does not cache a value that was read before a change and arrives after it', async () => {
    const { organizationId, state, asked, register, mine, require } = begin()
    const patient = newId()
    state.first = [mine(patient)]
    state.inBetween = () =>
      register.invalidate({
        ...sampleEvent('scheduling.appointment-cancelled', { patientId: patient }),
        organizationId,
      })
    await require([patient])
    state.inBetween = () => undefined
    await require([patient])
    expect(asked.first).toHaveLength(2)
  })

  it.each([
    'directory.cover-started',
    'directory.cover-ended',
    'directory.emergency-access-opened',
    'directory.emergency-access-ended',
    'directory.care-team-changed',
    'directory.member-changed',
    'directory.member-disabled',
    'directory.practitioner-changed',
    'directory.organization-changed',
  ] as const)('drops ownership of work after %s, in that organization only', async (type) => {
    const { organizationId, asked, register, caller } = begin()
    await register.readCircle(caller, now)
    expect(register.knownCircle(caller)).not.toBeNull()
    const changed = (of: string) =>
      ({ ...sampleEvent(type), organizationId: of }) as NewEvent & { organizationId: string }
    register.invalidate(changed(newId()))
    expect(register.knownCircle(caller)).not.toBeNull()
    register.invalidate(changed(organizationId))
    expect(register.knownCircle(caller)).toBeNull()
    expect(asked.circle).toBe(1)
  })

  it('keeps the patients of organizations apart', async () => {
    const { state, register, caller, mine, require } = begin()
    const patient = newId()
    state.first = [mine(patient)]
    await require([patient])
    expect(register.knownRelationship(state.circle, { ...caller, organizationId: newId() }, patient, now)).toBeNull()
  })
})
