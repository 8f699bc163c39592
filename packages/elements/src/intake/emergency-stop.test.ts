import { afterEach, describe, expect, test } from 'vitest'
import { problem, type TestHandlers } from '@visitkit/sdk/testing'
import { field, moodWorld, next, show, until } from '../../test/answer-intake.ts'
import { recordEvents } from '../../test/record-announcements.ts'
import { focusComesTo, focused, pressKeyOn } from '../../test/keyboard.ts'
import { pageText, unmount } from '../../test/mount.ts'
import { deepQuery, press } from '../../test/story.ts'

afterEach(unmount)

describe('an emergency answer', () => {
  const answerHarm = async (): Promise<void> => {
    for (const question of ['Little interest', 'Feeling down']) {
      await until(question)
      await press(document.body, 'Not at all')
      await next()
    }
    await until('Thoughts of hurting yourself')
    await press(document.body, 'Several days')
  }

  test('stops the form at once, is announced, and shows where to get help; a person who is safe can continue', async () => {
    const world = moodWorld()
    await show({}, world)
    const emergencies = recordEvents('visit-emergency')
    await answerHarm()
    await focusComesTo('Please get help now')
    const stop = deepQuery(document.body, '.urgent')
    expect(stop?.getAttribute('role')).toBe('alert')
    expect(stop?.textContent).toContain('We are telling the clinic now.')
    expect(stop?.textContent).not.toContain('The clinic has been told.')
    const links = [...(stop?.querySelectorAll('a') ?? [])].map(({ href }) => href)
    expect(links).toEqual(['tel:988', 'tel:911', 'tel:5550100']) // the crisis line first, for this answer
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

  test('says that the clinic knows once a screen there shows it, and who has seen it', async () => {
    const world = moodWorld()
    await show({}, world)
    await answerHarm()
    await until('We are telling the clinic now.')
    const { alerts } = world.client('practitioner')
    const [alert] = (await alerts.list()).items
    await alerts.shown(alert?.id ?? '')
    await until('The clinic has been told.')
    await alerts.acknowledge(alert?.id ?? '')
    await until('Dr. Jo Sample at the clinic has seen this.')
  })

  test('needs no connection, and then does not claim that the clinic knows', async () => {
    const world = moodWorld()
    const { client } = await show({ saveIntake: () => problem(0, 'connection_failed') }, world)
    await answerHarm()
    await next()
    await focusComesTo('Please get help now')
    expect(pageText()).toContain('We could not tell the clinic yet, so please call.')
    client.setHandlers({ saveIntake: world.handlers.saveIntake })
    await until('We are telling the clinic now.')
  })

  test('is shown again when the person comes back, without taking the focus', async () => {
    const world = moodWorld()
    await show({}, world)
    await answerHarm()
    await until('We are telling the clinic now.')
    await show({}, world)
    await until('Please get help now')
    expect(focused()).toBe(document.body)
  })

  test('is not shown again after it was changed, although the clinic still has it', async () => {
    const world = moodWorld()
    const remembering: TestHandlers = {
      listIntake: async (input) => {
        const answer = (await world.handlers.listIntake?.(input)) as { items: object[] }
        return {
          ...answer,
          items: answer.items.map((form) => ({ ...form, emergencies: ['self-harm-thoughts'] })),
        } as never
      },
    }
    await show(remembering, world)
    await until('Little interest')
    expect(pageText()).not.toContain('Please get help now')
  })
})
