import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { recordAnnouncements } from '../../test/record-announcements.ts'
import { focusComesTo, pressKeyOn, tabTo } from '../../test/keyboard.ts'
import { unmount } from '../../test/mount.ts'
import { part, show } from '../../test/show-chart.ts'
import { deepQuery, press, waitFor } from '../../test/story.ts'

afterEach(unmount)

/** Fills the form up to the reaction. */
const addIbuprofen = async (): Promise<void> => {
  await pressKeyOn('Add an allergy')
  await focusComesTo('Search a medicine for its ingredient')
  await userEvent.keyboard('ibup')
  await waitFor(() => deepQuery(document.body, '[role=option]'), 'the ingredient')
  await userEvent.keyboard('{Enter}')
  await focusComesTo('Reaction')
}

describe('allergies', () => {
  test('one is found by its ingredient and saved with the keyboard alone', async () => {
    const { bodyOf } = await show()
    await addIbuprofen()
    await userEvent.keyboard('Hives')
    await pressKeyOn('Save')
    await focusComesTo('Allergies')
    expect(bodyOf('addAllergy')).toEqual({
      substance: { rxcui: '5640', name: 'ibuprofen' },
      reaction: 'Hives',
      severity: 'unknown',
    })
    await waitFor(() => part('allergies').includes('ibuprofen, Hives'), 'the new row')
  })

  test('a name that is edited no longer has the code of the selected one', async () => {
    const { bodyOf } = await show()
    await addIbuprofen()
    await tabTo('Substance', '{Shift>}{Tab}{/Shift}')
    await userEvent.keyboard('{Control>}a{/Control}peanuts')
    await press(document.body, 'Save')
    await waitFor(() => part('allergies').includes('peanuts'), 'the new row')
    expect(bodyOf('addAllergy')).toEqual({ substance: { name: 'peanuts' }, severity: 'unknown' })
  })

  test('an empty list shows whether the patient was asked', async () => {
    const { client, patientId } = await show({
      listAllergies: () => ({ patientId: 'patient-robin', asked: false, items: [] }),
      noKnownAllergies: () => ({ patientId: 'patient-robin', asked: true }),
    })
    const announced = recordAnnouncements(deepQuery(document.body, 'visit-chart'))
    expect(part('allergies')).toContain('Not asked yet')
    client.setHandlers({ listAllergies: () => ({ patientId, asked: true, items: [] }) })
    await pressKeyOn('Asked: none known')
    await waitFor(() => part('allergies').includes('No known allergies'), 'the words')
    expect(announced).toEqual(['Noted: no known allergies.'])
  })

  test('one that was entered in error leaves the list', async () => {
    const { bodyOf } = await show()
    await press(document.body, 'Change')
    await press(document.body, 'Entered in error')
    await waitFor(() => part('allergies').includes('No known allergies'), 'the shorter list')
    expect(bodyOf('changeAllergy')).toEqual({ status: 'entered-in-error', version: 1 })
  })
})
