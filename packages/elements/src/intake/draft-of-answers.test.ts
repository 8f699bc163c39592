import { afterEach, describe, expect, test } from 'vitest'
import { createSampleWorld, problem } from '@visitkit/sdk/testing'
import { element, field, headings, savedAnswers, next, show, type, until } from '../../test/answer-intake.ts'
import { recordAnnouncements } from '../../test/record-announcements.ts'
import { focusComesTo } from '../../test/keyboard.ts'
import { pageText, settled, unmount } from '../../test/mount.ts'
import { press, waitFor } from '../../test/story.ts'
import { storedInBrowser } from '../../test/stored-in-browser.ts'

afterEach(unmount)

describe('no input is lost', () => {
  test('it is saved during input, and a new element resumes at the same question', async () => {
    const { world } = await show()
    await type('A cough')
    await waitFor(() => savedAnswers(world)['concern'], 'the draft')
    await next()
    await until('Question 2 of 4')
    await show({}, world)
    expect(headings()).toContain('Do you take any medicines?')
    await press(document.body, 'Back')
    await focusComesTo('What would you like to talk about?')
    expect(field()?.value).toBe('A cough')
  })

  test('moving the element in the page loses no input', async () => {
    await show()
    await type('A cough')
    const [intake, parent] = [element(), element()?.parentElement]
    intake?.remove()
    if (intake) parent?.append(intake)
    await settled()
    expect(headings()).toContain('What would you like to talk about?')
    expect(field()?.value).toBe('A cough')
    await next()
    await until('Question 2 of 4')
  })

  test('a lost connection does not stop the person; it is shown, and the answers are saved later', async () => {
    const { world, client } = await show({ saveIntake: () => problem(0, 'connection_failed') })
    const announced = recordAnnouncements(element())
    await type('A cough')
    await next()
    await focusComesTo('Do you take any medicines?')
    await until('Not saved yet')
    expect(announced).toEqual(['Not saved yet. We keep trying; what you typed is kept on this page.'])
    client.setHandlers({ saveIntake: world.handlers.saveIntake })
    await press(document.body, 'No')
    await next()
    await waitFor(() => Object.keys(savedAnswers(world)).length === 2, 'both answers')
    await until('Saved')
  })

  test('an answer from another screen is merged, and the one typed here wins', async () => {
    const { world } = await show()
    await world.client().intake.save('appointment-next', 'general-intake', {
      answers: [
        { linkId: 'concern', values: [{ text: 'Theirs' }] },
        { linkId: 'medicines', values: [{ boolean: false }] },
      ],
      version: 0,
    })
    await type('Mine')
    await waitFor(() => savedAnswers(world)['concern']?.text === 'Mine', 'the answer')
    expect(savedAnswers(world)).toEqual({ concern: { text: 'Mine' }, medicines: { boolean: false } })
  })

  test('answers that another screen submitted are shown as submitted', async () => {
    const { world } = await show({}, createSampleWorld())
    await world.client().intake.submit('appointment-next', 'general-intake', {
      answers: [
        { linkId: 'concern', values: [{ text: 'Theirs' }] },
        { linkId: 'medicines', values: [{ boolean: false }] },
      ],
      version: 0,
    })
    await type('Mine')
    await until('These answers were already sent')
    await press(document.body, 'Try again')
    await until('Your answers are in')
  })

  test('the end of the session clears the page, leaves nothing in the browser, and the next session resumes', async () => {
    const { world, client } = await show()
    await type('A cough')
    await waitFor(() => savedAnswers(world)['concern'], 'the draft')
    client.endSession()
    await waitFor(() => !field(), 'an empty page')
    expect(pageText()).not.toContain('cough')
    expect(storedInBrowser()).toEqual([{}, {}, ''])
    await show({}, world)
    expect(headings()).toContain('Do you take any medicines?')
  })
})
