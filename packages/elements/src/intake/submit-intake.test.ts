import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { createSampleWorld, problem } from '@visitkit/sdk/testing'
import { field, next, show, goToPainQuestion, until } from '../../test/answer-intake.ts'
import { recordEvents } from '../../test/record-announcements.ts'
import { focusComesTo, focused, tabTo } from '../../test/keyboard.ts'
import { unmount } from '../../test/mount.ts'
import { deepQuery, press, waitFor } from '../../test/story.ts'

afterEach(unmount)

describe('submission', () => {
  test('goes to the first question that the server requires', async () => {
    await show({
      submitIntake: () =>
        problem(422, 'answers_missing', {
          errors: [{ pointer: 'question:medicines', code: 'required', message: 'Answer this question.' }],
        }),
    })
    await goToPainQuestion()
    await next()
    await press(document.body, 'Send my answers')
    await until('Question 2 of 4')
    await waitFor(() => focused()?.matches('[name="answer"]'), 'the question')
    expect(deepQuery(document.body, '[role="alert"]')?.textContent).toBe('Please check this answer.')
  })

  test('goes to the answer that the server refuses', async () => {
    await show({
      submitIntake: () =>
        problem(422, 'answers_invalid', {
          errors: [{ pointer: '/answers/0/values/0', code: 'empty', message: 'Write something.' }],
        }),
    })
    await goToPainQuestion()
    await next()
    await press(document.body, 'Send my answers')
    await until('Question 1 of 4')
    expect(field()?.value).toBe('A cough')
  })

  test('that fails shows a problem next to the button, and can be repeated', async () => {
    const { world, client } = await show({ submitIntake: () => problem(503, 'database_unavailable') })
    await goToPainQuestion()
    await next()
    await tabTo('Send my answers')
    await userEvent.keyboard('{Enter}')
    await until('Nothing was lost')
    client.setHandlers({ submitIntake: world.handlers.submitIntake })
    await userEvent.keyboard('{Enter}')
    await until('Your answers are in')
  })

  test('opens the next questionnaire, and sends the final event only after the last', async () => {
    const world = createSampleWorld()
    for (const appointment of world.state.appointments) appointment.questionnaires = ['general-intake', 'mood-check']
    await show({}, world)
    const complete = recordEvents('visit-intake-complete')
    await goToPainQuestion()
    await next()
    await press(document.body, 'Send my answers')
    await focusComesTo('Little interest or pleasure in doing things')
    expect(complete).toEqual([])
  })

  test('with no open questionnaire sends the event to the page at once', async () => {
    unmount()
    const complete = recordEvents('visit-intake-complete')
    await show({}, createSampleWorld({ stage: 'prepared' }))
    await waitFor(() => complete.length === 1, 'the event')
  })
})
