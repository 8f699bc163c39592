import type { Browser, Page } from 'playwright'
import type { RunnerTestCase } from 'vitest'

const mostCharacters = 900

/** What a page shows and reads out, in one line. */
const shownBy = async (page: Page): Promise<string> => {
  const tree = await page.locator('main, body').last().ariaSnapshot({ timeout: 5_000 })
  const words = tree.replaceAll(/\s*\n\s*(?:- )?/g, ' | ')
  return `${new URL(page.url()).pathname}: ${words.slice(0, mostCharacters)}`
}

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
