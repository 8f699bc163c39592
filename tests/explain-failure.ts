import type { Browser, Page } from 'playwright'
import type { RunnerTestCase } from 'vitest'

const mostCharacters = 900

/** What a page shows and reads out, in one line. */
const shownBy = async (page: Page): Promise<string> => {
  const tree = await page.locator('main, body').last().ariaSnapshot({ timeout: 5_000 })
  const words = tree.replaceAll(/\s*\n\s*(?:- )?/g, ' | ')
  const frames = await cameraFrames(page)
  const camera = frames === null ? '' : ` (its camera gives ${frames} frames in a second)`
  return `${new URL(page.url()).pathname}${camera}: ${words.slice(0, mostCharacters)}`
}

/**
 * Of the camera of a page with a room, in Chromium: its pretended camera has been seen to give none for minutes, to all pages of the browser,
 * while other tests ran.
 */
const cameraFrames = (page: Page): Promise<number | null> =>
  page.evaluate(async () => {
    if (!document.querySelector('visit-video-room')) return null
    const stream = await navigator.mediaDevices.getUserMedia({ video: true })
    const [track] = stream.getVideoTracks() as (MediaStreamTrack & {
      readonly stats?: { readonly totalFrames: number }
    })[]
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    const frames = track?.stats?.totalFrames ?? null
    for (const each of stream.getTracks()) each.stop()
    return frames
  })

/** Adds to the fault of a failed test what each open page shows: the output is all that is left of a run on another machine. */
export const explainFailure = async ({ result }: Readonly<RunnerTestCase>, browser: Browser): Promise<void> => {
  const fault = result?.errors?.at(-1)
  if (result?.state !== 'fail' || !fault) return
  const pages = browser.contexts().flatMap((context) => context.pages())
  const shown = await Promise.all(
    pages.map((page) =>
      shownBy(page).catch((error: unknown) => `${page.url()}: does not answer (${String(error).slice(0, 80)})`),
    ),
  )
  fault.message = [fault.message, 'The pages showed:', ...shown].join('\n')
}
