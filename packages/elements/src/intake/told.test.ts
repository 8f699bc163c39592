import { html } from 'lit'
import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { createSampleWorld } from '@visitkit/sdk/testing'
import { headings, next, savedAnswers, silentWorld, show, until } from '../../test/answer-intake.ts'
import { returningWorld, safetyQuestionnaire } from '../../test/intake-worlds.ts'
import { recordEvents } from '../../test/record-announcements.ts'
import { focusComesTo, pressKeyOn } from '../../test/keyboard.ts'
import { mount, pageText, unmount } from '../../test/mount.ts'
import { deepQuery, press, waitFor, withProvider } from '../../test/story.ts'

afterEach(unmount)

const reasonOf = (world: ReturnType<typeof createSampleWorld>): string | undefined =>
  world.state.appointments.find(({ id }) => id === 'appointment-next')?.reason

describe('what was written at booking', () => {
  const showTold = () => {
    const world = createSampleWorld()
    return show({ getQuestionnaire: safetyQuestionnaire(world) }, world)
  }

  test('is shown and not asked again, and is sent as the answer', async () => {
    const { world } = await showTold()
    await until('You told us A sample reason')
    expect(headings()).toEqual(['Before your visit', 'Do you take any medicines?'])
    await press(document.body, 'No')
    await next()
    await focusComesTo('How strong is your pain today?')
    await next()
    await focusComesTo('Check your answers')
    expect(pageText()).not.toContain('What would you like to talk about?')
    await press(document.body, 'Send my answers')
    await until('Your answers are in')
    expect(savedAnswers(world)).toEqual({ concern: { text: 'A sample reason' }, medicines: { boolean: false } })
  })

  test('can be changed with the keyboard alone, and is saved as changed', async () => {
    const { world } = await showTold()
    await until('You told us')
    await pressKeyOn('Change: You told us')
    await userEvent.keyboard('{Control>}{End}{/Control} and a cough')
    await pressKeyOn('Save')
    await until('A sample reason and a cough')
    expect(reasonOf(world)).toBe('A sample reason and a cough')
  })

  test('is given by the answer where nothing was written', async () => {
    const world = silentWorld()
    await show({ getQuestionnaire: safetyQuestionnaire(world) }, world)
    await until('Do you take any medicines?')
    await press(document.body, 'No')
    await next()
    await focusComesTo('What would you like to talk about?')
    await userEvent.keyboard('{Tab}A cough')
    await next()
    await focusComesTo('How strong is your pain today?')
    await next()
    await focusComesTo('Check your answers')
    await press(document.body, 'Send my answers')
    await until('Your answers are in')
    expect(reasonOf(world)).toBe('A cough')
  })
})

test('only="safety" asks what cannot wait, and nothing else', async () => {
  const world = createSampleWorld()
  const complete = recordEvents('visit-intake-complete')
  const client = world.client('patient', { getQuestionnaire: safetyQuestionnaire(world) })
  await mount(withProvider(client, html`<visit-intake appointment-id="appointment-next" only="safety"></visit-intake>`))
  await until('Before anything else')
  expect(headings()).toEqual(['Before anything else', 'Do you take any medicines?'])
  expect(pageText()).not.toContain('You told us')
  await press(document.body, 'No')
  expect(complete).toEqual([])
  await next()
  await waitFor(() => complete.length === 1, 'the event')
  expect(savedAnswers(world)).toEqual({ medicines: { boolean: false } })
})

describe('a patient who has visited before', () => {
  test('confirms medicines, allergies and address with one press', async () => {
    const world = returningWorld()
    await show({}, world)
    await until('Is this still right?')
    const text = pageText()
    for (const part of ['Medicines', 'Allergies', 'Address']) expect(text).toContain(part)
    await press(document.body, 'Yes, all of it is right')
    await focusComesTo('What would you like to talk about?')
    expect(savedAnswers(world, 'still-right')).toEqual({ unchanged: { boolean: true } })
  })

  test('says what has changed, and goes on from there', async () => {
    const world = returningWorld()
    await show({}, world)
    await until('Is this still right?')
    await press(document.body, 'No, something has changed')
    await focusComesTo('What has changed?')
    await userEvent.keyboard('{Tab}I moved')
    await next()
    await focusComesTo('What would you like to talk about?')
    expect(savedAnswers(world, 'still-right')).toEqual({ unchanged: { boolean: false }, changes: { text: 'I moved' } })
    expect(deepQuery(document.body, '#told')).not.toBeNull()
  })
})
