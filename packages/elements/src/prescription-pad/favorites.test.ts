import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { createSampleWorld, problem } from '@visitkit/sdk/testing'
import { recordAnnouncements } from '../../test/record-announcements.ts'
import { focusComesTo, focusedName, pressKeyOn, tabTo } from '../../test/keyboard.ts'
import { pageText, settled, unmount } from '../../test/mount.ts'
import { show, value } from '../../test/show-prescription-pad.ts'
import { deepQuery, press, waitFor } from '../../test/story.ts'

afterEach(unmount)

const options = (): string[] =>
  [...(deepQuery(document.body, '[role=listbox]')?.querySelectorAll('[role=option]') ?? [])].map((one) =>
    one.textContent.replaceAll(/\s+/g, ' ').trim(),
  )
const search = async (typed: string, awaited: string): Promise<void> => {
  await pressKeyOn('New prescription')
  await focusComesTo('Medicine')
  await waitFor(() => options().length > 0, 'the offers')
  await userEvent.keyboard(typed)
  await waitFor(() => options()[0]?.includes(awaited), awaited)
}
const metformin = async (): Promise<void> => {
  await search('metfo', 'metformin')
  await userEvent.keyboard('{Enter}')
  await focusComesTo('Dose')
  await settled()
}

describe('a favorite', () => {
  test('that is typed before the favorites have arrived is found once they have', async () => {
    const ended = Promise.withResolvers<void>()
    const list = createSampleWorld({ stage: 'in-visit' }).handlersFor('practitioner').listFavorites!
    await show({
      listFavorites: async (input) => {
        await ended.promise
        return list(input)
      },
    })
    await pressKeyOn('New prescription')
    await focusComesTo('Medicine')
    await userEvent.keyboard('strep')
    // Longer than typing is waited for: the search has begun.
    await new Promise((resolve) => setTimeout(resolve, 600))
    ended.resolve()
    await waitFor(() => options()[0]?.includes('Strep throat, adult'), 'the favorite')
  })

  test('is found by its medication before the list, and one press fills in the whole prescription', async () => {
    const { all } = await show()
    const announced = recordAnnouncements(deepQuery(document.body, 'visit-prescription-pad'))
    await search('amox', 'Strep throat, adult')
    expect(options()).toHaveLength(3)
    expect(options()[0]).toContain('Take 1 capsule by mouth 3 times a day for 10 days. 30 capsules, no refills.')
    await userEvent.keyboard('{Enter}')
    await focusComesTo('Dose')
    await settled()
    expect(['dose', 'often', 'days', 'quantity', 'daysSupply', 'refills'].map(value)).toEqual([
      ...['1', '3', '10', '30', '10', '0'],
    ])
    expect(pageText()).toContain('Sample Corner Pharmacy')
    // Checked for this patient, like any draft.
    expect(announced).toEqual(['One alert: say why you prescribe it all the same'])
    await tabTo('Your reason', '{Shift>}{Tab}{/Shift}')
    await userEvent.keyboard('Tolerated it twice')
    await pressKeyOn('Sign and send')
    await focusComesTo('Sign and send this?')
    await pressKeyOn('Sign and send now')
    await focusComesTo('New prescription')
    expect((await all()).find(({ status }) => status === 'sending')).toMatchObject({
      medication: { rxcui: '308191' },
      quantity: 30,
      daysSupply: 10,
      refills: 0,
      pharmacy: { name: 'Sample Corner Pharmacy' },
    })
  })

  test('is found by its name, and includes its note to the pharmacist', async () => {
    await show()
    await search('pressure', 'Blood pressure, first step')
    await userEvent.keyboard('{Enter}')
    await focusComesTo('Dose')
    expect(value('noteToPharmacist')).toBe('Please show how to take a reading at home.')
    expect(value('note')).toBe('In the morning')
  })

  test('is offered before any input, by name', async () => {
    await show()
    await pressKeyOn('New prescription')
    await waitFor(() => options().length === 4, 'the offers')
    expect(options().map((text) => text.slice(0, 14))).toEqual([
      ...['Blood pressure', 'Strep throat, ', 'lisinopril 10 ', 'amoxicillin 50'],
    ])
  })

  test('that cannot be used shows the reason, cannot be selected, and is not lost', async () => {
    const { other } = await show({
      listFavorites: async () => ({
        items: (await other.favorites.list()).items.map((one) => ({ ...one, unusable: 'controlled_substance' })),
      }),
    })
    await search('amox', 'amoxicillin 500')
    expect(options().at(-1)).toContain('Controlled substance')
    await userEvent.keyboard('{ArrowUp}{Enter}')
    await settled()
    expect(deepQuery(document.body, '#dose')).toBeNull()
    await press(document.body, 'Your favorites')
    expect(pageText()).toContain('Strep throat, adult')
    expect(pageText()).not.toMatch(/\bUse\b/)
  })
})

