import axe from 'axe-core'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { findStories, hideStory, modes, showStory, type Mode } from './show-story.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

beforeEach(() => {
  vi.spyOn(console, 'error')
})

afterEach(() => {
  hideStory()
  vi.restoreAllMocks()
})

/** `VITE_STORIES=booking npx vitest run …` looks at one file only. */
const only = import.meta.env['VITE_STORIES'] ?? ''

describe.each(await findStories(only))('$file: $name', ({ story }) => {
  test.each(Object.keys(modes) as Mode[])('has no barrier, no error and no sideways scroll (%s)', async (mode) => {
    await page.viewport(modes[mode].width, 900)
    await showStory(story, mode)
    // A bar that sticks to the lower edge covers what a person scrolls away from it: targets are measured where nothing is covered.
    await page.viewport(modes[mode].width, Math.max(900, document.documentElement.scrollHeight))
    const { violations } = await axe.run(document, { runOnly: rules })
    expect(
      violations.map(
        ({ id, help, nodes }) =>
          `${id}: ${help}\n${nodes.map(({ html, failureSummary }) => `  ${html}\n  ${failureSummary}`).join('\n')}`,
      ),
    ).toEqual([])
    expect(console.error).not.toHaveBeenCalled()
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(modes[mode].width)
  })
})
