import { html } from 'lit'
import type { Me, SlotSearchResult } from '@visitkit/sdk'
import { createSampleWorld, type SampleWorld, type TestClient, type TestHandlers } from '@visitkit/sdk/testing'
import '../src/define/booking.ts'
import '../src/define/provider.ts'
import { mount, pageText, settled } from './mount.ts'
import { press, waitFor, withProvider } from './story.ts'

const MINUTE = 60_000

interface Page {
  readonly client: TestClient
  readonly world: SampleWorld
}

export const showBooking = async (
  handlers: (world: SampleWorld) => TestHandlers = () => ({}),
  zone = 'America/New_York',
): Promise<Page> => {
  const world = createSampleWorld({ stage: 'new' })
  const client = world.client('patient', handlers(world))
  await mount(withProvider(client, html`<visit-booking zone=${zone}></visit-booking>`))
  await settled()
  return { client, world }
}

/** A start time every five minutes until the evening, for three days, as urgent care has. */
export const manyTimes = (world: SampleWorld): TestHandlers => ({
  listVisitTypes: async (input) => {
    const types = await world.handlers.listVisitTypes!(input)
    return 'items' in types ? { ...types, items: types.items.map((type) => ({ ...type, horizonDays: 2 })) } : types
  },
  searchSlots: async (input) => {
    const result = (await world.handlers.searchSlots!(input)) as SlotSearchResult
    const free = result.practitioners.map(() => '1').join('')
    const items: SlotSearchResult['items'] = []
    const step = 5 * MINUTE
    const end = Date.parse(world.now()) + 2 * 1440 * MINUTE
    for (let at = Math.ceil(Date.parse(world.now()) / step) * step; at < end; at += step) {
      const start = new Date(at).toISOString().replace('.000', '')
      // From 7 in the morning to 8 in the evening in New York.
      const hour = (new Date(at).getUTCHours() + 19) % 24
      const isAsked = start >= result.from && start < result.to
      if (hour >= 7 && hour < 20 && isAsked) items.push({ start, free })
    }
    const { nextFrom: _, ...rest } = result
    return { ...rest, items }
  },
})

/** A parent who acts for one child. */
export const actsForChild = (world: SampleWorld): TestHandlers => ({
  getMe: async (input) => {
    const me = (await world.handlers.getMe!(input)) as Me
    const [like] = me.patients
    if (!like) throw new Error('The sample world has no patient')
    return { ...me, kind: 'proxy', patients: [{ ...like, id: 'patient-noor', displayName: 'Noor Example', age: 6 }] }
  },
})

export const called = (client: TestClient, id: string) => client.calls.filter(({ operationId }) => operationId === id)
export const until = (text: string) => waitFor(() => pageText().includes(text), text)
export const element = (): HTMLElement => document.querySelector('visit-booking')!
/** Those that are shown, without the first available one. */
export const slots = (): HTMLElement[] => [
  ...(element().shadowRoot?.querySelectorAll<HTMLElement>('button.slot:not(.first)') ?? []),
]

/** Goes to the choice of a time with the mouse. */
export const toTimes = async (who: string | RegExp = 'Dr. Jo Sample'): Promise<void> => {
  await press(document.body, 'Primary care')
  await press(document.body, 'New concern')
  await press(document.body, who)
  await waitFor(() => slots().length > 0, 'free times')
}

/** A parent who acts for themselves and two children. */
export const actsForFamily = (world: SampleWorld): TestHandlers => ({
  getMe: async (input) => {
    const me = (await world.handlers.getMe!(input)) as Me
    const [like] = me.patients
    if (!like) throw new Error('The sample world has no patient')
    const child = (id: string, displayName: string, age: number) => ({ ...like, id, displayName, age })
    return {
      ...me,
      patients: [like, child('patient-noor', 'Noor Example', 6), child('patient-sky', 'Sky Example', 9)],
    }
  },
})
