import type { Page } from 'playwright'
import { describe, expect, it, onTestFailed } from 'vitest'
import { useDemo } from './use-demo.ts'
import { variants } from './variants.testing.ts'
import {
  bookFirstTime,
  endVisit,
  expectMovingPicture,
  getReadyAndCheckIn,
  openBrowserFor,
  saveScreenshots,
  signIn,
  signInToQueue,
  storedText,
  type WatchedPage,
} from './visit-journey.testing.ts'

/* A guest joins a visit by a code, is admitted by the clinician, is seen and heard by both, and is gone when they are removed. */

const words = {
  en: {
    guests: /^Guests/,
    name: 'Name of the guest',
    kind: 'Who is it?',
    interpreter: 'An interpreter',
    makeCode: 'Make a code',
    close: 'Close',
    asks: 'Maria Gomez (interpreter) asks to join, invited by Ana Duarte',
    came: 'Maria Gomez (interpreter) was let in. They can hear you from now on.',
    guest: 'Maria Gomez (interpreter)',
    once: /The code works once/,
    may: 'You will see and hear this visit. You will not see the medical record or the messages.',
    seen: 'You will be seen and heard once you join.',
    code: 'Invitation code',
    yourName: 'Your name',
    askToJoin: 'Ask to join',
    unknown: 'This invitation code is not known here.',
    used: 'This code was used before',
    invitedAs: 'Ana Duarte asked you to come as an interpreter.',
    mayNot: 'You do not see the medical record or the messages.',
    asked: 'You asked to join',
    join: 'Join the visit',
    ok: 'OK',
    removed: 'You are no longer in the visit',
    ended: /The visit has ended|This visit is over for you/,
  },
  es: {
    guests: /^Invitados/,
    name: 'Nombre del invitado',
    kind: '¿Quién es?',
    interpreter: 'Un intérprete',
    makeCode: 'Crear un código',
    close: 'Cerrar',
    asks: 'Maria Gomez (intérprete) pide entrar, por invitación de Ana Duarte',
    came: 'Maria Gomez (intérprete) puede entrar. Desde ahora puede oírle.',
    guest: 'Maria Gomez (intérprete)',
    once: /El código sirve una vez/,
    may: 'Verá y oirá esta consulta. No verá el expediente médico ni los mensajes.',
    seen: 'Le verán y le oirán en cuanto entre.',
    code: 'Código de invitación',
    yourName: 'Su nombre',
    askToJoin: 'Pedir entrar',
    unknown: 'Aquí no se conoce este código.',
    used: 'Este código ya se usó',
    invitedAs: 'Ana Duarte le invitó como intérprete.',
    mayNot: 'No ve el expediente médico ni los mensajes.',
    asked: 'Pidió entrar',
    join: 'Entrar a la consulta',
    ok: 'De acuerdo',
    removed: 'Ya no está en la consulta',
    ended: /La consulta terminó|Esta consulta terminó para usted/,
  },
} as const

/** The page of a guest learns from the server that its session is over: when it asks for it, or sends a signal at that moment. */
const isEndOfSession = /status of 401 .*\/v1\/(?:session|visits\/[^/]+\/signals)$/

const speak = (page: Page, language: string): Promise<void> =>
  page.evaluate((lang) => {
    document.documentElement.lang = lang
  }, language)

/** The pictures of this many others move. */
const expectMovingPictures = async (page: Page, count: number): Promise<void> => {
  const frames = (): Promise<number[]> =>
    page
      .locator('[part="remote-video"]')
      .evaluateAll((videos) =>
        videos.map((video) => (video as HTMLVideoElement).getVideoPlaybackQuality().totalVideoFrames),
      )
  await expect.poll(async () => (await frames()).filter((each) => each > 5).length, { timeout: 20_000 }).toBe(count)
}

const typeCode = async (
  page: Page,
  t: (typeof words)[keyof typeof words],
  code: string,
  name: string,
): Promise<void> => {
  await page.getByLabel(t.code).fill(code)
  await page.getByLabel(t.yourName).fill(name)
  await page.getByRole('button', { name: t.askToJoin }).click()
}

