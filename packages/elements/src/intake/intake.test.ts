import { html } from 'lit'
import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { VisitClient } from '@visitkit/sdk'
import { createSampleWorld, problem, type SampleWorld, type TestHandlers } from '@visitkit/sdk/testing'
import { collect, hear } from '../../test/hear.ts'
import { focusComesTo, focused, pressKeyOn, tabTo } from '../../test/keyboard.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { deepQuery, inProvider, press, waitFor } from '../../test/story.ts'
import '../define/intake.ts'
import '../define/provider.ts'

afterEach(unmount)

const present = (client: VisitClient) =>
  mount(inProvider(client, html`<visit-intake appointment-id="appointment-next"></visit-intake>`))
const show = async (handlers: TestHandlers = {}, world: SampleWorld = createSampleWorld()) => {
  const client = world.client('patient', handlers)
  await present(client)
  return { world, client }
}
/** A world that asks about the mood, with a question that cannot wait. */
const moody = (): SampleWorld => {
  const world = createSampleWorld()
  for (const appointment of world.state.appointments) appointment.questionnaires = ['mood-check']
  return world
}

const element = (): Element | null => deepQuery(document.body, 'visit-intake')
const field = () => deepQuery<HTMLInputElement>(document.body, '#answer')
const until = (text: string) => waitFor(() => pageText().includes(text), text)
const headings = (): string[] =>
  [...(element()?.shadowRoot?.querySelectorAll('h2, h3') ?? [])].map(({ textContent }) => textContent.trim())
const kept = ({ state }: SampleWorld, code = 'general-intake') =>
  Object.fromEntries(
    (state.intake.get(`appointment-next/${code}`)?.answers ?? []).map(({ linkId, values }) => [linkId, values[0]]),
  )
const type = async (text: string): Promise<void> => {
  await waitFor(field, 'a field')
  field()?.focus()
  await userEvent.keyboard(text)
}
const next = () => press(document.body, 'Next')

/** To the last question of the general form, all answered but that. */
const toPain = async (): Promise<void> => {
  await type('A cough')
  await next()
  await focusComesTo('Do you take any medicines?')
  await press(document.body, 'No')
  await next()
  await focusComesTo('How strong is your pain today?')
}

describe('one question at a time', () => {
  test('with the keyboard alone, from the first to handing in', async () => {
    const { world } = await show()
    const submitted = collect('visit-intake-submitted')
    const complete = collect('visit-intake-complete')
    expect(headings()).toEqual(['Before your visit', 'What would you like to talk about?'])
    await userEvent.keyboard('{Tab}A cough')
    await pressKeyOn('Next')
    await focusComesTo('Do you take any medicines?')
    await userEvent.keyboard('{Tab}')
    await userEvent.keyboard('{ArrowDown}')
    await userEvent.keyboard('{Enter}') // Enter goes on
    await focusComesTo('How strong is your pain today?')
    await userEvent.keyboard('{Tab}3{Enter}')
    await focusComesTo('Check your answers')
    await pressKeyOn('Send my answers')
    await focusComesTo('Your answers are in')
    expect(kept(world)).toEqual({
      concern: { text: 'A cough' },
      medicines: { boolean: false },
      pain: { integer: 3 },
    })
    expect(submitted).toEqual([{ appointmentId: 'appointment-next', questionnaireCode: 'general-intake' }])
    expect(complete).toEqual([{ appointmentId: 'appointment-next' }])
  })

  test('a follow-up comes with the answer that calls for it, and goes with it', async () => {
    await show()
    await type('A cough')
    await next()
    await until('Question 2 of 3')
    await press(document.body, 'Yes')
    await until('Question 2 of 4')
    await next()
    await focusComesTo('Which ones?')
    await press(document.body, 'Back')
    await focusComesTo('Do you take any medicines?')
    await press(document.body, 'No')
    await next()
    await focusComesTo('How strong is your pain today?')
  })

  test('a question that must be answered says so, and the focus goes to it', async () => {
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
    await toPain()
    await press(document.body, 'Back')
    await focusComesTo('Do you take any medicines?')
    expect(deepQuery<HTMLInputElement>(document.body, '[value="no"]')?.checked).toBe(true)
    await press(document.body, 'Back')
    await focusComesTo('What would you like to talk about?')
    expect(field()?.value).toBe('A cough')
  })

  test('a correction from the overview goes back to the overview', async () => {
    await show()
    await toPain()
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
  ])('%s is told on "Next" and stays in the field', async (typed, fault) => {
    await show()
    await toPain()
    await type(typed)
    await next()
    await until(fault)
    expect(field()?.value).toBe(typed)
  })

  test('may be written with the digits of the person’s own script', async () => {
    const { world } = await show()
    await toPain()
    await type('٧')
    await next()
    await until('Check your answers')
    await waitFor(() => kept(world)['pain']?.integer === 7, 'seven')
  })

  test('that were typed wrong do not turn up in the next question', async () => {
    await show()
    await toPain()
    await type('4x')
    await press(document.body, 'Back')
    await press(document.body, 'Back')
    await focusComesTo('What would you like to talk about?')
    expect(field()?.value).toBe('A cough')
  })
})

