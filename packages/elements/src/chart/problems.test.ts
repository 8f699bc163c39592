import { afterEach, describe, expect, test } from 'vitest'
import type { Me } from '@visitkit/sdk'
import { createSampleWorld, problem } from '@visitkit/sdk/testing'
import { recordAnnouncements } from '../../test/record-announcements.ts'
import { focusComesTo, pressKeyOn } from '../../test/keyboard.ts'
import { unmount } from '../../test/mount.ts'
import { part, show } from '../../test/show-chart.ts'
import { deepQuery, press, waitFor } from '../../test/story.ts'

afterEach(unmount)

describe('problems', () => {
  const change = async (words: string): Promise<void> => {
    await waitFor(() => part('problems').includes('Change'), 'the way to change one')
    await press(deepQuery(document.body, '[aria-labelledby=problems]') ?? document.body, 'Change')
    await press(deepQuery(document.body, '[aria-labelledby=problems]') ?? document.body, words)
  }

  test('a resolved one leaves the list, can still be read, and can be reactivated', async () => {
    const { bodyOf } = await show()
    const announced = recordAnnouncements(deepQuery(document.body, 'visit-chart'))
    await waitFor(() => part('problems').includes('No longer on the list: 1'), 'what is over')
    await change('Resolved')
    await focusComesTo('Problems')
    expect(bodyOf('changeCondition')).toEqual({ status: 'resolved', version: 3 })
    await waitFor(() => part('problems').includes('No longer on the list: 2'), 'the shorter list')
    expect(part('problems')).toMatch(/list: 2\s*I10 Essential \(primary\) hypertension\s*since .* resolved/)
    await pressKeyOn('No longer on the list')
    await pressKeyOn('Put back on the list: I10')
    await focusComesTo('Problems')
    expect(bodyOf('changeCondition')).toEqual({ status: 'active', version: 4 })
    await waitFor(() => part('problems').includes('No longer on the list: 1'), 'the longer list')
    expect(announced).toEqual(['Removed from the list.', 'Back on the list.'])
  })

  test('one that was entered in error is struck through', async () => {
    await show()
    await change('Entered in error')
    await waitFor(() => deepQuery(document.body, 's')?.textContent?.includes('I10'), 'the line through it')
    expect(part('problems')).toContain('entered in error, removed')
  })

  test('can be changed only by those who may sign notes', async () => {
    const world = createSampleWorld({ stage: 'in-visit' })
    const { getMe } = world.handlersFor('practitioner')
    await show({ getMe: async (input) => ({ ...((await getMe?.(input)) as Me), permissions: ['chart:read'] }) })
    await waitFor(() => part('problems').includes('No longer on the list: 1'), 'what is over')
    expect(part('problems')).not.toMatch(/Change|Put back/)
  })

  test('show in their place that another screen changed them first', async () => {
    await show({ changeCondition: () => problem(409, 'version_conflict') })
    await change('Resolved')
    await waitFor(() => part('problems').includes('It was changed on another screen'), 'the refusal')
  })
})
