import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { createSampleWorld, problem, type TestHandlers } from '@visitkit/sdk/testing'
import { focusComesTo, pressKeyOn } from '../../test/keyboard.ts'
import { settled, unmount } from '../../test/mount.ts'
import { part, show } from '../../test/show-chart.ts'
import { deepQuery, press, waitFor } from '../../test/story.ts'

afterEach(unmount)

describe('a long list', () => {
  type Listed = { patientId: string; items: { id: string }[] }

  /** Twenty copies of the sample's first item, in pages of eight. */
  const long = (operation: 'listConditions' | 'listPrescriptions' | 'listLabResults' | 'listPatientNotes') => {
    const list = createSampleWorld({ stage: 'in-visit' }).handlersFor('practitioner')[operation]
    if (!list) throw new Error(`the sample answers no ${operation}`)
    return {
      [operation]: async (input: { query: { cursor?: string; active?: boolean } }) => {
        const { patientId, items } = (await list({
          ...input,
          query: { active: input.query.active },
        } as never)) as Listed
        const [first] = items
        const all = Array.from({ length: 20 }, (_, index) => ({ ...first, id: `one-${index}` }))
        const from = Number(input.query.cursor ?? 0)
        const next = from + 8
        return { patientId, items: all.slice(from, next), nextCursor: next < all.length ? String(next) : null }
      },
    } as TestHandlers
  }
  const rows = (id: string): number =>
    deepQuery(document.body, `[aria-labelledby="${id}"] > ul`)?.querySelectorAll(':scope > li').length ?? 0

  test.each([
    ['problems', 'Problems', 'listConditions'],
    ['medicines', 'Medicines', 'listPrescriptions'],
    ['results', 'Results', 'listLabResults'],
    ['notes', 'Notes', 'listPatientNotes'],
  ] as const)('shows that there are more, and loads more %s with the keyboard alone', async (id, name, operation) => {
    await show(long(operation))
    await waitFor(() => part(id).includes('The first 8 are shown.'), 'how far it goes')
    await pressKeyOn(`Show more: ${name}`)
    await waitFor(() => part(id).includes('The first 16 are shown.'), 'the second page')
    await focusComesTo(`Show more: ${name}`)
    await userEvent.keyboard('{Enter}')
    await waitFor(() => rows(id) === 20, 'the whole list')
    expect(deepQuery(document.body, `[aria-label="Show more: ${name}"]`)).toBeNull()
    await focusComesTo(name)
  })

  test('does not count past problems that it has not loaded', async () => {
    await show(long('listConditions'))
    await waitFor(() => part('problems').includes('No longer on the list: more than 8'), 'what is over')
    await pressKeyOn('No longer on the list: more than 8')
    await pressKeyOn('Show more: No longer on the list')
    await waitFor(() => part('problems').includes('No longer on the list: more than 16'), 'the second page')
    expect(rows('problems')).toBe(8)
  })

  test('keeps its length when an item changes on any page', async () => {
    const { world, client, patientId } = await show(long('listConditions'))
    await pressKeyOn('Show more: Problems')
    await waitFor(() => rows('problems') === 16, 'the second page')
    const before = client.calls.length
    world.live.emit({ type: 'condition.changed', ids: { patientId } })
    await waitFor(() => client.calls.length >= before + 3, 'the new reading')
    await settled()
    expect(rows('problems')).toBe(16)
  })

  test('is kept when its next page fails, which can be retried', async () => {
    const handlers = long('listConditions')
    const { client } = await show(handlers)
    client.setHandlers({ listConditions: () => problem(403, 'forbidden') })
    await pressKeyOn('Show more: Problems')
    await waitFor(() => part('problems').includes('This is not open to you'), 'the refusal')
    expect(rows('problems')).toBe(8)
    client.setHandlers(handlers)
    await press(deepQuery(document.body, '[aria-labelledby=problems]') ?? document.body, 'Show more')
    await waitFor(() => rows('problems') === 16, 'the second page')
  })
})

test('shows the latest of many scores', async () => {
  await show({
    listOutcomes: ({ path, query }) => {
      const all = Array.from({ length: 110 }, (_, index) => ({
        at: new Date(Date.UTC(2024, 0, 1 + 7 * index)).toISOString(),
        questionnaire: query.questionnaire ?? '',
        score: index === 109 ? 3 : 20,
      }))
      const from = Number(query.cursor ?? 0)
      return {
        patientId: path.patientId,
        items: all.slice(from, from + 50),
        nextCursor: from + 50 < all.length ? String(from + 50) : null,
      }
    },
  })
  await waitFor(() => /PHQ-9, low mood\s*3/.test(part('outcomes')), 'the latest score')
})
