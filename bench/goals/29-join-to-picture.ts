import { readFile, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright'
import { WebSocketServer } from 'ws'
import { demoPortCount, demoPortsFrom } from '../../scripts/demo-ports.ts'
import { freePorts } from '../../scripts/free-ports.ts'
import { startDemo, type Demo } from '../../scripts/start-demo.ts'
import {
  bookFirstTime,
  expectMovingPicture,
  getReadyAndCheckIn,
  launchForJourney,
  openBrowserFor,
  signIn,
  signInToQueue,
} from '../../tests/visit-journey.testing.ts'
import { verdictOf, worstOf, type MeasureGoal } from '../goal.ts'
import { median } from '../statistics.ts'

declare global {
  interface Window {
    isReady: boolean
    wait(): Promise<void>
    join(): Promise<number>
    leave(): void
    /** Milliseconds from the press to the first picture of the other person. */
    joined: Promise<number>
  }
}

/** A person who joins again and again a call in which the other one stays. */
interface Side {
  join(): Promise<number>
  leave(): Promise<void>
}

/** How long a person waits for a picture after "Join": in the room of the demo, and in a page with nothing but the browser's own API. */
export const measure: MeasureGoal = async (run) => {
  const folder = await mkdtemp(join(tmpdir(), 'visitkit-bench-demo-'))
  const ports = demoPortsFrom(await freePorts(demoPortCount))
  const browser = await launchForJourney()
  const demo = await startDemo({ folder, ports, postgresUrl: null, video: 'peer', log: () => undefined })
  const bareServer = await serveBareCall()
  try {
    const sides = { room: await openRoom(browser, demo), bare: await openBare(browser, bareServer.url) }
    const waits: Record<keyof typeof sides, number[]> = { room: [], bare: [] }
    const rounds = run.quick ? 2 : 16
    for (let round = 0; round < rounds; round++)
      for (const name of ['room', 'bare'] as const) {
        const took = await sides[name].join()
        await sides[name].leave()
        // The first of each loads what the next ones have.
        if (round > 0) waits[name].push(took)
        run.log(`${name}: ${Math.round(took)} ms`)
      }
    const [room, bare] = [median(waits.room), median(waits.bare)]
    const more = (room / bare - 1) * 100
    return [
      {
        goal: '29',
        what: 'From "Join" to the first picture of the other person, against bare WebRTC',
        gate: '<= 1 s, and at most 15 % more than bare',
        stretch: '-',
        measured: `${Math.round(room)} ms; ${more.toFixed(0)} % more than bare (${Math.round(bare)} ms)`,
        verdict: worstOf([
          verdictOf(room, { gate: 1_000, is: 'at most' }),
          verdictOf(more, { gate: 15, is: 'at most' }),
        ]),
        how: `Chromium, headless, pretended devices, both people on one machine, the two pages in turn, medians of ${rounds - 1}. The room is the demo's: a press on the button, a seat is taken at the server (a write, with its audit row) while the devices open, the greeting brings the offer, and signals go through the live stream. The bare page opens the devices and sends an offer over an open socket.`,
      },
    ]
  } finally {
    await browser.close()
    await bareServer.stop()
    await demo.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

const openRoom = async (browser: Browser, demo: Demo): Promise<Side> => {
  const [patient, clinician] = [await openBrowserFor(browser), await openBrowserFor(browser)]
  const { page } = patient
  await signInToQueue(clinician.page, `${demo.portalUrl}/clinic`, /Dr Grace Oyelaran/)
  await signIn(page, demo.portalUrl, /Ana Duarte/)
  await bookFirstTime(page, 'Urgent care')
  await getReadyAndCheckIn(page)
  await clinician.page.getByRole('button', { name: 'Admit Ana Duarte' }).click()
  await clinician.page.getByText('Waiting for the patient to join').waitFor()
  const button = page.getByRole('button', { name: /^Join (the visit|again)$/ })
  return {
    join: async () => {
      await button.waitFor()
      await page.evaluate(watchPress)
      await button.click()
      const took = await page.evaluate(() => window.joined)
      await expectMovingPicture(page)
      return took
    },
    leave: () => page.locator('visit-video-room').getByRole('button', { name: 'Leave', exact: true }).click(),
  }
}

/** Runs in the page, before the press. */
const watchPress = (): void => {
  window.joined = new Promise((resolve) => {
    const pressed = ({ timeStamp }: Event): void => {
      const look = (): void => {
        const room = document.querySelector('visit-video-room')?.shadowRoot
        const video = room?.querySelector<HTMLVideoElement>('video[part=remote-video]')
        if (!video) return void requestAnimationFrame(look)
        video.requestVideoFrameCallback(() => resolve(performance.now() - timeStamp))
      }
      look()
    }
    document.addEventListener('click', pressed, { capture: true, once: true })
  })
}

const openBare = async (browser: Browser, url: string): Promise<Side> => {
  const pages: Page[] = []
  for (let person = 0; person < 2; person++) {
    const { page } = await openBrowserFor(browser)
    await page.goto(url)
    await page.waitForFunction(() => window.isReady)
    pages.push(page)
  }
  const [page, other] = pages
  if (!page || !other) throw new Error('no pages')
  await other.evaluate(() => window.wait())
  return { join: () => page.evaluate(() => window.join()), leave: () => page.evaluate(() => window.leave()) }
}

/** The page, and a socket that passes each message to the other one. */
const serveBareCall = async (): Promise<{ readonly url: string; stop(): Promise<void> }> => {
  const html = await readFile(join(import.meta.dirname, '../fixtures/bare-call/index.html'))
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    response.end(html)
  })
  const sockets = new WebSocketServer({ server })
  sockets.on('connection', (socket) => {
    socket.on('message', (data: Buffer) => {
      for (const other of sockets.clients) if (other !== socket) other.send(data.toString())
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop: async () => {
      for (const socket of sockets.clients) socket.terminate()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
