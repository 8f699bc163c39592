import { afterEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { findStories, hideStory, showStory } from './show-story.ts'

afterEach(hideStory)

/** One story of each element is enough: what is hidden from view is placed by the styles that all of them share. */
const stories = (await findStories(import.meta.env['VITE_STORIES'] ?? '')).filter(
  ({ file }, index, all) => all.findIndex((other) => other.file === file) === index,
)

const paneHeight = 240

test.each(stories)('$file: $name never stretches the page around the pane in which it scrolls', async ({ story }) => {
  await page.viewport(1024, 600)
  await showStory(story, 'light')
  const pane = document.querySelector<HTMLElement>('.canvas')
  if (!pane) throw new Error('The story has no canvas')
  pane.style.height = `${paneHeight}px`
  pane.style.overflow = 'auto'
  expect(document.documentElement.scrollHeight).toBeLessThanOrEqual(600)
  // The announcer is in the pane, below the element's content.
  pane.scrollTop = pane.scrollHeight
  expect(document.documentElement.scrollTop).toBe(0)
})
