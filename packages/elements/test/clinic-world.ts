import type { Me, OnDemandRequest, PatientSummary, Resource, ResourceKind } from '@visitkit/sdk'
import { problem, type SampleWorld, type TestHandlers } from '@visitkit/sdk/testing'
import { addVisitAt, TODAY } from './schedule-page.ts'

const MINUTE = 60_000
const instant = (time: number): string => new Date(time).toISOString().replace(/\.\d+Z$/, 'Z')

const meWith =
  (world: SampleWorld, more: (me: Me) => Partial<Me>): NonNullable<TestHandlers['getMe']> =>
  async (input) => {
    const me = (await world.handlersFor('practitioner').getMe!(input)) as Me
    return { ...me, ...more(me) }
  }

/** The front desk, which manages closures and resources. */
export const asDesk = (world: SampleWorld): TestHandlers => ({
  getMe: meWith(world, ({ permissions }) => ({
    ...{ displayName: 'Pat Sample', roles: ['front-desk'], practitionerId: null },
    permissions: [
      ...permissions,
      ...(['closure:manage', 'downtime-list:export', 'patient:search', 'resource:manage', 'resource:read'] as const),
    ],
  })),
})

/** An administrator, who manages visit types too. */
export const asAdministrator = (world: SampleWorld): TestHandlers => ({
  getMe: meWith(world, ({ permissions }) => ({
    ...{ displayName: 'Ash Sample', roles: ['administrator'], practitionerId: null },
    permissions: [...permissions, 'closure:manage', 'resource:manage', 'resource:read', 'visit-type:manage'],
  })),
})

const patient = (id: string, displayName: string): PatientSummary => ({
  ...{ id, displayName, age: 34, state: 'NY', language: 'en', zone: 'America/New_York' },
})

/** Patients who wait for the next free clinician. */
export class WaitingNow {
  readonly #world: SampleWorld
  requests: OnDemandRequest[] = []

  constructor(world: SampleWorld) {
    this.#world = world
  }

  /** @param minutes - For how long they have waited. */
  add(id: string, name: string, minutes: number, more: Partial<OnDemandRequest> = {}): OnDemandRequest {
    const [like] = this.#world.state.appointments
    if (!like) throw new Error('The sample world has no appointment')
    const now = Date.parse(this.#world.now())
    const request: OnDemandRequest = {
      ...{ id, patientId: `patient-${id}`, patient: patient(`patient-${id}`, name), state: 'NY', status: 'waiting' },
      ...{ visitTypeId: like.visitTypeId, visitTypeName: like.visitTypeName, version: 1 },
      requestedAt: instant(now - minutes * MINUTE),
      renewBy: instant(now + 5 * MINUTE),
      ...more,
    }
    this.requests.push(request)
    this.#changed(request)
    return request
  }

  end(id: string): void {
    const gone = this.requests.filter((one) => one.id === id)
    this.requests = this.requests.filter((one) => one.id !== id)
    for (const one of gone) this.#changed(one)
  }

  #changed({ id: requestId, patientId }: OnDemandRequest): void {
    this.#world.live.emit({ type: 'on-demand.changed', ids: { requestId, patientId } })
  }

  /** As a practitioner, who takes them. */
  get handlers(): TestHandlers {
    return {
      getMe: meWith(this.#world, ({ permissions }) => ({ permissions: [...permissions, 'on-demand:take'] })),
      listOnDemand: () => ({ items: [...this.requests], nextCursor: null }),
      takeOnDemand: ({ path }) => {
        const request = this.requests.find(({ id }) => id === path.requestId)
        if (!request) return problem(409, 'request_ended')
        const { patientId, patient: summary } = request
        const visit = addVisitAt(this.#world, TODAY, '10:40', 0, {
          id: `taken-${request.id}`,
          patientId,
          patient: summary!,
        })
        this.end(request.id)
        return visit
      },
    }
  }
}

const officeHours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:00', to: '18:00' }))

const resource = (id: string, kind: ResourceKind, name: string, languages: string[] = []): Resource => ({
  ...{ id, kind, name, languages, zone: 'America/New_York', weekly: officeHours, active: true, version: 1 },
})

/** The rooms and interpreters of the clinic, as the server keeps them. */
export const withResources = (): TestHandlers & { readonly stored: Resource[] } => {
  const stored: Resource[] = [
    resource('room-1', 'room', 'Room 1'),
    resource('interpreter-1', 'interpreter', 'Sasha Placeholder', ['es', 'ar']),
    { ...resource('cart-1', 'equipment', 'Old cart'), active: false },
  ]
  return {
    stored,
    listResources: ({ query }) => ({
      items: stored.filter(({ active }) => active || query.inactive),
      nextCursor: null,
    }),
    createResource: ({ body: { languages = [], ...body } }) => {
      const added: Resource = { ...resource(`resource-${stored.length + 1}`, body.kind, body.name, languages), ...body }
      stored.push(added)
      return added
    },
    updateResource: ({ path, body: { version, ...changed } }) => {
      const index = stored.findIndex(({ id }) => id === path.resourceId)
      const before = stored[index]
      if (!before) return problem(404, 'not_found')
      if (before.version !== version) return problem(409, 'version_conflict')
      return (stored[index] = { ...before, ...changed, version: version + 1 })
    },
  }
}