describe('the fields of the form', () => {
  test('are saved under a name with the keyboard alone, without patient data', async () => {
    const { callsOf, kept } = await show()
    const announced = recordAnnouncements(deepQuery(document.body, 'visit-prescription-pad'))
    await metformin()
    await pressKeyOn('Save as a favorite')
    await focusComesTo('Your name for it')
    await userEvent.keyboard('{Enter}')
    await waitFor(() => pageText().includes('Write a name.'), 'the fault')
    await userEvent.keyboard('Diabetes, first step{Enter}')
    await focusComesTo('Save as a favorite')
    expect(announced).toContain('Saved as a favorite.')
    const [call] = callsOf('createFavorite')
    expect(Object.keys(call?.body as object).toSorted()).toEqual(
      ['daysSupply', 'directions', 'name', 'quantity', 'refills', 'rxcui', 'substitutionAllowed'].toSorted(),
    )
    expect((await kept()).map(({ name }) => name)).toContain('Diabetes, first step')
  })

  test('replace the favorite with the same name', async () => {
    const { kept, callsOf } = await show()
    await metformin()
    await pressKeyOn('Save as a favorite')
    await userEvent.keyboard('strep  THROAT, adult')
    expect(pageText()).toContain('This one replaces it.')
    await pressKeyOn('Replace it')
    await focusComesTo('Save as a favorite')
    expect(callsOf('createFavorite')).toEqual([])
    expect((await kept()).find(({ id }) => id === 'favorite-strep')).toMatchObject({
      medication: { rxcui: '861007' },
      version: 2,
    })
  })

  test('are saved once when the first response is lost', async () => {
    const { client, callsOf } = await show({ createFavorite: () => problem(503, 'overloaded') })
    await metformin()
    await pressKeyOn('Save as a favorite')
    await userEvent.keyboard('Diabetes{Enter}')
    await waitFor(() => deepQuery(document.body, '[role=alert]'), 'the failure')
    client.setHandlers({ createFavorite: createSampleWorld().handlersFor('practitioner').createFavorite! })
    await press(document.body, 'Save it')
    await focusComesTo('Save as a favorite')
    const [first, second] = callsOf('createFavorite')
    expect(second?.idempotencyKey).toBe(first?.idempotencyKey)
  })

  test('are not saved when the list is full, which shows what to do', async () => {
    await show({ createFavorite: () => problem(409, 'too_many_favorites') })
    await metformin()
    await pressKeyOn('Save as a favorite')
    await userEvent.keyboard('Diabetes{Enter}')
    await waitFor(() => pageText().includes('Remove one, or use the name of one to replace it.'), 'the remedy')
    expect(value('favorite-name')).toBe('Diabetes')
  })
})

describe('the list of favorites', () => {
  const open = async (): Promise<void> => {
    await press(document.body, 'New prescription')
    await focusComesTo('Medicine')
    await press(document.body, 'Your favorites')
    await waitFor(() => deepQuery(document.body, '#rename-favorite-strep'), 'the list')
  }

  test('starts a prescription with one press', async () => {
    await show()
    await open()
    await pressKeyOn('Use Strep throat, adult')
    await focusComesTo('Dose')
    expect(value('days')).toBe('10')
  })

  test('renames one', async () => {
    const { kept } = await show()
    await open()
    await pressKeyOn('Rename Strep throat, adult')
    await focusComesTo('Your name for it')
    await userEvent.keyboard('{Control>}a{/Control}Sore throat{Enter}')
    await focusComesTo('Rename Sore throat')
    expect((await kept()).map(({ name }) => name)).toEqual(['Blood pressure, first step', 'Sore throat'])
  })

  test('asks for a confirmation before one is deleted', async () => {
    const { kept, callsOf } = await show()
    await open()
    await pressKeyOn('Remove Strep throat, adult')
    await focusComesTo('Remove this favorite?')
    await pressKeyOn('Not now')
    expect(focusedName()).toBe('Remove Strep throat, adult')
    await pressKeyOn('Remove Strep throat, adult')
    await pressKeyOn('Remove it')
    await focusComesTo('Your favorites')
    expect(callsOf('removeFavorite')).toHaveLength(1)
    expect((await kept()).map(({ name }) => name)).toEqual(['Blood pressure, first step'])
  })

  test('shows when another window was first, and continues with the current data', async () => {
    const { other, kept } = await show()
    await open()
    const { medication, ...strep } = (await kept()).find(({ id }) => id === 'favorite-strep')!
    const { directions, quantity, daysSupply, refills, substitutionAllowed } = strep
    const body = { rxcui: medication.rxcui, directions, quantity, daysSupply, refills, substitutionAllowed }
    await other.favorites.replace(strep.id, { ...body, name: 'Throat', version: 1 })
    await pressKeyOn('Rename Strep throat, adult')
    await userEvent.keyboard('{Control>}a{/Control}Sore throat{Enter}')
    await waitFor(() => pageText().includes('changed in another window'), 'the conflict')
    await press(document.body, 'Rename it')
    await focusComesTo('Rename Sore throat')
    expect((await kept()).find(({ id }) => id === strep.id)).toMatchObject({ name: 'Sore throat', version: 3 })
  })
})

test('the end of the session leaves no favorite on the page', async () => {
  const { client } = await show()
  await press(document.body, 'New prescription')
  await waitFor(() => pageText().includes('Strep throat'), 'the favorites')
  client.endSession()
  await waitFor(() => !pageText().includes('Strep throat'), 'an empty page')
})
