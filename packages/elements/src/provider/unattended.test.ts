import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { createClient } from '@visitkit/sdk'

/* What a page asks while no one uses it does not keep a session open. The events are those of the browser itself. */

const markOf = async (): Promise<string | null> => {
  const marks: (string | null)[] = []
  const client = createClient({
    baseUrl: 'https://visits.example',
    getSession: async () => ({ accessToken: 'token', expiresAt: new Date(Date.now() + 3_600_000).toISOString() }),
    fetch: async (input) => {
      marks.push((input as Request).headers.get('x-user-activity'))
      return Response.json({})
    },
  })
  await client.me.get()
  client.close()
  return marks[0] ?? null
}

describe('requests of a page', () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
  afterEach(() => vi.useRealTimers())

  test('are marked when the person did nothing for a minute, until they do something', async () => {
    await userEvent.keyboard('a')
    vi.setSystemTime(Date.now() + 59_000)
    expect(await markOf()).toBeNull()
    vi.setSystemTime(Date.now() + 2_000)
    expect(await markOf()).toBe('none')
    await userEvent.click(document.body)
    expect(await markOf()).toBeNull()
  })

  test('are marked whatever a script does to look like a person', async () => {
    await userEvent.keyboard('a')
    vi.setSystemTime(Date.now() + 61_000)
    for (const event of [new KeyboardEvent('keydown'), new PointerEvent('pointerdown')])
      document.body.dispatchEvent(event)
    document.body.click()
    expect(await markOf()).toBe('none')
  })
})