describe('nothing typed is lost', () => {
  test('it is kept while it is typed, and a new element goes on where the person was', async () => {
    const { world } = await show()
    await type('A cough')
    await waitFor(() => kept(world)['concern'], 'the draft')
    await next()
    await until('Question 2 of 3')
    await show({}, world)
    expect(headings()).toContain('Do you take any medicines?')
    await press(document.body, 'Back')
    await focusComesTo('What would you like to talk about?')
    expect(field()?.value).toBe('A cough')
  })

  test('a move about the page loses nothing of the last word', async () => {
    await show()
    await type('A cough')
    const [intake, parent] = [element(), element()?.parentElement]
    intake?.remove()
    if (intake) parent?.append(intake)
    await settled()
    await press(document.body, 'Back')
    expect(field()?.value).toBe('A cough')
  })

  test('a server that cannot be reached stops nobody; it is said, and made good later', async () => {
    const { world, client } = await show({ saveIntake: () => problem(0, 'connection_failed') })
    const said = hear(element())
    await type('A cough')
    await next()
    await focusComesTo('Do you take any medicines?')
    await until('Not saved yet')
    expect(said).toEqual(['Not saved yet. We keep trying; what you typed is kept on this page.'])
    client.setHandlers({ saveIntake: world.handlers.saveIntake })
    await press(document.body, 'No')
    await next()
    await waitFor(() => Object.keys(kept(world)).length === 2, 'both answers')
    await until('Saved')
  })

  test('an answer from another screen is taken over, and the one typed here wins', async () => {
    const { world } = await show()
    await world.client().intake.save('appointment-next', 'general-intake', {
      answers: [
        { linkId: 'concern', values: [{ text: 'Theirs' }] },
        { linkId: 'medicines', values: [{ boolean: false }] },
      ],
      version: 0,
    })
    await type('Mine')
    await waitFor(() => kept(world)['concern']?.text === 'Mine', 'the answer')
    expect(kept(world)).toEqual({ concern: { text: 'Mine' }, medicines: { boolean: false } })
  })

  test('answers that another screen has handed in meanwhile are told', async () => {
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

  test('the end of the session clears the page, leaves nothing in the browser, and the next one goes on', async () => {
    const { world, client } = await show()
    await type('A cough')
    await waitFor(() => kept(world)['concern'], 'the draft')
    client.endSession()
    await waitFor(() => !field(), 'an empty page')
    expect(pageText()).not.toContain('cough')
    expect([{ ...localStorage }, { ...sessionStorage }, document.cookie]).toEqual([{}, {}, ''])
    await show({}, world)
    expect(headings()).toContain('Do you take any medicines?')
  })
})

describe('an answer that cannot wait', () => {
  const answerHarm = async (): Promise<void> => {
    for (const question of ['Little interest', 'Feeling down']) {
      await until(question)
      await press(document.body, 'Not at all')
      await next()
    }
    await until('Thoughts of hurting yourself')
    await press(document.body, 'Several days')
  }

  test('stops the form at once, is said aloud, and shows where help is; whoever is safe goes on', async () => {
    const world = moody()
    await show({}, world)
    const emergencies = collect('visit-emergency')
    await answerHarm()
    await focusComesTo('Please get help now')
    const stop = deepQuery(document.body, '.urgent')
    expect(stop?.getAttribute('role')).toBe('alert')
    expect(stop?.textContent).toContain('The clinic has been told.')
    const links = [...(stop?.querySelectorAll('a') ?? [])].map(({ href }) => href)
    expect(links).toEqual(['tel:988', 'tel:911', 'tel:5550100']) // a crisis first, for this answer
    expect(emergencies).toEqual([{ appointmentId: 'appointment-next' }])
    expect(field()).toBeNull()
    await pressKeyOn('I am safe for now')
    await focusComesTo('Thoughts of hurting yourself')
    await next()
    await focusComesTo('Check your answers')
    await press(document.body, 'Send my answers')
    await until('Your answers are in')
    expect(emergencies).toHaveLength(1)
  })

  test('does not wait for a connection, and does not say that the clinic knows', async () => {
    const world = moody()
    const { client } = await show({ saveIntake: () => problem(0, 'connection_failed') }, world)
    await answerHarm()
    await next()
    await focusComesTo('Please get help now')
    expect(pageText()).toContain('We could not tell the clinic yet, so please call.')
    client.setHandlers({ saveIntake: world.handlers.saveIntake })
    await until('The clinic has been told.')
  })

  test('is shown again to whoever comes back, without taking the focus', async () => {
    const world = moody()
    await show({}, world)
    await answerHarm()
    await until('The clinic has been told.')
    await show({}, world)
    await until('Please get help now')
    expect(focused()).toBe(document.body)
  })

  test('is not shown again once it was taken back, although the clinic still knows', async () => {
    const world = moody()
    const remembering: TestHandlers = {
      listIntake: async (input) => {
        const answer = (await world.handlers.listIntake?.(input)) as { items: object[] }
        return { ...answer, items: answer.items.map((form) => ({ ...form, emergencies: ['self-harm'] })) } as never
      },
    }
    await show(remembering, world)
    await until('Little interest')
    expect(pageText()).not.toContain('Please get help now')
  })
})

describe('handing in', () => {
  test('goes to the first question that the server misses', async () => {
    await show({
      submitIntake: () =>
        problem(422, 'answers_missing', {
          errors: [{ pointer: 'question:medicines', code: 'required', message: 'Answer this question.' }],
        }),
    })
    await toPain()
    await next()
    await press(document.body, 'Send my answers')
    await until('Question 2 of 3')
    await waitFor(() => focused()?.matches('[name="answer"]'), 'the question')
    expect(deepQuery(document.body, '[role="alert"]')?.textContent).toBe('Please check this answer.')
  })

  test('goes to the answer that the server does not take', async () => {
    await show({
      submitIntake: () =>
        problem(422, 'answers_invalid', {
          errors: [{ pointer: '/answers/0/values/0', code: 'empty', message: 'Write something.' }],
        }),
    })
    await toPain()
    await next()
    await press(document.body, 'Send my answers')
    await until('Question 1 of 3')
    expect(field()?.value).toBe('A cough')
  })

  test('that fails says so beside the button, and can be done again', async () => {
    const { world, client } = await show({ submitIntake: () => problem(503, 'database_unavailable') })
    await toPain()
    await next()
    await tabTo('Send my answers')
    await userEvent.keyboard('{Enter}')
    await until('Nothing was lost')
    client.setHandlers({ submitIntake: world.handlers.submitIntake })
    await userEvent.keyboard('{Enter}')
    await until('Your answers are in')
  })

  test('opens the next questionnaire, and says so to the page only after the last', async () => {
    const world = createSampleWorld()
    for (const appointment of world.state.appointments) appointment.questionnaires = ['general-intake', 'mood-check']
    await show({}, world)
    const complete = collect('visit-intake-complete')
    await toPain()
    await next()
    await press(document.body, 'Send my answers')
    await focusComesTo('Little interest or pleasure in doing things')
    expect(complete).toEqual([])
  })

  test('is nothing to do when nothing is open, and the page is told at once', async () => {
    unmount()
    const complete = collect('visit-intake-complete')
    await show({}, createSampleWorld({ stage: 'prepared' }))
    await waitFor(() => complete.length === 1, 'the event')
  })
})
