import { html, type TemplateResult } from 'lit'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { createSampleWorld, never, type SampleWorld, type TestHandlers } from '@visitkit/sdk/testing'
import { Formatter } from '../src/core/format.ts'
import '../src/define/audit-log.ts'
import '../src/define/claim-desk.ts'
import '../src/define/inbox.ts'
import '../src/define/provider.ts'
import '../src/define/schedule.ts'
import { mount, settled, unmount } from './mount.ts'
import { addVisitAt, TODAY } from './schedule-page.ts'
import { deepQuery, press, waitFor, withProvider } from './story.ts'

beforeEach(() => page.viewport(1200, 900))
afterEach(() => {
  unmount()
  vi.restoreAllMocks()
})

interface Item {
  readonly id: string
}
type ListHandler = (input: unknown) => Promise<{ readonly items: readonly Item[] }>

/** A list of the world, repeated until it has this many items. */
const repeated = (handlers: TestHandlers, list: keyof TestHandlers, count: number): TestHandlers => {
  let all: readonly unknown[] | undefined
  return {
    [list]: async (input: unknown) => {
      const { items } = await (handlers[list] as unknown as ListHandler)(input)
      all ??= Array.from({ length: count }, (_, index) => {
        const like = items[index % items.length]
        return index < items.length ? like : { ...like, id: `row-${index}` }
      })
      return { items: structuredClone(all), nextCursor: null }
    },
  }
}

/** Every row formats something: an amount, a time or a list. Numbers of the heads are the same in each list. */
const countFormatted = async (act: () => Promise<void>): Promise<number> => {
  const names = ['date', 'day', 'list', 'moment', 'money', 'recently', 'time'] as const
  const spies = names.map((name) => vi.spyOn(Formatter.prototype, name))
  await act()
  const calls = spies.reduce((sum, { mock }) => sum + mock.calls.length, 0)
  for (const spy of spies) spy.mockRestore()
  return calls
}

/** Waits until what loads later has been rendered, and so does not count as part of a press. */
const quiet = async (): Promise<void> => {
  const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 150))
  while ((await countFormatted(pause)) > 0);
}

interface LongList {
  readonly element: TemplateResult
  readonly person: 'patient' | 'practitioner'
  readonly fill?: (world: SampleWorld, count: number) => void
  readonly answers?: (handlers: TestHandlers, count: number) => TestHandlers
  readonly rows: string
  /** What is open before the press. */
  readonly open?: () => Promise<void>
  readonly act: () => Promise<void>
}

const rendered = async (name: string): Promise<void> => {
  const element = deepQuery(document.body, name) as unknown as { readonly updateComplete: Promise<boolean> }
  await element.updateComplete
  await element.updateComplete
}
const pressed = async (selector: string): Promise<void> =>
  (await waitFor(() => deepQuery<HTMLElement>(document.body, selector), selector)).click()

const minute = 60_000
const two = (number: number): string => String(number).padStart(2, '0')
const lists: Readonly<Record<string, LongList>> = {
  'accesses: one is questioned': {
    element: html`<visit-audit-log></visit-audit-log>`,
    person: 'patient',
    fill: ({ state: { accesses } }, count) => {
      const like = accesses.find(({ actor }) => actor.kind === 'member')!
      for (let index = 0; index < count; index++)
        accesses.push({ ...like, id: `row-${index}`, at: new Date(Date.now() - index * 60 * minute).toISOString() })
    },
    rows: '[part=list] li',
    act: async () => {
      await press(document.body, 'Question this')
      await rendered('visit-audit-log')
    },
  },
  'the inbox: a task is taken': {
    element: html`<visit-inbox></visit-inbox>`,
    person: 'practitioner',
    // The answer is another render: the press shows that it was heard.
    answers: (handlers, count) => ({ ...repeated(handlers, 'listTasks', count), changeTask: () => never() }),
    rows: 'li',
    act: async () => {
      await press(document.body, /^\s*Take/)
      await waitFor(() => deepQuery(document.body, '[aria-disabled=true]'), 'the busy button')
    },
  },
  'claims: one is opened, and left': {
    element: html`<visit-claim-desk></visit-claim-desk>`,
    person: 'practitioner',
    answers: (handlers, count) => repeated(handlers, 'listClaims', count),
    rows: '.claims tbody tr',
    open: async () => {
      await pressed('.claims .open')
      await settled()
    },
    act: async () => {
      await press(document.body, 'All claims')
      await settled()
    },
  },
  'a day of visits: one is moved, and left': {
    element: html`<visit-schedule></visit-schedule>`,
    person: 'practitioner',
    fill: (world, count) => {
      for (let index = 0; index < count; index++)
        addVisitAt(world, TODAY, `${two(6 + Math.floor(index / 12))}:${two((index % 12) * 5)}`, index)
    },
    rows: '.rows li',
    act: async () => {
      await press(document.body, /Cancel/)
      await press(document.body, 'Back to the schedule')
      await rendered('visit-schedule')
    },
  },
}

const show = async ({ element, person, fill, answers }: LongList, count: number): Promise<void> => {
  const world = createSampleWorld()
  fill?.(world, count)
  await mount(withProvider(world.client(person, answers?.(world.handlersFor(person), count)), element))
  await settled()
}

/** Rows that are on the page, in order. */
const rowsOf = (selector: string): readonly Element[] => {
  const host = document.querySelector('visit-provider')?.firstElementChild
  return [...(host?.shadowRoot?.querySelectorAll(selector) ?? [])]
}

describe.each(Object.entries(lists))('%s', (_, list) => {
  test('a press renders no more in a list of 90 than in one of 12', async () => {
    const counts: number[] = []
    for (const count of [12, 90]) {
      await show(list, count)
      await waitFor(() => rowsOf(list.rows).length >= count, 'the rows')
      await settled()
      await quiet()
      const before = rowsOf(list.rows)
      await list.open?.()
      await quiet()
      counts.push(await countFormatted(list.act))
      // The rows are those that were there.
      const after = new Set(rowsOf(list.rows))
      expect(before.filter((row) => after.has(row)).length).toBeGreaterThanOrEqual(count - 1)
    }
    const [few = 0, many = 0] = counts
    // Less than once for every other row that is only in the longer list: what is around the rows may be rendered once more.
    expect(many - few).toBeLessThan((90 - 12) / 2)
  })
})
