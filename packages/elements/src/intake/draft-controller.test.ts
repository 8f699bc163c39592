import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { IntakeForm } from '@visitkit/sdk'
import { createSampleWorld, problem, type TestHandlers } from '@visitkit/sdk/testing'
import { DraftController } from './draft-controller.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const host = {
  addController: () => {},
  removeController: () => {},
  requestUpdate: () => {},
  updateComplete: Promise.resolve(true),
}

/** A controller for the sample world's form, with the requests that it sent. */
const openDraft = async (handlers: (real: TestHandlers) => TestHandlers = () => ({})) => {
  const world = createSampleWorld()
  const client = world.client('patient', handlers(world.handlers))
  const { items } = await client.intake.list('appointment-next')
  const controller = new DraftController(host)
  controller.hostConnected()
  controller.open(client, items[0] as IntakeForm)
  const saves = (): unknown[] =>
    client.calls.filter(({ operationId }) => operationId === 'saveIntake').map(({ body }) => body)
  const savedAnswers = () => world.state.intake.get('appointment-next/general-intake')?.answers ?? []
  return { world, client, keeper: controller, saves, kept: savedAnswers }
}
const text = (words: string) => [{ text: words }]

test('continuous input is sent once, after a pause', async () => {
  const { keeper: controller, saves } = await openDraft()
  for (const words of ['A', 'A co', 'A cough']) {
    controller.set('concern', text(words))
    await vi.advanceTimersByTimeAsync(300)
  }
  expect(saves()).toHaveLength(0)
  expect(controller.state).toBe('dirty')
  await vi.advanceTimersByTimeAsync(700)
  expect(saves()).toEqual([{ answers: [{ linkId: 'concern', values: text('A cough') }], version: 0 }])
  expect(controller.state).toBe('saved')
})

test('input during a save starts the next save after it', async () => {
  let arrive = (): void => {}
  const {
    keeper: controller,
    saves,
    kept: savedAnswers,
  } = await openDraft(({ saveIntake }) => ({
    saveIntake: async (input) => {
      await new Promise<void>((resolve) => (arrive = resolve))
      return saveIntake?.(input) as never
    },
  }))
  controller.set('concern', text('A'))
  await vi.advanceTimersByTimeAsync(700)
  controller.set('concern', text('A cough'))
  await vi.advanceTimersByTimeAsync(5000)
  expect(saves()).toHaveLength(1)
  arrive()
  await vi.advanceTimersByTimeAsync(0)
  expect(saves()).toHaveLength(2)
  arrive()
  await vi.advanceTimersByTimeAsync(0)
  expect(savedAnswers()).toEqual([{ linkId: 'concern', values: text('A cough') }])
})

test('a failed save is retried until it succeeds, and loses nothing', async () => {
  const {
    world,
    keeper: controller,
    client,
    kept: savedAnswers,
  } = await openDraft(() => ({ saveIntake: () => problem(0, 'connection_failed') }))
  controller.set('concern', text('A cough'))
  await vi.advanceTimersByTimeAsync(700)
  expect(controller.state).toBe('unsaved')
  await vi.advanceTimersByTimeAsync(8000)
  expect(controller.state).toBe('unsaved')
  client.setHandlers({ saveIntake: world.handlers.saveIntake })
  controller.set('medicines', [{ boolean: false }])
  await vi.advanceTimersByTimeAsync(4000)
  expect(controller.state).toBe('saved')
  expect(savedAnswers()).toEqual([
    { linkId: 'concern', values: text('A cough') },
    { linkId: 'medicines', values: [{ boolean: false }] },
  ])
})

test('answers from another screen are merged, and answers given here win', async () => {
  const { world, keeper: controller, kept: savedAnswers } = await openDraft()
  controller.set('concern', text('Mine'))
  await world.client().intake.save('appointment-next', 'general-intake', {
    answers: [
      { linkId: 'concern', values: text('Theirs') },
      { linkId: 'pain', values: [{ integer: 4 }] },
    ],
    version: 0,
  })
  await vi.advanceTimersByTimeAsync(800)
  expect(controller.state).toBe('saved')
  expect(savedAnswers()).toEqual([
    { linkId: 'concern', values: text('Mine') },
    { linkId: 'pain', values: [{ integer: 4 }] },
  ])
})

test('a permanent refusal is shown, and not sent again', async () => {
  const { keeper: controller, saves } = await openDraft(() => ({ saveIntake: () => problem(422, 'answers_invalid') }))
  controller.set('concern', text('A cough'))
  await vi.advanceTimersByTimeAsync(30_000)
  expect(saves()).toHaveLength(1)
  expect([controller.state, controller.problem?.code]).toEqual(['refused', 'answers_invalid'])
})

describe('leaving', () => {
  test('sends pending changes at once', async () => {
    const { keeper: controller, kept: savedAnswers } = await openDraft()
    controller.set('concern', text('A cough'))
    controller.hostDisconnected()
    await vi.advanceTimersByTimeAsync(0)
    expect(savedAnswers()).toHaveLength(1)
  })

  test('retries for a minute, then stops', async () => {
    const { keeper: controller, saves } = await openDraft(() => ({ saveIntake: () => problem(0, 'connection_failed') }))
    controller.set('concern', text('A cough'))
    controller.hostDisconnected()
    await vi.advanceTimersByTimeAsync(60_000)
    const tried = saves().length
    expect(tried).toBeGreaterThan(10)
    await vi.advanceTimersByTimeAsync(600_000)
    expect(saves()).toHaveLength(tried)
  })

  test('after the end of the session nothing is stored and nothing is sent', async () => {
    const { keeper: controller, saves } = await openDraft()
    controller.set('concern', text('A cough'))
    controller.reset()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(saves()).toHaveLength(0)
    expect(controller.answers.size).toBe(0)
  })
})

test('a page that goes to the background sends first', async () => {
  const { keeper: controller, kept: savedAnswers } = await openDraft()
  controller.set('concern', text('A cough'))
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  document.dispatchEvent(new Event('visibilitychange'))
  await vi.advanceTimersByTimeAsync(0)
  expect(savedAnswers()).toHaveLength(1)
  vi.restoreAllMocks()
})
