import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { field, headings, savedAnswers, next, show, goToPainQuestion, type, until } from '../../test/answer-intake.ts'
import { recordEvents } from '../../test/record-announcements.ts'
import { focusComesTo, focused, pressKeyOn } from '../../test/keyboard.ts'
import { pageText, unmount } from '../../test/mount.ts'
import { deepQuery, press, waitFor } from '../../test/story.ts'

afterEach(unmount)

describe('one question at a time', () => {
  test('with the keyboard alone, from the first question to the submission', async () => {
    const { world } = await show()
    const submitted = recordEvents('visit-intake-submitted')
    const complete = recordEvents('visit-intake-complete')
    expect(headings()).toEqual(['Before your visit', 'What would you like to talk about?'])
    await userEvent.keyboard('{Tab}A cough')
    await pressKeyOn('Next')
    await focusComesTo('Do you take any medicines?')
    await userEvent.keyboard('{Tab}')
    await userEvent.keyboard('{ArrowDown}')
    await userEvent.keyboard('{Enter}') // Enter continues
    await focusComesTo('How strong is your pain today?')
    await userEvent.keyboard('{Tab}3{Enter}')
    await focusComesTo('Check your answers')
    await pressKeyOn('Send my answers')
    await focusComesTo('Your answers are in')
    expect(savedAnswers(world)).toEqual({
      concern: { text: 'A cough' },
      medicines: { boolean: false },
      pain: { integer: 3 },
    })
    expect(submitted).toEqual([{ appointmentId: 'appointment-next', questionnaireCode: 'general-intake' }])
    expect(complete).toEqual([{ appointmentId: 'appointment-next' }])
  })

  test('a follow-up question appears with the answer that requires it, and disappears with it', async () => {
    await show()
    await type('A cough')
    await next()
    await press(document.body, 'Yes')
    await next()
    await focusComesTo('Which ones?')
    await press(document.body, 'Back')
    await focusComesTo('Do you take any medicines?')
    await press(document.body, 'No')
    await next()
    await focusComesTo('How strong is your pain today?')
  })

  test('the number of all questions holds, whatever the answers; a question that is left out is passed over', async () => {
    await show()
    const seen: string[] = []
    const note = (): void => void seen.push(/Question \d+ of \d+/.exec(pageText())?.[0] ?? 'none')
    await until('Question 1 of 4')
    note()
    await type('A cough')
    await next()
    await focusComesTo('Do you take any medicines?')
    note()
    await press(document.body, 'Yes')
    note()
    await press(document.body, 'No')
    await next()
    await focusComesTo('How strong is your pain today?')
    note()
    expect(seen).toEqual(['Question 1 of 4', 'Question 2 of 4', 'Question 2 of 4', 'Question 4 of 4'])
  })

  test('a required question without an answer shows that, and gets the focus', async () => {
    await show()
    await next()
    await waitFor(() => focused() === field(), 'the field')
    expect(field()?.getAttribute('aria-invalid')).toBe('true')
    const description = field()?.getAttribute('aria-describedby') ?? ''
    expect(deepQuery(document.body, `#${description}`)?.textContent).toBe('Please answer this question to go on.')
    await type('A')
    expect(pageText()).not.toContain('Please answer this question')
  })

  test('going back keeps every answer', async () => {
    await show()
    await goToPainQuestion()
    await press(document.body, 'Back')
    await focusComesTo('Do you take any medicines?')
    expect(deepQuery<HTMLInputElement>(document.body, '[value="no"]')?.checked).toBe(true)
    await press(document.body, 'Back')
    await focusComesTo('What would you like to talk about?')
    expect(field()?.value).toBe('A cough')
  })

  test('a correction from the overview returns to the overview', async () => {
    await show()
    await goToPainQuestion()
    await next()
    await focusComesTo('Check your answers')
    await press(document.body, 'Change: What would you like to talk about?')
    await focusComesTo('What would you like to talk about?')
    await type(' and a cold')
    await next()
    await focusComesTo('Check your answers')
    expect(pageText()).toContain('A cough and a cold')
  })
})

describe('numbers', () => {
  test.each([
    ['4x', 'Please write a whole number'],
    ['11', 'Please write a number from 0 to 10.'],
  ])('%s is reported on "Next" and stays in the field', async (typed, fault) => {
    await show()
    await goToPainQuestion()
    await type(typed)
    await next()
    await until(fault)
    expect(field()?.value).toBe(typed)
  })

  test('may be written with the digits of the person’s own script', async () => {
    const { world } = await show()
    await goToPainQuestion()
    await type('٧')
    await next()
    await until('Check your answers')
    await waitFor(() => savedAnswers(world)['pain']?.integer === 7, 'seven')
  })

  test('that were mistyped do not appear in the next question', async () => {
    await show()
    await goToPainQuestion()
    await type('4x')
    await press(document.body, 'Back')
    await press(document.body, 'Back')
    await focusComesTo('What would you like to talk about?')
    expect(field()?.value).toBe('A cough')
  })
})
