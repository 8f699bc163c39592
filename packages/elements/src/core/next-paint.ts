/** Longer than a frame: a page in the background paints none. */
const LONGEST_MS = 100

/** Resolves when what is rendered now is on the screen. Long work that a press leads to begins then, so that the press shows at once. */
export const nextPaint = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve))
    setTimeout(resolve, LONGEST_MS)
  })
