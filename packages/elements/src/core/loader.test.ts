import type { ReactiveController } from 'lit'
import { expect, test } from 'vitest'
import { Loader } from './loader.ts'

const host = () => {
  const controllers: ReactiveController[] = []
  return {
    controllers,
    addController: (controller: ReactiveController) => void controllers.push(controller),
    removeController: () => {},
    requestUpdate: () => {},
    updateComplete: Promise.resolve(true),
  }
}

test('the response to an older request never replaces that of a newer one', async () => {
  const loader = new Loader<string>(host())
  const slow = Promise.withResolvers<string>()
  const first = loader.run(() => slow.promise)
  await loader.run(async () => 'new')
  slow.resolve('old')
  expect(await first).toBeUndefined()
  expect(loader.value).toBe('new')
})

test('a replaced request is aborted, so that it costs the server nothing', async () => {
  const loader = new Loader<string>(host())
  let aborted = false
  void loader.run((signal) => new Promise(() => signal.addEventListener('abort', () => (aborted = true))))
  await loader.run(async () => 'new')
  expect(aborted).toBe(true)
})

test('the current value stays on the screen during a reload', async () => {
  const loader = new Loader<string>(host())
  await loader.run(async () => 'before')
  const answer = Promise.withResolvers<string>()
  const running = loader.run(() => answer.promise, { quietly: true })
  expect(loader.now).toEqual({ state: 'ready', value: 'before' })
  answer.resolve('after')
  await running
  expect(loader.value).toBe('after')
})

test('only the code of a failure is kept, never its message', async () => {
  const loader = new Loader<string>(host())
  await loader.run(async () => {
    throw Object.assign(new Error('Robin Example, born 1984'), { code: 'slot_taken', status: 409 })
  })
  expect(loader.problem).toEqual({ code: 'slot_taken', status: 409, errors: [] })
  expect(JSON.stringify(loader.now)).not.toContain('Robin')
})

test('an element that is removed from the page and added again can load again', async () => {
  const page = host()
  const loader = new Loader<string>(page)
  void loader.run(() => new Promise(() => {}))
  for (const controller of page.controllers) controller.hostDisconnected?.()
  expect(loader.now.state).toBe('idle')
  expect(await loader.run(async () => 'again')).toBe('again')
})
