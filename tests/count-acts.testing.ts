import type { Page } from 'playwright'

export interface Acts {
  /** Presses of the mouse. */
  readonly clicks: number
  /** Keys, without repetitions. */
  readonly keys: number
}

declare global {
  interface Window {
    countedActs?: { clicks: number; keys: number }
  }
}

/** Counts what a person does on the page, in the browser itself, so that no helper of a test can leave one out. */
export const countActs = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const acts = (window.countedActs = { clicks: 0, keys: 0 })
    addEventListener('pointerdown', ({ isTrusted }) => isTrusted && (acts.clicks += 1), true)
    addEventListener('keydown', ({ isTrusted, repeat }) => isTrusted && !repeat && (acts.keys += 1), true)
  })

export const actsOf = (page: Page): Promise<Acts> =>
  page.evaluate(() => window.countedActs ?? { clicks: NaN, keys: NaN })
