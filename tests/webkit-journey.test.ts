import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startWebKit, type WebKitPage } from '../scripts/start-webkit.ts'
import { wayToBookedVisit } from './booking-words.testing.ts'
import { personIn, type PersonInWebKit } from './person-in-webkit.testing.ts'
import { useDemo } from './use-demo.ts'
import { openBrowserFor, signInToQueue } from './visit-journey.testing.ts'

/*
 * A patient in WebKit, up to the call: Debian's build has no WebRTC, so they read what to do instead. A part of `npm run prove:browsers`.
 */

const isAsked = process.env['BROWSERS'] === 'all'
const words = wayToBookedVisit.en

const book = async (person: PersonInWebKit): Promise<void> => {
  await person.press(/^Book a visit$/)
  await person.press(/^Urgent care/)
  const time = /^\d{1,2}:\d{2}/
  for (;;) {
    await expect.poll(async () => (await person.isOffered(time)) || (await person.isOffered(words.choice))).toBe(true)
    if (await person.isOffered(time)) break
    await person.press(words.choice)
  }
  await person.press(time)
  await person.press(/^Continue/)
  await person.press(/^Book this visit/)
  await person.waitFor(/Your visit is booked/)
}

const none = /^(None|No$|Not at all)/

const progress = async (person: PersonInWebKit): Promise<string | undefined> =>
  /Question \d+ of \d+/.exec(await person.reads())?.[0]

/** Nothing of it is so: until the name is asked for, below the consents. */
const answerSafetyQuestions = async (person: PersonInWebKit): Promise<void> => {
  for (;;) {
    await expect.poll(async () => (await person.hasField(none)) || (await person.hasField(/[Ff]ull name/))).toBe(true)
    if (await person.hasField(/[Ff]ull name/)) return
    const before = await progress(person)
    await person.choose(none)
    await person.press(/^Next/)
    await expect.poll(() => progress(person)).not.toBe(before)
  }
}

const answerQuestions = async (person: PersonInWebKit): Promise<void> => {
  for (let question = 0; question < 40; question++) {
    await expect.poll(async () => person.isOffered(/^(Next|Send my answers|Yes, all of it is right)/)).toBe(true)
    if (await person.isOffered(/^Send my answers/)) break
    if (await person.isOffered(/^Yes, all of it is right/)) await person.press(/^Yes, all of it is right/)
    else {
      const before = await progress(person)
      await person.answerAny()
      await person.press(/^Next/)
      await expect
        .poll(async () => (await person.isOffered(/^Send my answers/)) || (await progress(person)) !== before)
        .toBe(true)
    }
  }
  await person.press(/^Send my answers/)
}

describe.runIf(isAsked)('in WebKit', () => {
  const journey = useDemo()
  let webkit: WebKitPage
  beforeAll(async () => {
    webkit = await startWebKit()
  })
  afterAll(() => webkit?.stop())

  it('a patient books, agrees, answers, checks in, waits, and reads that this browser makes no calls', async () => {
    const person = personIn(webkit)
    const clinician = await openBrowserFor(journey.browser)
    await signInToQueue(clinician.page, `${journey.demo.portalUrl}/clinic`, /Dr Grace Oyelaran/)
    await person.watched('webkit', async () => {
      await webkit.goto(journey.demo.portalUrl)
      await person.press(/^Sign in$/)
      await person.press(/Ana Duarte/)
      await book(person)
      await person.press(/^Get ready for your visit/)
      await answerSafetyQuestions(person)
      await person.readToTheEnd()
      await person.fill(/[Ff]ull name/, 'Ana Duarte')
      await person.press(/^I agree$/)
      await answerQuestions(person)
      await person.choose(/^My home/)
      await person.choose(/^I have no one to name/)
      await person.press(/^Check in$/)
      await person.waitFor(/You are next/)
      expect(await person.reads()).toContain('This browser cannot make video calls.')
      await clinician.page.getByRole('button', { name: 'Admit Ana Duarte' }).click()
      await person.press(/^Join the visit/)
      await person.waitFor(/This browser cannot make video calls.*Telephone of the clinic: 614 555 0100/)
      expect(clinician.faults).toEqual([])
    })
    await clinician.context.close()
  })
})
