import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { IntakeForm } from '@visitkit/sdk'
import { createSampleWorld, problem, type TestHandlers } from '@visitkit/sdk/testing'
import { DraftKeeper } from './draft-keeper.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const host = {
  addController: () => {},
  removeController: () => {},
  requestUpdate: () => {},
  updateComplete: Promise.resolve(true),
}

/** A keeper of the sample world's form, and what the server has been sent. */
const keep = async (handlers: (real: TestHandlers) => TestHandlers = () => ({})) => {
  const world = createSampleWorld()
  const client = world.client('patient', handlers(world.handlers))
  const { items } = await client.intake.list('appointment-next')
  const keeper = new DraftKeeper(host)
  keeper.hostConnected()
  keeper.open(client, items[0] as IntakeForm)
  const saves = (): unknown[] =>
    client.calls.filter(({ operationId }) => operationId === 'saveIntake').map(({ body }) => body)
  const kept = () => world.state.intake.get('appointment-next/general-intake')?.answers ?? []
  return { world, client, keeper, saves, kept }
}
const text = (words: string) => [{ text: words }]

test('what is typed in one go is sent once, after a pause', async () => {
  const { keeper, saves } = await keep()
  for (const words of ['A', 'A co', 'A cough']) {
    keeper.set('concern', text(words))
    await vi.advanceTimersByTimeAsync(300)
  }
  expect(saves()).toHaveLength(0)
  expect(keeper.state).toBe('dirty')
  await vi.advanceTimersByTimeAsync(700)
  expect(saves()).toEqual([{ answers: [{ linkId: 'concern', values: text('A cough') }], version: 0 }])
  expect(keeper.state).toBe('saved')
})

test('typing while a save is under way starts the next one only after it', async () => {
  let arrive = (): void => {}
  const { keeper, saves, kept } = await keep(({ saveIntake }) => ({
    saveIntake: async (input) => {
      await new Promise<void>((resolve) => (arrive = resolve))
      return saveIntake?.(input) as never
    },
  }))
  keeper.set('concern', text('A'))
  await vi.advanceTimersByTimeAsync(700)
  keeper.set('concern', text('A cough'))
  await vi.advanceTimersByTimeAsync(5000)
  expect(saves()).toHaveLength(1)
  arrive()
  await vi.advanceTimersByTimeAsync(0)
  expect(saves()).toHaveLength(2)
  arrive()
  await vi.advanceTimersByTimeAsync(0)
  expect(kept()).toEqual([{ linkId: 'concern', values: text('A cough') }])
})

test('a save that does not arrive is tried again until it does, and loses nothing', async () => {
  const { world, keeper, client, kept } = await keep(() => ({ saveIntake: () => problem(0, 'connection_failed') }))
  keeper.set('concern', text('A cough'))
  await vi.advanceTimersByTimeAsync(700)
  expect(keeper.state).toBe('unsaved')
  await vi.advanceTimersByTimeAsync(8000)
  expect(keeper.state).toBe('unsaved')
  client.setHandlers({ saveIntake: world.handlers.saveIntake })
  keeper.set('medicines', [{ boolean: false }])
  await vi.advanceTimersByTimeAsync(4000)
  expect(keeper.state).toBe('saved')
  expect(kept()).toEqual([
    { linkId: 'concern', values: text('A cough') },
    { linkId: 'medicines', values: [{ boolean: false }] },
  ])
})

test('what another screen answered meanwhile is taken over, and what was answered here wins', async () => {
  const { world, keeper, kept } = await keep()
  keeper.set('concern', text('Mine'))
  await world.client().intake.save('appointment-next', 'general-intake', {
    answers: [
      { linkId: 'concern', values: text('Theirs') },
      { linkId: 'pain', values: [{ integer: 4 }] },
    ],
    version: 0,
  })
  await vi.advanceTimersByTimeAsync(800)
  expect(keeper.state).toBe('saved')
  expect(kept()).toEqual([
    { linkId: 'concern', values: text('Mine') },
    { linkId: 'pain', values: [{ integer: 4 }] },
  ])
})

test('what will never be taken is said, and not sent over and over', async () => {
  const { keeper, saves } = await keep(() => ({ saveIntake: () => problem(422, 'answers_invalid') }))
  keeper.set('concern', text('A cough'))
  await vi.advanceTimersByTimeAsync(30_000)
  expect(saves()).toHaveLength(1)
  expect([keeper.state, keeper.problem?.code]).toEqual(['refused', 'answers_invalid'])
})

describe('leaving', () => {
  test('sends what is waiting at once', async () => {
    const { keeper, kept } = await keep()
    keeper.set('concern', text('A cough'))
    keeper.hostDisconnected()
    await vi.advanceTimersByTimeAsync(0)
    expect(kept()).toHaveLength(1)
  })

  test('goes on trying for a minute, then lets go', async () => {
    const { keeper, saves } = await keep(() => ({ saveIntake: () => problem(0, 'connection_failed') }))
    keeper.set('concern', text('A cough'))
    keeper.hostDisconnected()
    await vi.advanceTimersByTimeAsync(60_000)
    const tried = saves().length
    expect(tried).toBeGreaterThan(10)
    await vi.advanceTimersByTimeAsync(600_000)
    expect(saves()).toHaveLength(tried)
  })

  test('after the end of the session nothing is kept and nothing is sent', async () => {
    const { keeper, saves } = await keep()
    keeper.set('concern', text('A cough'))
    keeper.forget()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(saves()).toHaveLength(0)
    expect(keeper.answers.size).toBe(0)
  })
})

test('a page that goes to the background sends first', async () => {
  const { keeper, kept } = await keep()
  keeper.set('concern', text('A cough'))
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  document.dispatchEvent(new Event('visibilitychange'))
  await vi.advanceTimersByTimeAsync(0)
  expect(kept()).toHaveLength(1)
  vi.restoreAllMocks()
})