describe.each(variants(['en', 'es'] as const))('a guest (%s)', (language) => {
  const journey = useDemo()

  it('asks, is admitted and removed, and each of the three sees it', async () => {
    const t = words[language]
    const { portalUrl } = journey.demo
    const patient = await openBrowserFor(journey.browser)
    const doctor = await openBrowserFor(journey.browser)
    const guest = await openBrowserFor(journey.browser)
    const other = await openBrowserFor(journey.browser)
    const people: WatchedPage[] = [patient, doctor, guest, other]
    onTestFailed(() => saveScreenshots('guest', people))
    await signInToQueue(doctor.page, `${portalUrl}/clinic`, /Dr Grace Oyelaran/)
    await signIn(patient.page, portalUrl, /Ana Duarte/)
    await bookFirstTime(patient.page, 'Urgent care')
    await getReadyAndCheckIn(patient.page)
    await doctor.page.getByRole('button', { name: 'Admit Ana Duarte' }).click()
    await patient.page.getByRole('button', { name: 'Join the visit' }).click()
    await Promise.all([patient.page, doctor.page].map((each) => expectMovingPicture(each)))
    await speak(patient.page, language)

    // The patient invites, and reads the address and the code aloud.
    const room = patient.page.locator('visit-video-room')
    const invite = async (name: string): Promise<{ page: string; code: string }> => {
      await room.getByRole('button', { name: t.guests }).click()
      await room.getByLabel(t.name).fill(name)
      await room.getByLabel(t.kind).selectOption({ label: t.interpreter })
      await room.getByRole('button', { name: t.makeCode }).click()
      const [page, code] = [room.locator('.given output').first(), room.locator('.given output.secret')]
      await room.getByText(t.once).waitFor()
      const given = { page: await page.innerText(), code: await code.innerText() }
      await room.locator('dialog.guests').getByRole('button', { name: t.close, exact: true }).click()
      return given
    }
    const { page: address, code } = await invite('Maria Gomez')
    expect(address).toBe(`${portalUrl}/join`)

    // The guest has no sign-in. What was typed stays when it is refused.
    await guest.page.goto(`${portalUrl}/language?to=${language}&back=/join`)
    await guest.page.getByText(t.may).waitFor()
    await typeCode(guest.page, t, '7K3M9-QXT4W-ZR8NB-H2CVD', 'Maria Gomez')
    await guest.page.getByText(t.unknown).waitFor()
    expect(await guest.page.getByLabel(t.yourName).inputValue()).toBe('Maria Gomez')
    await typeCode(guest.page, t, code.toLowerCase().replaceAll('-', ' '), 'Maria Gomez')
    await guest.page.getByText(t.invitedAs).waitFor()
    await guest.page.getByText(t.mayNot).waitFor()
    await guest.page.getByRole('heading', { name: t.asked }).waitFor()
    await expect.poll(() => guest.page.getByRole('button', { name: t.join }).count()).toBe(0)

    // A second use of the code is refused, and the first guest keeps their place.
    await other.page.goto(`${portalUrl}/language?to=${language}&back=/join`)
    await typeCode(other.page, t, code, 'Someone else')
    await other.page.getByText(t.used).waitFor()

    const desk = doctor.page.locator('visit-video-room')
    await speak(doctor.page, language)
    await Promise.all([room, desk].map((each) => each.locator('.guest-notice').getByText(t.asks).waitFor()))
    await desk.locator('.admit-guest').click()
    // Before the guest is in the room.
    await room.locator('.guest-notice').getByText(t.came).waitFor()
    await guest.page.getByText(t.seen).waitFor()
    await guest.page.getByRole('button', { name: t.join }).click()
    await expectMovingPictures(guest.page, 2)
    await Promise.all([patient.page, doctor.page].map((each) => expectMovingPictures(each, 2)))
    for (const each of [room, desk]) await each.locator('.nameplate').filter({ hasText: t.guest }).waitFor()
    await guest.page.locator('.nameplate').filter({ hasText: 'Ana Duarte' }).waitFor()
    await room.locator('.guest-notice').getByRole('button', { name: t.ok, exact: true }).click()

    // The patient decides who hears them, too.
    await room.getByRole('button', { name: t.guests }).click()
    await room
      .locator('dialog.guests')
      .getByRole('button', { name: /Maria Gomez/ })
      .click()
    await guest.page.getByRole('heading', { name: t.removed }).waitFor()
    await room.locator('dialog.guests').getByRole('button', { name: t.close, exact: true }).click()
    await Promise.all([patient.page, doctor.page].map((each) => expectMovingPictures(each, 1)))
    expect(await guest.page.locator('video').count()).toBe(0)

    // Another guest, who waits when the visit ends.
    const second = await invite('Luis Gomez')
    await typeCode(other.page, t, second.code, 'Luis Gomez')
    await other.page.getByRole('heading', { name: t.asked }).waitFor()
    await speak(doctor.page, 'en')
    await endVisit(doctor.page)
    await other.page.getByRole('heading', { name: t.ended }).waitFor()

    await patient.page.goto(`${portalUrl}/access`)
    await patient.page
      .getByText(/Maria Gomez/)
      .first()
      .waitFor()

    for (const { page, faults, urls } of people) {
      expect(faults.filter((fault) => !isEndOfSession.test(fault))).toEqual([])
      for (const secret of [code, second.code, 'Maria', 'Luis'])
        expect(urls.filter((url) => url.includes(secret))).toEqual([])
      expect(await storedText(page)).not.toContain(code)
    }
  })
})
